/** What a reader gets in the first second, without scrolling or clicking: panel open and collapsed, in two windows. */
import type { Frame, Page } from "@playwright/test"
import { expect, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { command, gateBoxes, gateShows, vitally, tab } from "./gate"
import { type Lens, startLens } from "./lens"
import { panelFrame } from "./panel-frame"

interface Expected {
  /** In the open panel, above the fold. */
  open: (string | RegExp)[]
  /** In the tab's name, which is what it shows. */
  tab: RegExp
  /** In the peek. */
  peek: (string | RegExp)[]
}

const expected: Record<"globex" | "initech" | "vandelay" | "hooli" | "prestige" | "oceanic", Expected> = {
  globex: {
    open: [
      "5.4",
      "Concerning",
      "No buyer",
      "62% of seats used",
      "25% daily use",
      "Strategic",
      /\$1\.15m ARR/,
      "500 seats",
      "In 110 days",
      /\d+ days ago/,
      /h left/,
      "I answered",
    ],
    tab: /^Globex, Concerning, 5\.4 of 10, \d+ days since contact, customer waits, \d+ h left/,
    peek: ["5.4 Concerning", /no buyer/, /days since contact/, "renews in 110 days", /Next/],
  },
  initech: {
    open: ["10", "Healthy", "All ten traits are green.", "Large Enterprise", "800 seats", "In 320 days"],
    tab: /^Initech, Healthy, 10(\.0)? of 10, (\d+ days? since contact|contact today)\. /,
    peek: ["Healthy", "All ten traits are green.", "renews in 320 days"],
  },
  vandelay: {
    open: [
      "0.0",
      "Poor",
      "No champion",
      "No buyer",
      "33% of seats used",
      "14% daily use",
      "7 releases behind",
      "poor sentiment",
      "precise navigation off",
      "16 help tickets",
      "6 bug tickets",
      /overdue/,
      "In 64 days",
      "Red account",
      "Lighthouse",
      "Log the contact",
    ],
    tab: /^Vandelay Industries, Poor, 0\.0 of 10, \d+ days since contact, overdue/,
    peek: ["0.0 Poor", /^no champion, no buyer, .*and \d+ more/, "renews in 64 days", /Next/],
  },
  hooli: {
    open: ["Hooli Cloud", "Small Enterprise", "300 seats", "In 341 days", "1. Onboarding"],
    tab: /^Hooli Cloud, /,
    peek: ["renews in 341 days", /Next/],
  },
  prestige: {
    open: ["No score", "We know nothing about this customer’s health.", "None found", "Not known"],
    tab: /^Prestige Worldwide, No data, no contact known\. /,
    peek: ["No data", "None of the ten traits has a value.", "no contact known"],
  },
  oceanic: {
    open: [/Churned/, "none due"],
    tab: /^Oceanic Air, churned, /,
    peek: ["churned"],
  },
}

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
  page = await lens.context.newPage()
  await page.goto(`${vitally}/accounts/${showcase.globex.id}`)
  // The choice of how it opens is made: it is asked once, and not every day.
  await (
    await panelFrame(page)
  ).evaluate(() =>
    chrome.runtime.sendMessage({ m: "gate.command", p: { command: "room", room: true }, rid: "1" }),
  )
})
test.afterAll(() => lens.close())

/** Every text whose whole box lies within the frame's window and that nothing hides. */
function visibleText(frame: Frame): Promise<string> {
  return frame.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(node)
      const { top, bottom, width } = range.getBoundingClientRect()
      if (
        width > 1 &&
        top >= 0 &&
        bottom <= innerHeight &&
        node.parentElement?.checkVisibility({ opacityProperty: true })
      )
        texts.push(node.textContent ?? "")
    }
    return texts.join(" ").replaceAll(/\s+/g, " ")
  })
}

for (const size of [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
])
  for (const [who, facts] of Object.entries(expected) as [keyof typeof expected, Expected][])
    test(`${who} at ${size.width} × ${size.height}`, async () => {
      await page.setViewportSize(size)
      await page.goto(`${vitally}/accounts/${showcase[who].id}`)
      await expect.poll(() => gateShows(page)).not.toBe("nothing")
      const frame = await panelFrame(page)
      await command(lens.worker, page, { gate: "expand" })
      await expect(frame.getByRole("region", { name: "At a glance" })).toBeVisible({ timeout: 30_000 })
      for (const words of facts.open)
        await expect.poll(() => visibleText(frame), { timeout: 20_000 }).toMatch(asPattern(words))

      await command(lens.worker, page, { gate: "collapse" })
      await expect.poll(() => gateBoxes(page)).toMatchObject([tab])
      await expect(frame.getByRole("button", { name: facts.tab })).toBeVisible()
      const [box] = await gateBoxes(page)
      await page.mouse.move(box!.x + 20, box!.y + 40)
      await expect(frame.locator(".peek")).toBeVisible()
      const lines = (await frame.locator(".peek-line").allTextContents()).join("\n")
      for (const words of facts.peek)
        expect(lines).toMatch(typeof words === "string" ? asPattern(words) : new RegExp(words, "m"))
      await page.mouse.move(10, 10)
    })

function asPattern(words: string | RegExp): RegExp {
  return typeof words === "string" ? new RegExp(words.replaceAll(/[$.()[\]+*?]/g, "\\$&")) : words
}
