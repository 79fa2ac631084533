/** The sheets of the week: their figures against a recount of the replica's own book, axe in both themes, and a write that arrives. */
import { mkdirSync } from "node:fs"

import { expect, type Page, test } from "@playwright/test"

import { externalIdOf } from "../../src/worker/writes/ids"
import { showcase } from "../replica/book/showcase"
import { axeViolations } from "./axe"
import { type Lens, startLens } from "./lens"

let lens: Lens

test.beforeAll(async () => {
  lens = await startLens()
})
test.afterAll(() => lens.close())

/** From the replica's own book, not from what the worker derived of it. */
const here = () =>
  lens.replica.control.world.book.customers.filter(
    ({ churnedAt, quirks }) => churnedAt === undefined && !quirks.allNull,
  )

/** Both themes are checked; with `SCREENS` set, a picture of each is kept for looking at. */
async function look(tab: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await tab.emulateMedia({ colorScheme })
    expect(await axeViolations(tab)).toEqual([])
    const folder = process.env.SCREENS
    if (!folder) continue
    mkdirSync(folder, { recursive: true })
    await tab.screenshot({ path: `${folder}/${name}-${colorScheme}.png` })
  }
}

test("the Lighthouse board holds everybody who is in it, and a posted update arrives as a note", async () => {
  const tab = await lens.open("tabs/app.html#lighthouse?owner=all")
  const inside = here().filter(({ lighthouse }) => lighthouse === true)
  expect(inside.length).toBeGreaterThan(0)
  await expect(tab.getByRole("status").filter({ hasText: "in Lighthouse" })).toContainText(
    new RegExp(`^${inside.length} customers? in Lighthouse`),
  )
  const cards = new Set<string>()
  for (const column of ["Nominated", "Plan written", "Running", "Ready to leave"])
    for (const card of await tab.getByRole("region", { name: column }).getByRole("article").all())
      cards.add((await card.getAttribute("aria-label")) ?? "")
  expect([...cards].sort()).toEqual(inside.map(({ name }) => name).sort())
  await look(tab, "lighthouse")

  const open = inside.find(({ healthScore }) => healthScore !== null && healthScore < 20 / 3)!
  await tab.getByRole("button", { name: `Post the update: ${open.name}` }).click()
  await expect(tab.getByText(`Posted the Lighthouse update of ${open.name}`)).toBeVisible()
  const notes = () =>
    [...lens.replica.control.world.notesByExternalId.entries()].filter(
      ([key, { row }]) => key.startsWith(externalIdOf("")) && row.accountId === open.id,
    )
  await expect.poll(() => notes().length, { timeout: 30_000 }).toBe(1)
  expect(notes()[0]?.[1].row).toMatchObject({ tags: ["Account Lens note", "lighthouse"] })
  await tab.close()
})

test("the team's rows are those of a recount, and a TA's sheet opens by keyboard", async () => {
  const tab = await lens.open("tabs/app.html#team")
  const table = tab.getByRole("table", { name: "Team" })
  await expect(table).toBeVisible()
  const { customers, advisors } = lens.replica.control.world.book
  const counted = new Map<string, number>()
  for (const { advisor, quirks, churnedAt } of customers) {
    if (churnedAt !== undefined) continue
    const name = quirks.allNull ? "Nobody" : advisors[advisor]!.name
    counted.set(name, (counted.get(name) ?? 0) + 1)
  }
  const shown = new Map<string, number>()
  for (const row of (await table.getByRole("row").all()).slice(1)) {
    const cells = await row.locator("th, td").allTextContents()
    shown.set(cells[0]!.trim(), Number(cells[1]))
  }
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted))
  await look(tab, "team")
  const name =
    advisors[customers.find(({ churnedAt, quirks }) => !churnedAt && !quirks.allNull)!.advisor]!.name
  await tab.getByRole("button", { name: `1:1 sheet: ${name}` }).focus()
  await tab.keyboard.press("Enter")
  await expect(tab.getByRole("heading", { level: 1, name: `1:1 with ${name}` })).toBeVisible()
  await expect(tab.getByRole("region", { name: "Book", exact: true })).toContainText(
    `${counted.get(name)} customers`,
  )
  await look(tab, "one-on-one")
  await tab.close()
})

