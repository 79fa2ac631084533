import type { Frame, Page, Worker } from "@playwright/test"

import { gate } from "../bundle/built"
import { showcase } from "../replica/book/showcase"
import { expect, test } from "./extension"
import {
  command,
  gateBoxes,
  gateShows,
  globex,
  initech,
  lightning,
  push,
  reloadExtension,
  tab,
  tabInto,
  vitally,
} from "./gate"
import { panelFrame, panelFrameNow } from "./panel-frame"

const grip = 6

/** Opens an address and waits for its panel. */
async function openPanel(page: Page, url: string): Promise<Frame> {
  await page.goto(url)
  return panelFrame(page)
}

const hasPanel = (page: Page) => expect.poll(() => panelFrameNow(page) !== undefined)
const shows = (page: Page) => expect.poll(() => gateShows(page))

/** What the worker thinks each tab shows. */
const refsOf = (worker: Worker): Promise<(string | undefined)[]> =>
  worker.evaluate(async () => {
    const all = await chrome.storage.session.get(null)
    return Object.entries(all)
      .filter(([key]) => key.startsWith("tab:"))
      .map(([, tabRecord]) => (tabRecord as { ref: { key: string } | null }).ref?.key)
  })

test.describe("where the panel is", () => {
  for (const [site, url] of [
    ["Vitally", globex],
    ["Lightning", `${lightning}/lightning/r/Account/${showcase.globex.salesforceId}/view`],
    ["Classic", `https://acme.my.salesforce.com/${showcase.globex.salesforceId}`],
  ] as const) {
    test(`opens beside an account in ${site}, on a wide window`, async ({ context }) => {
      const page = await context.newPage()
      const frame = await openPanel(page, url)
      const element = await frame.frameElement()
      expect(await element.getAttribute("title")).toBe("Account Lens")
      expect(await element.getAttribute("allow")).toBe("")
      expect(await gateBoxes(page)).toEqual([{ x: 1440 - 380 - grip, y: 0, width: 380 + grip, height: 900 }])
    })
  }

  test("leaves other pages alone: no element, no message", async ({ context, worker }) => {
    const page = await context.newPage()
    for (const url of [`${vitally}/`, `${lightning}/lightning/page/home`, "https://www.vitally.io/"]) {
      await page.goto(url)
      expect(await gateBoxes(page)).toEqual([])
    }
    expect(await worker.evaluate(() => chrome.storage.local.get("places"))).toEqual({})
  })

  test("tells the page nothing of what is inside", async ({ context }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    const seen = await page.evaluate(() => {
      const host = document.querySelector("html > :not(head, body)")
      return { root: host?.shadowRoot ?? null, text: host?.textContent, frames: window.length }
    })
    expect(seen).toEqual({ root: null, text: "", frames: 0 })
  })
})

test.describe("on a narrow window", () => {
  test.use({ viewport: { width: 1200, height: 800 } })

  test("waits as a tab, in a frame of ours that the page can't read; opens at a click; remembers it", async ({
    context,
  }) => {
    const page = await context.newPage()
    await page.goto(globex)
    await shows(page).toBe("tab")
    const [box] = await gateBoxes(page)
    expect(box).toMatchObject({ x: 1200 - tab.width, ...tab })
    const frame = await panelFrame(page)
    expect(await page.evaluate(() => window.length)).toBe(0)
    await page.mouse.click(1200 - tab.width / 2, box!.y + tab.height / 2)
    await shows(page).toBe("panel")
    // Nothing is loaded anew.
    expect(panelFrameNow(page)).toBe(frame)
    await page.reload()
    await shows(page).toBe("panel")
  })

  test("the tab is worked by keys: it has a name, arrows move it, Enter opens", async ({ context }) => {
    const page = await context.newPage()
    await page.goto(globex)
    await shows(page).toBe("tab")
    const frame = await panelFrame(page)
    await expect(frame.getByRole("button", { name: /Open Account Lens$/ })).toBeVisible()
    await tabInto(page, frame)
    const [before] = await gateBoxes(page)
    await page.keyboard.press("ArrowDown")
    await expect.poll(async () => (await gateBoxes(page))[0]!.y - before!.y).toBeGreaterThan(15)
    await page.keyboard.press("Enter")
    await shows(page).toBe("panel")
    await frame.getByRole("button").first().waitFor()
    // From there Tab goes on inside the panel.
    await page.keyboard.press("Tab")
    await expect.poll(() => frame.evaluate(() => document.hasFocus())).toBe(true)
  })

  test("the tab is dragged along its edge, stays inside, and is found there again", async ({ context }) => {
    const page = await context.newPage()
    await page.goto(globex)
    await shows(page).toBe("tab")
    const [box] = await gateBoxes(page)
    await page.mouse.move(1200 - tab.width / 2, box!.y + tab.height / 2)
    await page.mouse.down()
    await page.mouse.move(600, 500, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => gateBoxes(page)).toMatchObject([{ x: 1200 - tab.width, ...tab }])
    const [moved] = await gateBoxes(page)
    expect(moved!.y).toBeCloseTo(500 - tab.height / 2, 0)
    await page.reload()
    await expect
      .poll(async () => Math.round((await gateBoxes(page))[0]?.y ?? 0))
      .toBe(Math.round(500 - tab.height / 2))
  })
})

