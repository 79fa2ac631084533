import type { Frame, Page } from "@playwright/test"
import { expect, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import { globex, vitally } from "./gate"
import { ask } from "./ask"
import { gateWorld } from "./hostile"
import { type Lens, startLens } from "./lens"
import { panelFrame } from "./panel-frame"

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
  page = await lens.context.newPage()
})
test.afterAll(() => lens.close())

async function panelOnGlobex(): Promise<Frame> {
  await page.goto(globex)
  const frame = await panelFrame(page)
  await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible({ timeout: 30_000 })
  return frame
}

test("a page that puts the panel into a frame of its own gets no customer data", async () => {
  const address = (await panelOnGlobex()).url()
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

test("a foreign site can't put the panel into a frame at all", async () => {
  const address = (await panelOnGlobex()).url()
  await page.route("https://evil.example/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Evil</title>" }),
  )
  await page.goto("https://evil.example/")
  for (const src of [address, lens.url("sidepanel.html"), lens.url("options.html")]) {
    const text = await page.evaluate(async (url) => {
      const frame = document.createElement("iframe")
      const loaded = new Promise((resolve) => {
        frame.onload = resolve
      })
      frame.src = url
      document.body.append(frame)
      await loaded
      return frame.contentDocument?.body.innerText ?? "closed"
    }, src)
    expect(text, src).toBe("closed")
    const shown = await page
      .frames()
      .at(-1)!
      .evaluate(() => document.querySelector("#__plasmo"))
    expect(shown, src).toBeNull()
  }
  await page.unrouteAll()
})

test("neither the gate nor the panel's frame may ask for what is a user's page's, and junk breaks nothing", async () => {
  const frame = await panelOnGlobex()
  const inFrame = (message: unknown) =>
    frame.evaluate((sent) => chrome.runtime.sendMessage<unknown, unknown>(sent), message)
  const inGate = await gateWorld(page, lens.url(""))
  const refused = { ok: false, fault: { code: "not-allowed" } }
  for (const [m, p] of [
    ["data.export", {}],
    ["policy.set", { policy: {} }],
    ["vitally.connect", { region: "us", subdomain: "evil", apiKey: "k" }],
    ["book.get", {}],
    ["search", { text: "glo" }],
    ["settings.set", { patch: { vitally: { subdomain: "evil" } } }],
    ["panel.get", { accountId: showcase.globex.id }],
  ] as const) {
    if (m !== "panel.get") expect(await inFrame({ m, p, rid: "1" }), m).toMatchObject(refused)
    expect(await inGate({ m, p, rid: "1" }), m).toMatchObject(refused)
  }
  for (const junk of [
    { m: "panel.get", p: "x".repeat(1_000_000) },
    { m: "task.add", p: { accountId: showcase.globex.id, name: "x".repeat(1_000_000) } },
    { m: "__proto__", p: {} },
    { m: "place.set", p: { width: 1e308, tabTop: -1 } },
  ]) {
    expect(await inFrame(junk)).not.toMatchObject({ ok: true, value: { view: {} } })
    await inGate(junk)
  }
  await page.reload()
  await expect((await panelFrame(page)).getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
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
  for (const address of [
    "options.html",
    "popup.html",
    "tabs/app.html",
    "tabs/book.html",
    "tabs/account.html",
  ]) {
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
  // Whatever else the day brings: the search shows the name.
  await popup.getByRole("combobox", { name: "Search customers" }).fill("Sons")
  await expect(popup.getByRole("option").filter({ hasText: showcase.markup.name })).toBeVisible({
    timeout: 30_000,
  })
  expect(await popup.locator("img").count()).toBe(0)
  expect(dialogs).toEqual([])
  await popup.close()
})
