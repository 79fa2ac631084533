import type { Page } from "@playwright/test"
import { expect, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import { globex, vitally } from "./gate"
import { ask, type Lens, startLens } from "./lens"
import { panelFrame } from "./panel-frame"

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
  page = await lens.context.newPage()
})
test.afterAll(() => lens.close())

test("a page that puts the panel into a frame of its own gets no customer data", async () => {
  await page.goto(globex)
  const real = await panelFrame(page)
  await expect(real.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible({ timeout: 30_000 })
  const address = real.url()
  for (const stolen of [
    address.replace(/#.*$/, ""),
    address.replace(/#.*$/, "#0123456789abcdef0123456789abcdef"),
  ]) {
    await page.goto(`${vitally}/hubs/accounts/all`)
    await page.evaluate((src) => {
      const frame = document.createElement("iframe")
      frame.src = src
      frame.name = "stolen"
      frame.style.cssText = "width:400px;height:800px"
      document.body.append(frame)
    }, stolen)
    // Where Chrome or the host's own CSP lets it load at all, the worker gives it nothing.
    await expect.poll(() => page.frames().length).toBe(2)
    const frame = page.frames()[1]!
    const shown = await frame
      .waitForFunction(
        () => document.body.innerText.length > 0 && !document.querySelector(".skeleton"),
        undefined,
        {
          timeout: 15_000,
        },
      )
      .then(() => frame.evaluate(() => document.body.innerText))
      .catch(() => "")
    expect(shown).not.toContain("Globex")
    expect(shown).not.toMatch(/Strategic|Concerning|renewal in/)
  }
})

test("no reply to a page holds the API key, and no page shows it", async () => {
  const requests = [
    ["status.get", {}],
    ["settings.get", {}],
    ["panel.get", { accountId: showcase.globex.id }],
    ["popup.get", {}],
    ["book.get", {}],
    ["data.get", {}],
    ["data.export", {}],
    ["diagnostics.get", {}],
    ["policy.export", {}],
    ["traits.get", {}],
    ["vitally.admins", {}],
  ] as const
  for (const [method, request] of requests)
    expect(JSON.stringify(await ask(lens.options, method, request)), method).not.toContain(access.apiKey)
  for (const address of ["options.html", "popup.html", "tabs/book.html", "sidepanel.html"]) {
    const tab = await lens.open(address)
    await tab.locator("main").waitFor()
    const held = await tab.evaluate(
      () =>
        document.documentElement.outerHTML +
        [...document.querySelectorAll("input")].map(({ value }) => value).join(),
    )
    expect(held, address).not.toContain(access.apiKey)
    await tab.close()
  }
})

test("HTML in a customer's name is shown as it is and never runs", async () => {
  const dialogs: string[] = []
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(`${vitally}/accounts/${showcase.markup.id}`)
  const frame = await panelFrame(page)
  await expect(frame.getByRole("heading", { level: 1, name: showcase.markup.name })).toBeVisible({
    timeout: 30_000,
  })
  expect(await frame.locator("img").count()).toBe(0)
  const popup = await lens.open("popup.html")
  await expect(popup.getByRole("region", { name: "Today" })).toContainText(showcase.markup.name, {
    timeout: 30_000,
  })
  expect(await popup.locator("img").count()).toBe(0)
  expect(dialogs).toEqual([])
  await popup.close()
})
