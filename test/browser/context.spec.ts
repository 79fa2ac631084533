import { expect, type Frame, type Page, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { axeViolations } from "./axe"
import { command, gateShows, globex, initech, lightning, push, vitally } from "./gate"
import { ask } from "./ask"
import { type Lens, startLens } from "./lens"
import { panelFrame, panelFrameNow } from "./panel-frame"
import { stopWorker } from "./worker"

const inLightning = (id18: string) => `${lightning}/lightning/r/Account/${id18}/view`

/** For answers that take several requests on a busy machine. */
const slow = { timeout: 30_000 }

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
})
test.afterAll(() => lens.close())
test.beforeEach(async () => {
  page = await lens.context.newPage()
})
test.afterEach(async () => {
  lens.replica.control.clearFaults()
  await page.close()
})

const heading = (frame: Frame, name: string) => frame.getByRole("heading", { level: 1, name })

/** Opens a page and waits until its panel shows the account, read to the end. */
async function openAccount(url: string, name: string): Promise<Frame> {
  await page.goto(url)
  const frame = await panelFrame(page)
  await expect(heading(frame, name)).toBeVisible(slow)
  await expect(frame.getByRole("button", { name: "Refresh" }).first()).toBeVisible(slow)
  return frame
}

/** From now on, which of these words stand anywhere in the panel, frame by frame as it is painted; equal ones once. */
function watch(frame: Frame, words: string[]): Promise<void> {
  return frame.evaluate((wanted) => {
    const seen: { words: string; at: number }[] = []
    Object.assign(window, { seen })
    const look = () => {
      const html = document.body.outerHTML + document.title
      const words = wanted.filter((word) => html.includes(word)).join(" ")
      if (seen.at(-1)?.words !== words) seen.push({ words, at: Date.now() })
      requestAnimationFrame(look)
    }
    look()
  }, words)
}
const watched = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as { seen: { words: string; at: number }[] }).seen)
const wordsSeen = async (frame: Frame) => (await watched(frame)).map(({ words }) => words)

test("is as it was left when the gate had taken it away: a list in between, a reload, collapsed", async () => {
  let frame = await openAccount(globex, "Globex")
  // The first thing that is opened has to wake it.
  await stopWorker(lens.context)
  await frame.locator("#section-tasks .add-task > summary").click()
  // Gone in the same moment, before anything was told at rest.
  const scrolled = await frame.evaluate(
    () =>
      new Promise<number>((end) => {
        document.addEventListener("scroll", () => requestAnimationFrame(() => end(scrollY)), { once: true })
        scrollTo(0, 500)
      }),
  )
  expect(scrolled).toBe(500)
  const isAsLeft = async () => {
    frame = await panelFrame(page)
    await expect(frame.locator("#section-tasks .add-task[open]")).toBeVisible()
    await expect.poll(() => frame.evaluate(() => scrollY)).toBe(scrolled)
  }
  await push(page, `${vitally}/hubs/accounts/all`)
  await expect.poll(() => panelFrameNow(page)).toBeUndefined()
  await page.goBack()
  await isAsLeft()
  await page.reload()
  await isAsLeft()
  await frame.getByRole("button", { name: "Collapse the panel" }).click()
  await expect.poll(() => gateShows(page)).toBe("tab")
  await command(lens.worker, page, { gate: "expand" })
  await isAsLeft()
})

const looking = "Looking for this customer"

for (const [site, from, to] of [
  ["Vitally", globex, initech],
  ["Salesforce", inLightning(showcase.globex.salesforceId), inLightning(showcase.initech.salesforceId)],
] as const) {
  test(`leaves the old account before the new one comes, cached or slow, in ${site}`, async () => {
    const frame = await openAccount(from, "Globex")
    // By name and by what only its own links and texts hold.
    const words = ["Globex", showcase.globex.id, "Initech", showcase.initech.id, looking, "Umbra"]
    await watch(frame, words)
    await push(page, to)
    await expect(heading(frame, "Initech")).toBeVisible(slow)
    const [first, ...later] = await wordsSeen(frame)
    expect(first).toBe(`Globex ${showcase.globex.id}`)
    expect(later.at(-1)).toBe(`Initech ${showcase.initech.id}`)
    expect(later.join()).not.toContain("Globex")
    expect(later.join()).not.toContain(showcase.globex.id)

    // Nobody has read this one yet, and Vitally takes its time.
    const { control } = lens.replica
    const id = control.addAccount({ name: `Umbra ${site}`, quirks: { externalId: "salesforce" } })
    const { salesforceId } = control.world.vitally.customer(id)!
    control.fault({ path: "/resources/accounts/*", delayMs: 700 })
    await watch(frame, words)
    await push(page, site === "Vitally" ? `${vitally}/accounts/${id}` : inLightning(salesforceId))
    await expect(heading(frame, `Umbra ${site}`)).toBeVisible(slow)
    const said = (await wordsSeen(frame)).filter((words) => words !== "")
    expect(said).toEqual([`Initech ${showcase.initech.id}`, looking, "Umbra"])
  })
}

test("leaves the old account at once, however busy the worker is", async () => {
  const frame = await openAccount(globex, "Globex")
  await watch(frame, ["Globex"])
  const busy = lens.worker.evaluate(() => {
    const until = Date.now() + 1500
    while (Date.now() < until);
    return until
  })
  await push(page, initech)
  await expect(heading(frame, "Initech")).toBeVisible(slow)
  const [, gone] = await watched(frame)
  expect(gone!.words).toBe("")
  expect(gone!.at).toBeLessThan(await busy)
})