test("Monday lists who waits and who renews as a recount has them, and keeps a tick through a reload", async () => {
  const tab = await lens.open("tabs/app.html#monday?owner=all")
  const renewals = tab.getByRole("region", { name: "Yellow/Red Renewals" })
  await expect(renewals).toBeVisible()
  const day = (on: Date) => on.toISOString().slice(0, 10)
  const [today, last] = [day(new Date()), day(new Date(Date.now() + 180 * 86_400_000))]
  const raised = here().filter(
    ({ healthScore, renewalOn, quirks }) =>
      healthScore !== null &&
      healthScore < 20 / 3 &&
      !quirks.disagree &&
      renewalOn >= today &&
      renewalOn <= last,
  )
  expect(raised.length).toBeGreaterThan(0)
  const text = (await renewals.textContent()) ?? ""
  expect(raised.filter(({ name }) => !text.includes(name)).map(({ name }) => name)).toEqual([])
  const first = renewals.getByRole("checkbox").first()
  // The box is ticked once the worker has kept it.
  await first.click()
  await expect(tab.getByText("Ticked off")).toBeVisible()
  await look(tab, "monday")
  await tab.reload()
  await expect(renewals.getByRole("checkbox").first()).toBeChecked()
  await tab.close()
})

test("a customer's results show the replica's own figures, each with its source", async () => {
  const globex = lens.replica.control.world.book.customers.find(({ id }) => id === showcase.globex.id)!
  const tab = await lens.open(`tabs/app.html#review?account=${globex.id}`)
  await expect(tab.getByRole("heading", { level: 1 })).toContainText(globex.name)
  await expect(tab.getByRole("region", { name: "Usage" })).toContainText(
    `${globex.mau!.toLocaleString("en-US")} of ${globex.seats!.toLocaleString("en-US")} seats were active last month`,
  )
  await expect(tab.getByRole("region", { name: "Support" })).toContainText(
    new RegExp(`${globex.health.helpTickets} help tickets? in 90 days`),
  )
  await expect(tab.getByRole("region", { name: "Health" })).toHaveCount(0)
  await look(tab, "results")
  await tab.close()
})

test("the Scaled desk shows the pool and only the pool", async () => {
  const tab = await lens.open("tabs/app.html#scaled?owner=all")
  const table = tab.getByRole("table", { name: "Mails" })
  await expect(table).toBeVisible()
  const shown = (await table.getByRole("rowheader").allTextContents()).map((name) => name.trim())
  const known = here().filter(({ noData, quirks }) => !noData && Object.keys(quirks).length === 0)
  const pooled = known.filter(({ employees, arr }) => employees < 5_000 && arr < 100_000)
  const named = known.filter(({ employees, arr }) => employees >= 5_000 || arr >= 100_000)
  expect(shown.length).toBeGreaterThan(0)
  expect(pooled.filter(({ name }) => !shown.includes(name)).map(({ name }) => name)).toEqual([])
  expect(named.filter(({ name }) => shown.includes(name)).map(({ name }) => name)).toEqual([])
  await look(tab, "scaled")
  await tab.close()
})

test("a cover plan is kept with who covers through a reload", async () => {
  const tab = await lens.open("tabs/app.html#coverage")
  await tab
    .getByLabel("Last day away")
    .fill(new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10))
  await tab.getByRole("button", { name: "Show the plan" }).click()
  const who = tab.getByRole("combobox", { name: /^Who covers / }).first()
  await expect(who).toBeVisible()
  await who.selectOption({ index: 1 })
  await expect(tab.getByText(/^Saved who covers /)).toBeVisible()
  await expect(who).not.toHaveValue("")
  const chosen = await who.inputValue()
  await expect(tab.getByRole("region", { name: "Drafts" })).toContainText(`${chosen} covers.`)
  await look(tab, "coverage")
  await tab.reload()
  await expect(tab.getByRole("combobox", { name: /^Who covers / }).first()).toHaveValue(chosen)
  await tab.close()
})