test.describe("in-page navigation", () => {
  test("keeps the frame from account to account, and takes it away between", async ({ context, worker }) => {
    const page = await context.newPage()
    const frame = await openPanel(page, globex)
    await push(page, initech)
    await expect.poll(() => refsOf(worker)).toEqual([expect.stringContaining(showcase.initech.id)])
    expect(panelFrameNow(page)).toBe(frame)
    await push(page, `${vitally}/hubs/accounts/all`)
    await hasPanel(page).toBe(false)
    expect(await gateBoxes(page)).toEqual([])
    await expect.poll(() => refsOf(worker)).toEqual([undefined])
  })

  test("follows back and forward", async ({ context, worker }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    await push(page, `${vitally}/hubs/accounts/all`)
    await hasPanel(page).toBe(false)
    await push(page, initech)
    await hasPanel(page).toBe(true)
    await page.goBack()
    await hasPanel(page).toBe(false)
    await page.goBack()
    await hasPanel(page).toBe(true)
    await expect.poll(() => refsOf(worker)).toEqual([expect.stringContaining(showcase.globex.id)])
    await page.goForward()
    await hasPanel(page).toBe(false)
  })

  test("ends at the last of many quick navigations", async ({ context, worker }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    await page.evaluate(
      ([one, other]) => {
        for (let i = 0; i < 10; i += 1) {
          history.pushState(null, "", one)
          history.pushState(null, "", other)
        }
      },
      [globex, initech] as const,
    )
    await expect.poll(() => refsOf(worker)).toEqual([expect.stringContaining(showcase.initech.id)])
    expect(await gateBoxes(page)).toHaveLength(1)
    expect(page.frames()).toHaveLength(2)
  })
})

test.describe("the place", () => {
  test("is resized by its edge within 280 and 640 pixels, and kept for this host alone", async ({
    context,
  }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    const width = async () => (await gateBoxes(page))[0]!.width - grip
    await page.mouse.move(1440 - 380 - grip / 2, 400)
    await page.mouse.down()
    await page.mouse.move(200, 400, { steps: 4 })
    await expect.poll(width).toBe(640)
    // Over the frame, which would swallow the moves.
    await page.mouse.move(1430, 400, { steps: 4 })
    await expect.poll(width).toBe(280)
    await page.mouse.move(1440 - 500 - grip / 2, 400, { steps: 4 })
    await page.mouse.up()
    await expect.poll(width).toBe(500)
    await page.reload()
    await panelFrame(page)
    expect(await width()).toBe(500)
    await openPanel(page, `${lightning}/lightning/r/Account/${showcase.globex.salesforceId}/view`)
    expect(await width()).toBe(380)
  })

  test("changes side and collapses by the panel's word, and is remembered", async ({ context }) => {
    const page = await context.newPage()
    const frame = await openPanel(page, globex)
    const order = (p: object) =>
      frame.evaluate((request) => chrome.runtime.sendMessage({ m: "gate.command", p: request, rid: "1" }), p)
    await order({ command: "side", side: "left" })
    await expect.poll(() => gateBoxes(page)).toEqual([{ x: 0, y: 0, width: 380 + grip, height: 900 }])
    expect(panelFrameNow(page)).toBe(frame)
    await order({ command: "collapse" })
    await shows(page).toBe("tab")
    await page.reload()
    await expect.poll(() => gateBoxes(page)).toMatchObject([{ x: 0, ...tab }])
  })

  test("toggles at the worker's word, and leaves for Chrome's own side panel", async ({
    context,
    worker,
  }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    await command(worker, page, { gate: "toggle" })
    await shows(page).toBe("tab")
    await command(worker, page, { gate: "toggle" })
    await shows(page).toBe("panel")
    await command(worker, page, { gate: "place", mode: "browser" })
    await hasPanel(page).toBe(false)
    expect(await gateBoxes(page)).toEqual([])
  })
})

