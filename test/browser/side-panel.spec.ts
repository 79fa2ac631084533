import { expect, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { gateBoxes, globex, initech, lightning, push, vitally } from "./gate"
import { ask } from "./ask"
import { type Lens, startLens } from "./lens"
import { nativePanel } from "./native-panel"
import { panelFrame } from "./panel-frame"

let lens: Lens

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
})
test.afterAll(() => lens.close())

const sidePanels = () =>
  lens.worker.evaluate(() => chrome.runtime.getContexts({}).then((all) => all.map((one) => one.contextType)))

test("Chrome's own side panel, opened from the panel's menu, shows the customer of the tab in front", async () => {
  const page = await lens.context.newPage()
  await page.goto(globex)
  const frame = await panelFrame(page)
  await frame.getByRole("button", { name: "More", exact: true }).first().click()
  await frame.getByRole("button", { name: "Open in the browser side panel" }).click()
  await expect.poll(sidePanels).toContain("SIDE_PANEL")

  let panel = await nativePanel(lens.context, lens.url("sidepanel.html"))
  // The page makes room: one panel is enough.
  await expect.poll(() => gateBoxes(page)).toEqual([])
  /** As soon as it is there: news can draw the panel anew in between. Answers before the click, which may close the panel. */
  const click = (selector: string, text = "") =>
    panel.evaluate(`new Promise((done) => {
      const look = () => {
        const all = [...document.querySelectorAll(${JSON.stringify(selector)})]
        const one = all.find(({ textContent }) => textContent.includes(${JSON.stringify(text)}))
        if (!one) return setTimeout(look, 20)
        setTimeout(() => one.click())
        done()
      }
      look()
    })`)
  const shows = (name: string) => expect.poll(() => panel.heading(), { timeout: 30_000 }).toBe(name)
  await shows("Globex")
  await expect.poll(panel.text).toContain("Recommended actions")

  await push(page, initech)
  await shows("Initech")
  await page.goto(`${lightning}/lightning/r/Account/${showcase.globex.salesforceId}/view`)
  await shows("Globex")

  const hub = await lens.context.newPage()
  await hub.goto(`${vitally}/hubs/accounts/all`)
  await expect.poll(panel.text).toContain("No account on this page")
  expect(await panel.text()).not.toContain("Globex")
  await page.bringToFront()
  await shows("Globex")

  // What other windows show is theirs.
  const opened = lens.context.waitForEvent("page")
  await lens.worker.evaluate((url) => chrome.windows.create({ url, focused: true }), initech)
  const elsewhere = await panelFrame(await opened)
  await expect(elsewhere.getByRole("heading", { level: 1, name: "Initech" })).toBeVisible()
  expect(await panel.heading()).toBe("Globex")

  await hub.bringToFront()
  await hub.close()
  await shows("Globex")

  // Its own menu puts it back, and the panel stands in the page as it stood beside it.
  await click(".trait summary")
  await click(".menu-item", "Move into the page")
  const back = await panelFrame(page)
  await expect(back.locator(".trait").first().getByText("Why it matters")).toBeVisible()
  await back.getByRole("button", { name: "More", exact: true }).first().click()
  await back.getByRole("button", { name: "Open in the browser side panel" }).click()
  await expect.poll(() => gateBoxes(page)).toEqual([])
  panel = await nativePanel(lens.context, lens.url("sidepanel.html"))
  await shows("Globex")

  // Chosen instead of the frame, it needs no word of the gate to follow.
  await ask(lens.options, "settings.set", { patch: { panel: { mode: "browser" } } })
  await expect.poll(() => gateBoxes(page)).toEqual([])
  await page.goto(initech)
  await shows("Initech")
  expect(await gateBoxes(page)).toEqual([])
})
