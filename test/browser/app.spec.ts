/** The one page that fills a tab: old addresses, the navigation, and what the address keeps. */
import { expect, test } from "@playwright/test"

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
