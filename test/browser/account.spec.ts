import type { Frame, Page } from "@playwright/test"
import { expect, test } from "@playwright/test"

import { assess } from "~src/domain/assess/assess"
import { clockAt } from "../../src/domain/calendar"
import { defaultPolicy } from "~src/domain/policy/presets"
import type { AccountView } from "../../src/messaging/contract"
import { showcase } from "../replica/book/showcase"
import { axeViolations } from "./axe"
import { globex, lightning, vitally } from "./gate"
import { ask } from "./ask"
import { type Lens, startLens } from "./lens"
import { panelFrame } from "./panel-frame"

const regions = [
  "Tier",
  "Health",
  "Last contact",
  "Renewal",
  "Recommended actions",
  "Open tasks",
  "Key contacts",
]
const globexInLightning = `${lightning}/lightning/r/Account/${showcase.globex.salesforceId}/view`
const bandWords = { healthy: "Healthy", concerning: "Concerning", poor: "Poor", unknown: "No data" }

let lens: Lens
let page: Page

test.beforeAll(async () => {
  test.setTimeout(120_000)
  lens = await startLens()
  page = await lens.context.newPage()
})
test.afterAll(() => lens.close())

/** Opens a page and waits until its panel shows the account, read to the end. */
async function openAccount(url: string, name: string): Promise<Frame> {
  await page.goto(url)
  const frame = await panelFrame(page)
  await expect(frame.getByRole("heading", { level: 1, name })).toBeVisible({ timeout: 30_000 })
  return frame
}

/** What the worker answers for the account, once no reading is under way. */
async function settledView(id: string): Promise<AccountView> {
  let account: AccountView | undefined
  await expect
    .poll(
      async () => {
        const { view } = await ask(lens.options, "panel.get", { accountId: id })
        account = view.kind === "account" ? view.account : undefined
        return (
          account?.facts.touches?.some(({ id }) => id?.startsWith("message:")) && !account.vitally.refreshing
        )
      },
      { timeout: 30_000 },
    )
    .toBe(true)
  return account!
}

for (const [site, url] of [
  ["Vitally", globex],
  ["Salesforce Lightning", globexInLightning],
] as const) {
  test(`shows on ${site} what the rules say of the same facts`, async () => {
    const frame = await openAccount(url, "Globex")
    const panel = frame.getByRole("main", { name: "Account Lens" })
    for (const name of regions) await expect(panel.getByRole("region", { name, exact: true })).toBeVisible()

    const { facts, assessment: shown } = await settledView(showcase.globex.id)
    const { timeZone } = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions())
    const {
      tier,
      successPlan: plan,
      health,
      contact,
      renewal,
      actions,
    } = assess(facts, defaultPolicy, clockAt(new Date().toISOString(), timeZone))
    expect(shown.today).toBe(clockAt(new Date().toISOString(), timeZone).today)

    expect(tier.name).toBe("Strategic")
    await expect(panel.getByRole("region", { name: "Tier" })).toContainText("Strategic")

    expect(plan).toMatchObject({ done: 3, overdue: 1 })
    const tierRegion = panel.getByRole("region", { name: "Tier" })
    await expect(tierRegion).toContainText(plan?.text ?? "")
    if (site === "Vitally") await tierRegion.getByText("7 goals", { exact: true }).click()
    const goal = tierRegion.locator("li", { hasText: "Meet the renewal buyer" })
    await expect(goal).toContainText("Overdue since")

    const healthRegion = panel.getByRole("region", { name: "Health" })
    expect(health.official?.score.toFixed(1)).toBe("5.4")
    await expect(healthRegion.getByText("5.4", { exact: true }).first()).toBeVisible()
    const traits = health.categories.flatMap((category) => category.traits)
    expect(traits).toHaveLength(10)
    // Those that are well are folded into one line for the eye, and are list items all the same.
    const rows = healthRegion.getByRole("listitem")
    for (const trait of traits) {
      const row = rows.filter({ hasText: trait.label })
      await expect(row).toHaveCount(1)
      if (trait.status !== "unknown") await expect(row).toContainText(trait.valueText)
      await expect(row).toContainText(bandWords[trait.status])
      // "No data" is the answer itself, said once.
      await expect(row).toContainText(trait.explanation.replace(/^No data\. /, ""))
    }

    await expect(panel.getByRole("region", { name: "Last contact" })).toContainText(
      contact.daysSince === 0 ? "today" : `${String(contact.daysSince)} days`,
      { timeout: 30_000 },
    )
    expect(renewal.daysOut).toBe(110)
    await expect(panel.getByRole("region", { name: "Renewal" })).toContainText("110 days")

    expect(actions.length).toBeGreaterThanOrEqual(3)
    const recommended = panel.getByRole("region", { name: "Recommended actions" })
    for (const { title, why } of actions.slice(0, 3)) {
      const item = recommended.getByRole("listitem").filter({ hasText: title })
      await expect(item.first()).toContainText(why)
    }
  })
}

