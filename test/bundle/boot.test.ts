import { afterAll, beforeAll, expect, it } from "vitest"
import type { ConsoleMessage, Page } from "@playwright/test"

import { type Launched, launchWithExtension } from "../browser/launch"
import { panelFrame } from "../browser/panel-frame"
import { gate, pages } from "./built"

/** Nothing listens on this port: the only host page is the one this test answers itself. */
const nowhere = 9

let launched: Launched
beforeAll(async () => {
  launched = await launchWithExtension({ port: nowhere })
})
afterAll(() => launched.context.close())

function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error") faults.push(message.text())
  })
  page.on("pageerror", (error) => faults.push(error.message))
  return faults
}

interface ExtensionInfo {
  state: string
  manifestErrors: unknown[]
  commands: { name: string; keybinding: string }[]
}

/** What chrome://extensions knows of us. */
async function extensionInfo(): Promise<ExtensionInfo> {
  const page = await launched.context.newPage()
  await page.goto("chrome://extensions")
  const info = await page.evaluate((id) => {
    const { developerPrivate } = chrome as unknown as {
      developerPrivate: { getExtensionInfo(id: string): Promise<ExtensionInfo> }
    }
    return developerPrivate.getExtensionInfo(id)
  }, launched.extensionId)
  await page.close()
  return info
}

it("loads without a complaint about its manifest, under its fixed id, with all its shortcuts", async () => {
  const { state, manifestErrors, commands } = await extensionInfo()
  expect([state, ...manifestErrors]).toEqual(["ENABLED"])
  expect(launched.extensionId).toBe("fijbnlpecfghdkodcloeanhooinlkocj")
  expect(Object.fromEntries(commands.map(({ name, keybinding }) => [name, keybinding]))).toEqual({
    _execute_action: "Alt+Shift+P",
    "toggle-panel": "Alt+Shift+L",
    "next-overdue": "Alt+Shift+O",
  })
})

it.each(pages)("renders %s", async (name) => {
  const page = await launched.context.newPage()
  const faults = faultsOf(page)
  await page.goto(`chrome-extension://${launched.extensionId}/${name}`)
  await expect.poll(() => page.locator("#__plasmo").innerText(), { timeout: 20_000 }).not.toBe("")
  expect(faults).toEqual([])
  await page.close()
})

it("puts the panel's frame on an account page, under a strict policy of the page", async () => {
  const page = await launched.context.newPage()
  const faults = faultsOf(page)
  await page.route("https://acme.vitally.io/**", (route) =>
    route.fulfill({
      contentType: "text/html",
      headers: { "content-security-policy": "default-src 'none'" },
      body: "<!doctype html><title>Account</title>",
    }),
  )
  await page.goto("https://acme.vitally.io/accounts/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
  const frame = await panelFrame(page)
  await expect.poll(() => frame.locator("#__plasmo").innerText(), { timeout: 20_000 }).not.toBe("")
  expect(faults.filter((text) => !text.includes("favicon"))).toEqual([])
  await page.close()
})

// A debugger makes Chrome render nothing beforehand, so the page only says that it is such a one. Plain http: Chrome adds
// no gate of its own.
it("runs no gate in a page rendered beforehand, until the user comes to see it", async () => {
  const page = await launched.context.newPage()
  await page.route("http://acme.vitally.io/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Account</title>" }),
  )
  await page.goto("http://acme.vitally.io/accounts/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")
  await page.evaluate(() => {
    const said: unknown[] = []
    const runtime = {
      id: "x",
      getURL: String,
      onMessage: { addListener: () => undefined },
      sendMessage: (message: unknown) => {
        said.push(message)
        return new Promise(() => undefined)
      },
    }
    Object.assign(window, { chrome: { runtime }, said })
    Object.defineProperty(document, "prerendering", { value: true })
  })
  const said = () => page.evaluate(() => (window as unknown as { said: unknown[] }).said)
  await page.evaluate(gate)
  await page.evaluate(() => {
    window.dispatchEvent(new Event("focus"))
    history.pushState(null, "", "?moved")
  })
  expect(await said()).toEqual([])
  await page.evaluate(() => document.dispatchEvent(new Event("prerenderingchange")))
  expect(await said()).toEqual([{ m: "place.get" }])
  await page.close()
})
