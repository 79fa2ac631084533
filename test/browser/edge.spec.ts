/** The collapsed tab with its peek, and the page that makes room: on stand-in pages with what real ones fix in their window. */
import type { Frame, Page } from "@playwright/test"
import { expect, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { axeViolations } from "./axe"
import { command, gateBoxes, gateShows, globex, lightning, tab, tabInto } from "./gate"
import { type Lens, startLens } from "./lens"
import { panelFrame } from "./panel-frame"

const grip = 6
const width = 380
const slow = { timeout: 30_000 }
const hosts = [
  ["Vitally", globex],
  ["Lightning", `${lightning}/lightning/r/Account/${showcase.globex.salesforceId}/view`],
  ["Classic", `https://acme.my.salesforce.com/${showcase.globex.salesforceId}`],
] as const

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
  page = await lens.context.newPage()
})
test.afterAll(() => lens.close())

async function open(url: string, size: { width: number; height: number }): Promise<Frame> {
  await page.setViewportSize(size)
  await page.goto(url)
  await expect.poll(() => gateShows(page)).not.toBe("nothing")
  return panelFrame(page)
}

/** The gate's orders as a panel gives them. */
async function order(request: object): Promise<void> {
  const frame = await panelFrame(page)
  await frame.evaluate((p) => chrome.runtime.sendMessage({ m: "gate.command", p, rid: "1" }), request)
}

test.describe("the tab", () => {
  test.beforeEach(async () => {
    await open(globex, { width: 1200, height: 800 })
    await command(lens.worker, page, { gate: "collapse" })
    await expect.poll(() => gateShows(page)).toBe("tab")
  })

  test("says by its name what it shows, and nothing of it to the page", async () => {
    const frame = await panelFrame(page)
    const button = frame.getByRole("button", {
      name: /^Globex, Concerning, 5\.4 of 10, (\d+ days? since contact|contact today), customer waits, \d+ h left\. Open Account Lens$/,
    })
    await expect(button).toBeVisible(slow)
    await expect(frame.locator(".edge-shown")).toHaveText(/^(\d+d|now)\d+h$/)
    const seen = await page.evaluate(() => {
      const host = document.querySelector("html > :not(head, body)")
      const { x, y, width, height } = host!.getBoundingClientRect()
      return { text: host?.textContent, root: host?.shadowRoot ?? null, x, y: y > 0, width, height }
    })
    // The same size for whoever waits and whoever does not: a page could read that.
    expect(seen).toEqual({ text: "", root: null, x: 1200 - tab.width, y: true, ...tab })
    expect(await axeViolations(frame)).toEqual([])
  })

  test("opens to a peek under the pointer, and closes behind it", async () => {
    const frame = await panelFrame(page)
    await expect(frame.getByRole("button", { name: /^Globex/ })).toBeVisible(slow)
    const [box] = await gateBoxes(page)
    await page.mouse.move(box!.x + 20, box!.y + 40)
    await expect.poll(async () => (await gateBoxes(page))[0]!.width).toBe(380)
    for (const words of ["5.4 Concerning", /no buyer/, /since contact/, /renews in 110 days/, "Next"])
      await expect(frame.getByText(words).first()).toBeVisible()
    const cut = await frame
      .locator(".peek")
      .evaluate((peek) => peek.getBoundingClientRect().bottom - innerHeight)
    expect(cut).toBeLessThanOrEqual(0)
    await page.mouse.move(100, 700)
    await expect.poll(() => gateBoxes(page)).toMatchObject([tab])
  })

  test("opens to a peek by keys, and to the panel by Enter, where Tab goes on", async () => {
    const frame = await panelFrame(page)
    await expect(frame.getByRole("button", { name: /^Globex/ })).toBeVisible(slow)
    await tabInto(page, frame)
    await expect.poll(async () => (await gateBoxes(page))[0]!.width).toBe(380)
    await page.keyboard.press("Enter")
    await expect.poll(() => gateShows(page)).toBe("panel")
    await expect(frame.getByRole("region", { name: "Health" })).toBeVisible()
    await frame.getByRole("button", { name: "Collapse the panel" }).click()
    // The focus had opened it; collapsed, it is a tab again.
    await expect.poll(() => gateBoxes(page)).toMatchObject([tab])
  })
})

