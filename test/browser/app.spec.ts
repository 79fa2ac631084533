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
