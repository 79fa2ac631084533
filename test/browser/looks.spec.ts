/** How the panel looks and behaves under hard conditions: the gallery's states in Chromium, without extension and replica. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { pathToFileURL } from "node:url"

import { type Browser, chromium, expect, type Page, test } from "@playwright/test"

import { ensureBrowser } from "../../scripts/browser.mjs"
import { buildGallery } from "../../scripts/gallery/build"
import { states } from "../../scripts/gallery/states"
import { axeViolations } from "./axe"

type Window = NonNullable<Parameters<Browser["newContext"]>[0]>

let browser: Browser
let folder: string
let gallery: string

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "account-lens-gallery-"))
  gallery = pathToFileURL(await buildGallery(folder)).href
  browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  })
})
test.afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A state of the gallery, whole. 200 % zoom of a 380 px panel is a window of 190 CSS pixels at twice the density. */
async function open(state: string, window: Window): Promise<Page> {
  const page = await browser.newPage(window)
  await page.goto(`${gallery}?state=${state}`)
  await page.locator("main").waitFor()
  return page
}

/** What sticks out of the window, or by more than a button's own padding out of its section. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement
    const edgeOf = (one: Element) => {
      const section = one.closest(".section")
      if (!section || section === one) return clientWidth
      return section.getBoundingClientRect().right - parseFloat(getComputedStyle(section).paddingRight) + 8
    }
    const out = [...document.querySelectorAll("main *:not(.sr-only)")].filter(
      (one) => one.getBoundingClientRect().right > edgeOf(one) + 1,
    )
    return out.slice(0, 3).map((one) => `${one.className}: ${one.textContent.slice(0, 60)}`)
  })
}

const still = ["account", "poor", "awkward", "no-data", "outbox", "pinned", "unknown"]

for (const [name, window] of [
  ["280 px", { viewport: { width: 280, height: 700 } }],
  ["200 % zoom", { viewport: { width: 190, height: 450 }, deviceScaleFactor: 2 }],
] as const) {
  test(`never scrolls sideways at ${name}, and has nothing that axe objects to`, async () => {
    for (const state of still) {
      const page = await open(state, window)
      const across = () => page.evaluate(() => document.documentElement.scrollWidth)
      expect.soft(await across(), state).toBe(window.viewport.width)
      // Everything that opens, opened.
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)))
      expect.soft(await tooWide(page), state).toEqual([])
      if (state === "account") expect.soft(await axeViolations(page), state).toEqual([])
      await page.close()
    }
  })
}

test("a trait that is not well says why in full; those that are well take one line together", async () => {
  for (const width of [280, 380]) {
    const page = await open("account", { viewport: { width, height: 900 } })
    const cut = await page
      .locator(".trait:not(.trait-healthy) :is(.trait-label, .trait-why)")
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          .map((one) => one.textContent),
      )
    expect.soft(cut, String(width)).toEqual([])
    expect(await page.locator(".trait summary").count()).toBe(7)
    await expect(page.getByRole("button", { name: /^3 traits green/ })).toBeVisible()
    await expect(page.getByRole("region", { name: "Health" }).locator("li.trait")).toHaveCount(10)
    await page.close()
  }
})

test("no button lies over another in what opens over the page", async () => {
  for (const [state, opener] of [
    ["account", ".log-touch"],
    ["account", ".action-menu"],
  ] as const) {
    const page = await open(state, { viewport: { width: 280, height: 700 } })
    await page.locator(opener).first().click()
    const buttons = page.locator(".popover:popover-open button")
    await buttons.first().waitFor()
    const boxes = await buttons.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    )
    const over = boxes.filter((a, at) =>
      boxes.some(
        (b, other) =>
          other > at && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      ),
    )
    expect.soft(over, opener).toEqual([])
    await page.close()
  }
})

/** Other facts in the same elements and colours as other states have. */
const alike = new Set(["fewer", "renewal", "zero", "churned", "stale", "awkward", "choose", "completed"])
const opened = "dialog[open], .popover:popover-open, details[open], .toast"