test.describe("a hostile or unlucky page", () => {
  test("can't restyle the element by sheet or script", async ({ context }) => {
    const page = await context.newPage()
    await openPanel(page, `${globex}?evil=1`)
    const whole = [{ x: 1440 - 380 - grip, y: 0, width: 380 + grip, height: 900 }]
    expect(await gateBoxes(page)).toEqual(whole)
    const style = await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>("html > :not(head, body)")!
      host.style.cssText =
        "display:none!important;width:1px!important;opacity:0!important;transform:scale(.1)!important;transition:all 99s!important;animation:x 1s!important"
      host.hidden = true
      host.className = "hidden"
      const { display, opacity, transform, visibility, transitionDuration, pointerEvents } =
        getComputedStyle(host)
      return { display, opacity, transform, visibility, transitionDuration, pointerEvents }
    })
    expect(style).toEqual({
      display: "flex",
      opacity: "1",
      transform: "none",
      visibility: "visible",
      transitionDuration: "0s",
      pointerEvents: "auto",
    })
    expect(await gateBoxes(page)).toEqual(whole)
  })

  test("can't open the panel for the user, and gets it back after throwing it out", async ({
    context,
    worker,
  }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    await page.evaluate(() => document.querySelector("html > :not(head, body)")?.remove())
    await hasPanel(page).toBe(false)
    await push(page, initech)
    await hasPanel(page).toBe(true)
    await command(worker, page, { gate: "collapse" })
    await shows(page).toBe("tab")
    await page.evaluate(() => document.querySelector<HTMLElement>("html > :not(head, body)")?.click())
    expect((await gateBoxes(page))[0]!.width).toBe(tab.width)
  })

  test("a second injection adds nothing", async ({ context, extensionId }) => {
    const page = await context.newPage()
    const frame = await openPanel(page, globex)
    const session = await context.newCDPSession(page)
    const worlds: { id: number; origin: string }[] = []
    session.on("Runtime.executionContextCreated", ({ context: world }) => worlds.push(world))
    await session.send("Runtime.enable")
    const ours = worlds.find(({ origin }) => origin === `chrome-extension://${extensionId}`)
    await session.send("Runtime.evaluate", { contextId: ours!.id, expression: gate })
    await push(page, initech)
    await expect.poll(() => gateBoxes(page)).toHaveLength(1)
    expect(page.frames()).toEqual([page.mainFrame(), frame])
  })

  test("after a reload of the extension the old frame goes, and a hint stays until it is clicked", async ({
    context,
    worker,
  }) => {
    const page = await context.newPage()
    await openPanel(page, globex)
    await reloadExtension(context, worker)
    await page.bringToFront()
    await push(page, `${globex}/notes`)
    await hasPanel(page).toBe(false)
    const [hint] = await gateBoxes(page)
    expect(hint!.height).toBeLessThan(100)
    await page.mouse.click(hint!.x + hint!.width / 2, hint!.y + hint!.height / 2)
    expect(await gateBoxes(page)).toEqual([])
    await page.reload()
    await panelFrame(page)
    expect(await gateBoxes(page)).toHaveLength(1)
  })
})
