import { expect, type Page, test } from "@playwright/test"

import { ask } from "./ask"
import { type Lens, startLens } from "./lens"

let lens: Lens

test.describe.configure({ mode: "serial" })
test.use({ actionTimeout: 20_000 })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
})
test.afterAll(() => lens.close())

const badge = () => lens.worker.evaluate(() => chrome.action.getBadgeText({}))
const popupView = () => ask(lens.options, "popup.get", {})
const bookRow = async (id: string) => {
  const { rows } = await ask(lens.options, "book.get", {})
  return rows.find((row) => row.id === id)
}

async function openAccount(id: string): Promise<Page> {
  const page = await lens.open(`tabs/account.html#account=${id}`)
  await page.getByRole("region", { name: "Last contact" }).waitFor()
  return page
}

test("a corrected verdict moves panel, popup, badge and book together, and its undo moves them back", async () => {
  test.setTimeout(120_000)
  await expect.poll(async () => (await popupView()).overdue.length).toBeGreaterThan(1)
  const [customer] = (await popupView()).overdue
  if (!customer) throw new Error("Nobody is overdue.")
  const page = await openAccount(customer.accountId)
  const contact = page.getByRole("region", { name: "Last contact" })
  // Its own messages are read when it is opened.
  const all = contact.getByRole("button", { name: /^Show all/ })
  await all.click()
  const touch = contact
    .getByRole("list", { name: "Last touches" })
    .getByRole("listitem")
    .filter({ hasText: "Doesn’t count: calendar mail" })
    .first()
  await expect(touch).toBeVisible()
  const before = {
    days: (await bookRow(customer.accountId))?.lastContactOn,
    figure: await contact.locator(".figure-number").textContent(),
  }
  // Others join the list while their threads are read: it is this customer that counts, and that both numbers are one.
  const isListed = async () =>
    (await popupView()).overdue.some(({ accountId }) => accountId === customer.accountId)
  const agree = async () => (await badge()) === String((await popupView()).overdue.length)
  await expect.poll(agree).toBe(true)

  await touch.hover()
  await touch.getByRole("button", { name: /^This was contact/ }).click()
  await expect(page.getByRole("status")).toContainText("Counts as contact now")
  await expect(contact.locator(".figure-number")).not.toHaveText(before.figure ?? "")
  await expect(contact.getByText("Counts: you said so")).toBeVisible()
  await expect.poll(isListed).toBe(false)
  await expect.poll(agree).toBe(true)
  const popup = await lens.open("popup.html")
  await expect(popup.getByRole("region", { name: "Overdue contacts" })).toBeVisible()
  await expect(popup.getByRole("button", { name: `Log touch with ${customer.name}` })).toHaveCount(0)
  const counted = (await bookRow(customer.accountId))?.lastContactOn
  expect((counted ?? "") > (before.days ?? "")).toBe(true)
  await popup.close()

  const corrections = lens.options.getByRole("region", { name: "What counts as contact" })
  await corrections.getByRole("button", { name: /^Undo:/ }).click()
  await expect(corrections.getByText(/You corrected nothing yet/)).toBeVisible()
  await expect(contact.locator(".figure-number")).toHaveText(before.figure ?? "")
  await expect.poll(isListed).toBe(true)
  await expect.poll(agree).toBe(true)
  await expect.poll(async () => (await bookRow(customer.accountId))?.lastContactOn).toBe(before.days)
  await page.close()
})

test("a customer who needs no answer leaves the popup's list, and comes back by Undo", async () => {
  test.setTimeout(90_000)
  const popup = await lens.open("popup.html")
  const waiting = popup.getByRole("region", { name: "Waiting for us" })
  const row = waiting.locator("[data-row]").filter({ hasText: "Globex" })
  await row.hover()
  await row.getByRole("button", { name: "Globex needs no answer, or it was no contact" }).click()
  await row.getByRole("button", { name: "No answer needed" }).click()
  await expect(row).toHaveCount(0)
  await popup.getByRole("status").getByRole("button", { name: "Undo" }).click()
  await expect(row).toHaveCount(1)
  await popup.close()
})