/** What axe finds without colours, jsdom finds too, and in less time: `src/ui/panel/axe.test.tsx`. */
for (const colorScheme of ["light", "dark"] as const) {
  test(`every kind of state is readable, ${colorScheme}`, async () => {
    const page = await browser.newPage({
      viewport: { width: 380, height: 900 },
      reducedMotion: "reduce",
      colorScheme,
    })
    for (const [state, { click = [] }] of Object.entries(states)) {
      if (alike.has(state)) continue
      await page.goto(`${gallery}?state=${state}`)
      await page.locator("main").waitFor()
      for (const selector of click) await page.locator(selector).first().click()
      // Around what a click opened is the account, which is a state of its own.
      const within = click.length > 0 ? { within: opened } : {}
      expect.soft(await axeViolations(page, { rules: ["color-contrast"], ...within }), state).toEqual([])
    }
    await page.close()
  })
}

test("in high contrast every status still has its shape, every control its border", async () => {
  const page = await open("account", {
    viewport: { width: 380, height: 900 },
    forcedColors: "active",
    reducedMotion: "reduce",
  })
  const invisible = await page.evaluate(() => {
    const canvas = getComputedStyle(document.body).backgroundColor
    return [...document.querySelectorAll(".mark .mark-fill, .bar-fill, .category-score")]
      .filter((one) => {
        const { fill, stroke, color } = getComputedStyle(one)
        const inks = one instanceof SVGElement ? [fill, stroke] : [color]
        return inks.every((ink) => ink === "none" || ink === canvas)
      })
      .map((one) => one.outerHTML.slice(0, 120))
  })
  expect(invisible).toEqual([])
  const pin = page.getByRole("button", { name: "Pin this customer" })
  expect(await pin.evaluate((one) => getComputedStyle(one).borderTopWidth)).not.toBe("0px")
  expect(await axeViolations(page)).toEqual([])
  await page.close()
})

test("what loads stands where it will stand, and with less motion does not move by itself", async () => {
  const window = { viewport: { width: 640, height: 900 }, reducedMotion: "reduce" } as const
  const tops = (page: Page) => Promise.all([".glance", ".section"].map((one) => top(page, one)))
  const loading = await open("loading", window)
  await expect.poll(() => loading.evaluate(() => document.getAnimations().length)).toBe(0)
  const account = await open("account", window)
  const [glance, section] = await tops(account)
  const [glanceThen, sectionThen] = await tops(loading)
  expect(glanceThen).toBe(glance)
  // Within a line: how much stands at a glance is the customer's.
  expect(Math.abs(sectionThen! - section!)).toBeLessThan(24)
  await loading.close()
  await account.close()
})

/** Fresh values come in; resolves once they are on the screen. */
async function change(page: Page, to: string, shows: string): Promise<void> {
  await page.evaluate((next) => (globalThis as unknown as { change: (to: string) => void }).change(next), to)
  await page.locator(shows).first().waitFor({ state: "attached" })
}

const top = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one) => Math.round(one.getBoundingClientRect().top))

/** Pages scroll by whole pixels while heights of texts have fractions: one pixel is rounding. */
function stays(now: number, before: number): void {
  expect(Math.abs(now - before)).toBeLessThanOrEqual(1)
}

test("nothing moves under the pointer when fresh values come, whether above it grows or shrinks", async () => {
  const page = await open("fewer", { viewport: { width: 380, height: 700 } })
  const trait = ".trait:nth-child(2) .trait-label"
  await page.locator(trait).hover()
  const before = await top(page, trait)
  await change(page, "account", ".actions .action:nth-child(3)")
  stays(await top(page, trait), before)
  // Back: the page stands at its top, or near it, and can't be scrolled as far back as the content gives way.
  await page.evaluate(() => scrollTo(0, 0))
  await page.locator(".category-line summary").click()
  await page.locator(".categories tr:nth-child(2)").hover()
  const category = await top(page, ".categories tr:nth-child(2)")
  await change(page, "fewer", ".actions:not(:has(.action:nth-child(2)))")
  stays(await top(page, ".categories tr:nth-child(2)"), category)
  await page.close()
})

test("the focus is never lost with what had it", async () => {
  const page = await open("account", { viewport: { width: 380, height: 700 } })
  await page.locator(".action-menu").first().focus()
  await change(page, "fewer", ".actions:not(:has(.action:nth-child(2)))")
  await expect(page.getByRole("heading", { name: "Recommended actions" })).toBeFocused()
  await page.close()
})
