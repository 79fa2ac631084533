/** Usage from a file and from Looker, as a user brings it in. */
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import { expect, test } from "@playwright/test"

import { allowInManifest } from "../../scripts/gateway-manifest"
import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import { ask } from "./ask"
import { axeViolations } from "./axe"
import { builtExtension } from "./launch"
import { type Lens, startLens } from "./lens"

const { globex } = showcase
const weekMs = 7 * 86_400_000
const monday = Date.now() - ((new Date().getUTCDay() + 6) % 7) * 86_400_000
const week = (ago: number) => new Date(monday - ago * weekMs).toISOString().slice(0, 10)

let lens: Lens
let extension: string

/** Nobody can press Chrome's own question here: the copy has been granted Looker's host, as a company's own build is. */
test.beforeAll(async () => {
  extension = mkdtempSync(path.join(tmpdir(), "account-lens-usage-"))
  cpSync(builtExtension, extension, { recursive: true })
  allowInManifest(path.join(extension, "manifest.json"), [`https://${access.looker}`])
  lens = await startLens({}, { extension })
})
test.afterAll(async () => {
  await lens.close()
  rmSync(extension, { recursive: true, force: true })
})

const shareInBook = async () =>
  (await ask(lens.options, "summary.get", { accountId: globex.id }))?.mauOverSeats

test("a file is imported, seen in summary and brief alike, and taken back", async () => {
  const tab = await lens.open("tabs/app.html#usage")
  const before = await shareInBook()
  const lines = [0, 1, 2, 3, 4, 5].map(
    (ago) => `${globex.id},${week(ago)},${(310 + ago * 30).toString()},1000`,
  )
  const csv = ["Account ID,Week,MAU,Seats", ...lines, "Nobody Inc,2026-11-16,5,10", "X,16/11/2026,1,1"].join(
    "\n",
  )
  await tab
    .getByLabel("Choose a file")
    .setInputFiles({ name: "weekly.csv", mimeType: "text/csv", buffer: Buffer.from(csv) })
  await expect(tab.getByLabel("Monthly users", { exact: true })).toHaveValue("MAU")
  await tab.getByRole("button", { name: "Import", exact: true }).click()
  await expect(tab.getByText("6 rows imported; 1 names matched no customer.")).toBeVisible()
  await expect(tab.getByText("Line 9: it has no date of the form 2026-11-23.")).toBeAttached()
  await expect.poll(shareInBook).toBe(0.31)
  const { days } = await ask(lens.options, "usage.get", { accountId: globex.id })
  expect(days.map(({ mau }) => mau)).toEqual([460, 430, 400, 370, 340, 310])
  for (const colorScheme of ["light", "dark"] as const) {
    await tab.emulateMedia({ colorScheme })
    expect(await axeViolations(tab)).toEqual([])
  }
  await tab.getByRole("button", { name: "Undo weekly.csv" }).click()
  await expect.poll(shareInBook).toBe(before)
  await tab.close()
})

test("100,000 rows are imported without freezing the page", async () => {
  const tab = await lens.open("tabs/app.html#usage")
  const { customers } = lens.replica.control.world.book
  const rows = Array.from({ length: 100_000 }, (_, at) => {
    const { id } = customers[at % customers.length]!
    return `${id},${new Date(monday - (at % 91) * 86_400_000).toISOString().slice(0, 10)},${(at % 900).toString()},1000`
  })
  await tab.getByLabel("Choose a file").setInputFiles({
    name: "large.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`Account ID,Week,MAU,Seats\n${rows.join("\n")}`),
  })
  const button = tab.getByRole("button", { name: "Import", exact: true })
  await expect(button).toBeEnabled()
  await tab.evaluate(() => {
    const seen = { longest: 0, last: performance.now() }
    const tick = () => {
      const now = performance.now()
      seen.longest = Math.max(seen.longest, now - seen.last)
      seen.last = now
      setTimeout(tick, 0)
    }
    tick()
    Object.assign(window, { seen })
  })
  const from = Date.now()
  await button.click()
  await expect(tab.getByText("100,000 rows imported.")).toBeVisible({ timeout: 60_000 })
  const longest = await tab.evaluate(() => (window as unknown as { seen: { longest: number } }).seen.longest)
  console.log(
    `usage import of 100,000 rows: ${(Date.now() - from).toString()} ms, longest pause of the page ${longest.toFixed(0)} ms`,
  )
  // A frozen page would wait for all of it.
  expect(longest).toBeLessThan((Date.now() - from) / 2)
  await tab.getByRole("button", { name: "Undo large.csv" }).click()
  await expect(tab.getByText(/The import was taken back/)).toBeVisible({ timeout: 60_000 })
  await tab.close()
})

test("Looker is connected, read, and says what it refuses", async () => {
  const tab = await lens.open("options.html")
  await tab.getByText("Looker", { exact: true }).click()
  const group = tab.getByRole("group", { name: "Looker" })
  await group.getByRole("textbox", { name: "Looker address" }).fill(access.looker)
  await group.getByRole("textbox", { name: "Looker client ID" }).fill(access.lookerClientId)
  await group.getByRole("textbox", { name: "Look", exact: true }).fill(`https://${access.looker}/looks/42`)
  const window = lens.context.waitForEvent("page")
  await group.getByRole("button", { name: "Sign in to Looker" }).click()
  await (await window).getByRole("button", { name: "Allow" }).click()
  await expect(group.getByText(`Signed in to ${access.looker}.`)).toBeVisible()
  await expect(group.getByText(/^Read now: |^Read .*: [\d,]+ rows of your customers/)).toBeVisible({
    timeout: 30_000,
  })
  const { days } = await ask(lens.options, "usage.get", { accountId: globex.id })
  expect(days).toHaveLength(13)

  lens.replica.control.world.looker.looks.clear()
  await group.getByRole("button", { name: "Read now" }).click()
  await expect(group.getByRole("alert")).toContainText("Looker finds no such look.")
  for (const colorScheme of ["light", "dark"] as const) {
    await tab.emulateMedia({ colorScheme })
    expect(await axeViolations(tab)).toEqual([])
  }
  await tab.screenshot({ path: "build/looker-options.png" })
  await group.getByRole("button", { name: "Sign out of Looker" }).click()
  await expect(group.getByRole("button", { name: "Sign in to Looker" })).toBeVisible()
  expect(lens.replica.control.world.looker.refresh.size).toBe(0)
  await tab.close()
})
