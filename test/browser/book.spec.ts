/** The book in narrow windows and with many rows: the gallery's states in Chromium, without extension and replica. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"

import { type Browser, chromium, expect, type Page, test } from "@playwright/test"

import { ensureBrowser } from "../../scripts/browser.mjs"
import { buildPages } from "../../scripts/gallery/build"
import { axeViolations } from "./axe"

type Window = NonNullable<Parameters<Browser["newContext"]>[0]>

let browser: Browser
let folder: string

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "account-lens-book-"))
  await buildPages(folder, ["app"])
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  })
})
test.afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(state: string, window: Window): Promise<Page> {
  const page = await browser.newPage(window)
  await page.goto(`${pathToFileURL(path.join(folder, "app.html")).href}?state=${state}#book`)
  await page.getByRole("table").waitFor()
  return page
}

for (const [name, window] of [
  ["640 px", { viewport: { width: 640, height: 900 } }],
  ["640 px at 200 % zoom", { viewport: { width: 320, height: 450 }, deviceScaleFactor: 2 }],
  ["1024 px", { viewport: { width: 1024, height: 768 } }],
] satisfies [string, Window][])
  test(`the page never scrolls sideways, marks keep their words, and axe objects to nothing: ${name}`, async () => {
    const page = await open("book", window)
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBeLessThanOrEqual(1)
    // Marks are icons here: their words must still be there, for those who listen and those who point.
    const row = page.getByRole("row", { name: /Globex Corporation/ })
    for (const words of ["Lighthouse", "waits for an answer"])
      await expect(row.getByTitle(words)).toHaveText(words)
    expect(await axeViolations(page)).toEqual([])
    await page.close()
  })

test("ten thousand customers by keyboard: to the last, back, and never out of the list", async () => {
  const page = await open("book-many", { viewport: { width: 800, height: 700 } })
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex"))
  await page.locator(".customer").first().focus()
  await page.keyboard.press("ArrowDown")
  expect(await focused()).toBe("3")
  await page.keyboard.press("End")
  await expect.poll(focused).toBe("10001")
  await expect(page.locator(".customer:focus")).toBeInViewport()
  await page.keyboard.press("PageUp")
  await expect.poll(focused).toBe("9991")
  await page.keyboard.press("Home")
  await expect.poll(focused).toBe("2")
  // Its row is no longer drawn: the focus stays with the list, whose keys go on from there.
  await page.locator(".table-box").evaluate((box) => (box.scrollTop = box.scrollHeight / 2))
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe("table-box")
  expect(await page.getByRole("row").count()).toBeLessThan(100)
  await page.close()
})
