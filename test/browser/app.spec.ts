/** The one page that fills a tab: old addresses, the navigation, and what the address keeps. */
import { expect, test } from "@playwright/test"

import { ask } from "./ask"
import { axeViolations } from "./axe"
import { type Lens, startLens } from "./lens"

let lens: Lens

test.beforeAll(async () => {
  lens = await startLens()
})
test.afterAll(() => lens.close())

for (const [old, heading] of [
  ["tabs/book.html", "Book of business"],
  ["tabs/book.html#renewals", "Renewals"],
  ["tabs/coverage.html", "Coverage"],
  ["tabs/link.html#ref=junk", "Link"],
  ["tabs/welcome.html", "Welcome"],
] as const)
  test(`an old address still leads to its page: ${old}`, async () => {
    const tab = await lens.open(old)
    await expect(tab.getByRole("heading", { level: 1, name: heading })).toBeVisible()
    expect(new URL(tab.url()).pathname).toBe("/tabs/app.html")
    if (old.includes("ref=")) expect(tab.url()).toContain("#link?ref=junk")
    await tab.close()
  })

test("filters stay in the address: after a look at another page, after a reload", async () => {
  const tab = await lens.open("tabs/app.html#book")
  await expect(tab.getByRole("table", { name: "Book of business" })).toBeVisible()
  await tab.getByRole("searchbox", { name: "Find a customer" }).fill("globex")
  await expect(tab.getByRole("row")).toHaveCount(2)
  const pages = tab.getByRole("navigation", { name: "Pages" })
  await pages.getByRole("link", { name: "Coverage" }).click()
  await expect(tab).toHaveTitle("Coverage · Account Lens")
  await pages.getByRole("link", { name: "Book" }).click()
  await expect(tab.getByRole("row")).toHaveCount(2)
  await tab.reload()
  await expect(tab.getByRole("searchbox", { name: "Find a customer" })).toHaveValue("globex")
  await expect(tab.getByRole("row")).toHaveCount(2)
  await tab.close()
})

test("everybody's book: its figures are those of a recount of the replica's accounts", async () => {
  const tab = await lens.open("tabs/app.html#book?owner=all&group=owner")
  const table = tab.getByRole("table", { name: "Book of business" })
  await expect(table).toHaveAttribute("aria-rowcount", /^[1-9]\d+$/)
  // Recounted from the replica's own book, not from what the worker derived of it.
  const { customers, advisors } = lens.replica.control.world.book
  const here = customers.filter(({ churnedAt }) => churnedAt === undefined)
  await expect(tab.locator(".totals dd").first()).toHaveText(String(here.length))
  const groups = tab.getByRole("table", { name: "By TA" }).getByRole("row")
  const shown = new Map<string, number>()
  for (const row of (await groups.all()).slice(1)) {
    const [name = "", count = ""] = (await row.locator("th, td").allTextContents()).map((text) => text.trim())
    shown.set(name, Number(count))
  }
  const counted = new Map<string, number>()
  for (const { advisor, quirks } of here) {
    // One account comes with every optional key null: it names nobody.
    const name = quirks.allNull ? "Nobody" : advisors[advisor]!.name
    counted.set(name, (counted.get(name) ?? 0) + 1)
  }
  expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(counted))
  await tab.close()
})

test("the Yellow/Red list holds whom a recount finds, keeps an ask through a reload, and axe objects to nothing", async () => {
  const tab = await lens.open("tabs/app.html#meeting?owner=all")
  const table = tab.getByRole("table", { name: "Yellow/Red Renewals" })
  await expect(table).toBeVisible()
  const day = (on: Date) => on.toISOString().slice(0, 10)
  const today = day(new Date())
  const last = day(new Date(Date.now() + 180 * 86_400_000))
  // By the replica's own score, whose thirds are the bands; a customer without one is judged by its traits.
  const scored = lens.replica.control.world.book.customers.filter(
    ({ churnedAt, healthScore, quirks }) =>
      !churnedAt && healthScore !== null && !quirks.allNull && !quirks.disagree,
  )
  const isDue = (on: string) => on >= today && on <= last
  const raised = scored.filter(({ renewalOn, healthScore }) => isDue(renewalOn) && healthScore! < 20 / 3)
  const calm = scored.filter(({ renewalOn, healthScore }) => !isDue(renewalOn) || healthScore! >= 20 / 3)
  expect(raised.length).toBeGreaterThan(0)
  const shown = new Set(await table.getByRole("rowheader").getByRole("button").allTextContents())
  expect(raised.filter(({ name }) => !shown.has(name)).map(({ name }) => name)).toEqual([])
  expect(calm.filter(({ name }) => shown.has(name)).map(({ name }) => name)).toEqual([])

  const field = () =>
    tab.getByRole("textbox", { name: `Ask or decision for ${raised[0]!.name}`, exact: true })
  await field().fill("Introduction to procurement")
  await field().press("Tab")
  await expect(tab.getByText(`Saved the ask for ${raised[0]!.name}`)).toBeVisible()
  await tab.reload()
  await expect(field()).toHaveValue("Introduction to procurement")
  for (const colorScheme of ["light", "dark"] as const) {
    await tab.emulateMedia({ colorScheme })
    expect(await axeViolations(tab)).toEqual([])
  }
  await tab.close()
})

test("the pass over the hand-kept traits lists every customer of mine, and keeps that one was checked", async () => {
  const tab = await lens.open("tabs/app.html#traits")
  await tab.getByRole("checkbox", { name: "Show all customers" }).check()
  const table = tab.getByRole("table", { name: "Update my traits" })
  const { me } = await ask(lens.options, "status.get", {})
  const { rows } = await ask(lens.options, "book.get", { ownerId: me!.adminId })
  const today = new Date().toISOString().slice(0, 10)
  await expect(table.getByRole("rowheader")).toHaveCount(
    rows.filter(({ churnedOn }) => !(churnedOn! <= today)).length,
  )
  const first = table.getByRole("row").nth(1)
  await first.getByRole("button", { name: /still right/ }).click()
  await expect(tab.getByText(/^Checked .*nothing changed$/)).toBeVisible()
  for (const colorScheme of ["light", "dark"] as const) {
    await tab.emulateMedia({ colorScheme })
    expect(await axeViolations(tab)).toEqual([])
  }
  await tab.close()
})