test.describe("the page that makes room", () => {
  const wide = { width: 1440, height: 900 }
  /** Whether the page's own button is what a click at its middle hits. */
  const isFree = (testId: string) =>
    page
      .getByTestId(testId)
      .getByRole("button")
      .evaluate((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        return document.elementFromPoint(x + width / 2, y + height / 2) === button
      })
  const mainRight = () => page.locator("main").evaluate((main) => main.getBoundingClientRect().right)
  const pageWidth = () => page.evaluate(() => document.documentElement.getBoundingClientRect().width)

  for (const [site, url] of hosts) {
    test(`keeps every button of ${site} in reach: its header, its composer, its utility bar`, async () => {
      await open(`${url}?fixed=shell`, wide)
      await command(lens.worker, page, { gate: "expand" })
      await order({ command: "room", room: true })
      await expect.poll(pageWidth).toBe(1440 - width - grip)
      for (const testId of ["fixed-header", "composer", "utility"])
        expect(await isFree(testId), testId).toBe(true)
      expect(await mainRight()).toBeLessThanOrEqual(1440 - width - grip)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440)

      await order({ command: "room", room: false })
      await expect.poll(pageWidth).toBe(1440)
      expect(await isFree("fixed-header")).toBe(false)
      await page.reload()
      await expect.poll(() => gateShows(page)).toBe("panel")
      expect(await pageWidth()).toBe(1440)
    })
  }

  test("leaves a page that scrolls as a whole its fixed header, and narrows what scrolls", async () => {
    await open(`${globex}?fixed=window`, wide)
    await command(lens.worker, page, { gate: "expand" })
    await order({ command: "room", room: true })
    await expect.poll(pageWidth).toBe(1440 - width - grip)
    await page.evaluate(() => scrollTo(0, 600))
    const header = await page.getByTestId("fixed-header").boundingBox()
    expect(header!.y).toBe(0)
    expect(await mainRight()).toBeLessThanOrEqual(1440 - width - grip)
  })

  test("gives the page its width back: collapsed, on another page, and where too little would be left", async () => {
    await open(`${globex}?fixed=shell`, wide)
    await command(lens.worker, page, { gate: "expand" })
    await order({ command: "room", room: true })
    await expect.poll(pageWidth).toBe(1440 - width - grip)
    await page.setViewportSize({ width: 1300, height: 900 })
    await expect.poll(pageWidth).toBe(1300)
    await page.setViewportSize(wide)
    await expect.poll(pageWidth).toBe(1440 - width - grip)
    await command(lens.worker, page, { gate: "collapse" })
    await expect.poll(pageWidth).toBe(1440)
    await command(lens.worker, page, { gate: "expand" })
    await expect.poll(pageWidth).toBe(1440 - width - grip)
    await page.evaluate(() => history.pushState(null, "", "/hubs/accounts/all"))
    await expect.poll(pageWidth).toBe(1440)
  })

  test("takes writes from the panel beside it", async () => {
    const frame = await open(globex, wide)
    await command(lens.worker, page, { gate: "expand" })
    await order({ command: "room", room: true })
    await frame.getByRole("button", { name: "Log a touch" }).first().click()
    await frame.locator(".popover:popover-open").getByRole("button", { name: "Email" }).click()
    await expect(frame.locator(".toasts")).toContainText("Email", slow)
    await expect(frame.getByRole("dialog")).toHaveCount(0)
  })
})

test("asks once on each host how it opens, with keys too, and remembers it", async () => {
  await lens.worker.evaluate(() => chrome.storage.local.remove("places"))
  const frame = await open(globex, { width: 1440, height: 900 })
  const card = frame.getByRole("region", { name: "How should Account Lens open?" })
  await expect(card).toBeVisible(slow)
  expect(await axeViolations(frame)).toEqual([])
  await card.getByRole("radio", { name: /^Make room/ }).press("ArrowDown")
  await expect(card.getByRole("radio", { name: /^Lie over the page/ })).toBeChecked()
  await card.getByRole("button", { name: "Keep" }).press("Enter")
  await expect(card).toHaveCount(0)
  await page.reload()
  await expect((await panelFrame(page)).getByRole("region", { name: "Health" })).toBeVisible(slow)
  await expect((await panelFrame(page)).getByRole("region", { name: /How should/ })).toHaveCount(0)
})
