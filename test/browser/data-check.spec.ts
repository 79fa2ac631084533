/** "Data to check" over the replica's book: what it lists is recounted from the rows that Vitally holds, and its buttons settle. */
import { expect, type Page, test } from "@playwright/test"

import { ask } from "./ask"
import { axeViolations } from "./axe"
import { type Lens, startLens } from "./lens"

type Raw = Record<string, unknown> & { traits?: Record<string, unknown> }

const keys = {
  contractEnd: "sfdc.Active_Contract_Period_End__c",
  red: "vitally.custom.accountRedAccount",
  lighthouse: "vitally.custom.lighthouse",
}
const dayOf = (value: unknown) => (typeof value === "string" ? value.slice(0, 10) : undefined)

let lens: Lens
let mine: { id: string; name: string }[]

test.beforeAll(async () => {
  // Two readings of the whole book, on a machine that may be busy.
  test.setTimeout(300_000)
  lens = await startLens()
  const { control } = lens.replica
  // Plain rows: what is damaged on purpose is no part of the recount.
  mine = control.world.book.customers.filter(
    ({ advisor, churnedAt, noData, quirks }) =>
      advisor === 0 &&
      !churnedAt &&
      !noData &&
      !quirks.allNull &&
      !quirks.organizationOnly &&
      !quirks.oldAliases &&
      !quirks.words &&
      !quirks.epochDates,
  )
  const [one, two, three] = mine.map(({ id }) => id)
  control.updateAccount(one!, { traits: { [keys.contractEnd]: "2027-01-31" }, nextRenewalDate: "2028-01-31" })
  control.updateAccount(two!, { traits: { [keys.red]: true, [keys.lighthouse]: false } })
  control.updateAccount(three!, { traits: { [keys.contractEnd]: "Q2 FY27" }, nextRenewalDate: null })
  await ask(lens.options, "sync.now", { full: true })
  await expect
    .poll(async () => (await ask(lens.options, "facts.check", {})).rows.map(({ key }) => key), {
      timeout: 90_000,
    })
    .toContain("unread:renewalOn")
})
test.afterAll(() => lens.close())

const rowOf = (tab: Page, name: string, text: RegExp | string) =>
  tab
    .getByRole("list", { name: "Data to check" })
    .getByRole("listitem")
    .filter({ hasText: name })
    .filter({ hasText: text })

test("lists the contradictions and gaps that a recount of Vitally's rows finds, and no others of their kind", async () => {
  const tab = await lens.open("tabs/app.html#data")
  await expect(tab.getByRole("heading", { level: 1, name: "Data to check" })).toBeVisible()
  const list = tab.getByRole("list", { name: "Data to check" })
  await expect(list).toBeVisible()
  const shown = new Set<string>()
  for (const item of await list.getByRole("listitem").all()) {
    const name = await item.getByRole("button").first().textContent()
    const text = (await item.textContent()) ?? ""
    if (/not in Lighthouse/.test(text)) shown.add(`${name} red`)
    if (/\(nextRenewalDate\)/.test(text) && !/The parent in Vitally says [^;]+;/.test(text))
      shown.add(`${name} renewal`)
    if (/can't be read/.test(text) && /renewal/i.test(text)) shown.add(`${name} unreadable`)
  }
  const counted = new Set<string>()
  for (const { id, name } of mine) {
    const { traits = {}, nextRenewalDate } = lens.replica.control.accountRow(id) as Raw
    const [end, next] = [dayOf(traits[keys.contractEnd]), dayOf(nextRenewalDate)]
    const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-/.test(text)
    if (isDay(end) && isDay(next) && end !== next) counted.add(`${name} renewal`)
    if (end !== undefined && !isDay(end)) counted.add(`${name} unreadable`)
    if (traits[keys.red] === true && traits[keys.lighthouse] !== true) counted.add(`${name} red`)
  }
  const names = new Set(mine.map(({ name }) => name))
  const ofPlain = [...shown].filter((one) => names.has(one.replace(/ (red|renewal|unreadable)$/, "")))
  expect(ofPlain.sort()).toEqual([...counted].sort())
  expect(counted.size).toBeGreaterThanOrEqual(3)

  const weights = (await ask(tab, "facts.check", {})).rows.map(({ weight }) => weight)
  expect(weights).toEqual([...weights].sort((a, b) => b - a))
  await tab.close()
})

test("a value chosen for one customer is used, stays through a reload, and can be taken back", async () => {
  const tab = await lens.open("tabs/app.html#data")
  const { id, name } = mine[0]!
  const renewal = async () =>
    (await ask(tab, "book.get", {})).rows.find((one) => one.id === id)?.renewalOn ?? null
  const before = await renewal()
  const other = before === "2027-01-31" ? "31 Jan 2028" : "31 Jan 2027"
  const row = rowOf(tab, name, "nextRenewalDate")
  await row.getByRole("button", { name: new RegExp(`^Use ${other}`) }).click()
  await expect.poll(renewal).not.toBe(before)
  await expect(row).toHaveCount(0)
  await tab.reload()
  await tab.getByText(/^Seen, fine \(/).click()
  const seen = tab.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "you chose it" })
  await seen.getByRole("button", { name: /^Check again/ }).click()
  await expect.poll(renewal).toBe(before)
  await tab.close()
})

test("a trait is set in Vitally, and what was seen as fine goes and comes back", async () => {
  const tab = await lens.open("tabs/app.html#data")
  const red = mine[1]!
  const traits = () => (lens.replica.control.accountRow(red.id) as Raw).traits
  await rowOf(tab, red.name, "not in Lighthouse")
    .getByRole("button", { name: /^Set Lighthouse/ })
    .click()
  await expect.poll(() => traits()?.[keys.lighthouse], { timeout: 30_000 }).toBe(true)
  await expect(rowOf(tab, red.name, "not in Lighthouse")).toHaveCount(0)

  const unread = rowOf(tab, mine[2]!.name, "can't be read")
  await unread.getByRole("button", { name: /^Seen, fine/ }).click()
  await expect(unread).toHaveCount(0)
  await tab.getByRole("button", { name: "Undo" }).last().click()
  await expect(unread).toHaveCount(1)
  await tab.close()
})

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 1280],
  ["light", 420],
] as const)
  test(`axe objects to nothing, ${colorScheme} at ${width} px, and nothing is cut off`, async () => {
    const tab = await lens.open("tabs/app.html#data")
    await tab.emulateMedia({ colorScheme })
    await tab.setViewportSize({ width, height: 900 })
    await expect(tab.getByRole("list", { name: "Data to check" })).toBeVisible()
    expect(await axeViolations(tab)).toEqual([])
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
    await tab.screenshot({
      path: test.info().outputPath(`data-check-${colorScheme}-${width}.png`),
      fullPage: true,
    })
    await tab.close()
  })