test("follows in-page navigation to another account and back, where the panel is as it was left", async () => {
  const frame = await openAccount(globex, "Globex")
  await settledView(showcase.globex.id)
  const trait = frame.locator(".trait").first()
  await trait.locator("summary").click()
  await expect(trait.getByText("Why it matters")).toBeVisible()
  await frame.evaluate(
    () =>
      new Promise((end) => {
        document.addEventListener("scrollend", end, { once: true })
        scrollTo(0, scrollY + 300)
      }),
  )
  const scrolled = await frame.evaluate(() => scrollY)
  await page.getByTestId("account-initech").first().click()
  await expect(frame.getByRole("heading", { level: 1, name: "Initech" })).toBeVisible({ timeout: 30_000 })
  await expect(frame.getByRole("heading", { name: "Globex" })).toHaveCount(0)
  await page.goBack()
  await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible({ timeout: 30_000 })
  await expect(frame.getByRole("heading", { name: "Initech" })).toHaveCount(0)
  await expect(trait.getByText("Why it matters")).toBeVisible()
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(scrolled)
})

test("stays on a pinned customer while the page moves on, and follows it again", async () => {
  const frame = await openAccount(globex, "Globex")
  await frame.getByRole("button", { name: "Pin this customer" }).click()
  await expect(frame.getByRole("button", { name: "Pin this customer", pressed: true })).toBeVisible()
  await page.getByTestId("account-initech").first().click()
  await expect(frame.getByText("Pinned. This page is about Initech.")).toBeVisible()
  await expect(frame.getByRole("heading", { level: 1, name: "Globex" })).toBeVisible()
  await frame.getByRole("button", { name: "Follow the page" }).click()
  await expect(frame.getByRole("heading", { level: 1, name: "Initech" })).toBeVisible()
  await expect(frame.getByText(/^Pinned/)).toHaveCount(0)
})

test("shows no data as no data, not as red or zero", async () => {
  const frame = await openAccount(`${vitally}/accounts/${showcase.prestige.id}`, "Prestige Worldwide")
  const health = frame.getByRole("region", { name: "Health" })
  const rows = health.getByRole("listitem")
  await expect(rows).toHaveCount(10)
  await expect(rows.filter({ hasText: "No data" })).toHaveCount(10)
  await expect(rows.filter({ hasText: /Poor|Concerning|Healthy/ })).toHaveCount(0)
})

test("says that it does not know a customer that is in no cache, and offers to link it", async () => {
  await page.goto(`${lightning}/lightning/r/Account/001000000000042AAA/view`)
  const frame = await panelFrame(page)
  await expect(frame.getByText("We don’t know this customer yet")).toBeVisible({ timeout: 30_000 })
  await expect(frame.getByRole("button", { name: "Find the customer" })).toBeVisible()
})

for (const colorScheme of ["light", "dark"] as const) {
  test(`has nothing that axe objects to, ${colorScheme}`, async () => {
    test.setTimeout(150_000)
    await page.emulateMedia({ colorScheme })
    const frame = await openAccount(globex, "Globex")
    await settledView(showcase.globex.id)
    expect.soft(await axeViolations(frame), "panel").toEqual([])
    for (const [address, ready] of [
      ["popup.html", "Overdue contacts"],
      ["options.html", "Connections"],
      ["tabs/app.html#book", "Book of business"],
    ] as const) {
      const tab = await lens.open(address)
      await tab.emulateMedia({ colorScheme })
      const wanted =
        address === "tabs/app.html#book"
          ? tab.getByRole("table", { name: ready })
          : tab.getByRole("region", { name: ready })
      await expect(wanted).toBeVisible({ timeout: 30_000 })
      expect.soft(await axeViolations(tab), address).toEqual([])
      await tab.close()
    }
  })
}

test("asks to connect once the key is gone", async () => {
  await ask(lens.options, "vitally.disconnect", { deleteCache: true })
  await page.goto(globex)
  const frame = await panelFrame(page)
  await expect(frame.getByText("Connect Account Lens", { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(frame.getByText("Globex")).toHaveCount(0)
  const opened = lens.context.waitForEvent("page")
  await lens.options.close()
  await frame.getByRole("button", { name: "Open options" }).click()
  expect((await opened).url()).toContain("options.html")
})