test("follows the tabs of a Salesforce console: switching, subtabs, closing, one without a customer", async () => {
  const { globex: one, initech: other } = showcase
  await page.goto(`${lightning}/lightning/o/Account/list?console=1`)
  expect(panelFrameNow(page)).toBeUndefined()
  const tab = (row: string, name: string) =>
    page.getByRole("group", { name: row }).getByRole("button", { name, exact: true })
  const workspace = (id18: string) => tab("Workspaces", `Account/${id18}`)
  const close = (row: string, name: string) => tab(row, `Close ${name}`).click()
  const shows = async (name: string) => {
    const frame = await panelFrame(page)
    await expect(heading(frame, name)).toBeVisible(slow)
    return frame
  }

  await page.getByTestId("account-globex").first().click()
  let frame = await shows("Globex")
  const trait = frame.locator(".trait").first()
  await trait.locator("summary").click()
  // A subtab's address names its workspace: no sign-in is needed to know the customer, and nothing is asked anew.
  await watch(frame, ["Globex", "Initech", "Loading"])
  const deal = page.locator('main a[href*="/r/Opportunity/"]').first()
  await deal.click()
  await expect(page).toHaveURL(/Opportunity.*ws=/)
  await page.locator('main a[href*="/r/Contact/"]').first().click()
  await expect(page).toHaveURL(/Contact.*ws=/)
  expect(panelFrameNow(page)).toBe(frame)
  expect(await wordsSeen(frame)).toEqual(["Globex"])

  await page.getByTestId("account-initech").first().click()
  await shows("Initech")
  await expect(trait.getByText("Why it matters")).toHaveCount(0)
  await workspace(one.salesforceId).click()
  await expect(page).toHaveURL(/Contact.*ws=/)
  await shows("Globex")
  await expect(trait.getByText("Why it matters")).toBeVisible()

  // The slow answer for one tab never shows in the next.
  const { control } = lens.replica
  const id = control.addAccount({ name: "Slate", quirks: { externalId: "salesforce" } })
  const { salesforceId } = control.world.vitally.customer(id)!
  await workspace(other.salesforceId).click()
  await shows("Initech")
  control.fault({ path: "/resources/accounts/*", delayMs: 700 })
  await watch(frame, ["Slate"])
  await push(page, inLightning(salesforceId))
  await expect.poll(() => control.requests.some(({ path }) => path.includes(salesforceId)), slow).toBe(true)
  await workspace(one.salesforceId).click()
  await shows("Globex")
  await expect.poll(() => ask(lens.options, "summary.get", { accountId: id }), slow).not.toBeNull()
  expect(await wordsSeen(frame)).toEqual([""])

  // Pinned, it stays through switches and says whose page it is; the pin counts for all tabs of this console.
  await frame.getByRole("button", { name: "Pin this customer" }).click()
  await workspace(other.salesforceId).click()
  await expect(frame.getByText("Pinned. This page is about Initech.")).toBeVisible()
  await workspace(one.salesforceId).click()
  await expect(frame.getByText(/^Pinned/)).toHaveCount(0)
  await frame.getByRole("button", { name: "Pin this customer" }).click()

  await close("Workspaces", `Account/${one.salesforceId}`)
  await shows("Initech")
  await close("Workspaces", `Account/${other.salesforceId}`)
  await expect(page).toHaveURL(/home/)
  await expect.poll(() => panelFrameNow(page)).toBeUndefined()
  await page.goto(inLightning(one.salesforceId))
  frame = await shows("Globex")
  await expect(frame.locator(".trait").first().getByText("Why it matters")).toBeVisible()
})

test("pops out into a tab of the customer's own: named after it, following nothing, as it was after a reload", async () => {
  const popOut = async (frame: Frame) => {
    const opened = lens.context.waitForEvent("page")
    await frame.getByRole("button", { name: "More", exact: true }).first().click()
    await frame.getByRole("button", { name: "Open in a tab" }).click()
    return opened
  }
  const frame = await openAccount(globex, "Globex")
  const tab = await popOut(frame)
  await expect(tab).toHaveTitle("Globex")
  await expect(tab.getByRole("button", { name: "Pin this customer" })).toHaveCount(0)
  // The menu it came from is closed and keeps the focus; here is nothing for Esc to close.
  expect(await frame.evaluate(() => document.activeElement?.ariaLabel)).toBe("More")
  await tab.keyboard.press("Escape")
  expect(await axeViolations(tab)).toEqual([])
  // Two places, one customer: what is done in one, the other shows and takes back.
  const [here, there] = [tab, frame].map((one) => one.locator(".task").first())
  await here!.getByRole("checkbox").click()
  await expect(there!.getByRole("checkbox")).toBeChecked()
  await there!.getByRole("button", { name: "Undo" }).click()
  await expect(here!.getByRole("checkbox")).not.toBeChecked()
  await tab.locator("#section-tasks .add-task > summary").click()

  await page.bringToFront()
  await push(page, initech)
  await expect(heading(frame, "Initech")).toBeVisible(slow)
  const other = await popOut(frame)
  await expect(other).toHaveTitle("Initech")
  await expect(tab).toHaveTitle("Globex")
  await tab.reload()
  await expect(tab).toHaveTitle("Globex")
  await expect(tab.locator("#section-tasks .add-task[open]")).toBeVisible()

  // Once more brings the same tab back; the panel in the page stays.
  await page.bringToFront()
  const count = lens.context.pages().length
  await frame.getByRole("button", { name: "More", exact: true }).first().click()
  await frame.getByRole("button", { name: "Open in a tab" }).click()
  const inFront = () =>
    lens.worker.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ title }) => title))
  await expect.poll(inFront).toContain("Initech")
  expect(lens.context.pages()).toHaveLength(count)
  expect(panelFrameNow(page)).toBe(frame)
  const link = tab.locator('main a[href^="https://"]').first()
  expect(await link.getAttribute("target")).toBe("_blank")
  await tab.close()
  await other.close()
})
