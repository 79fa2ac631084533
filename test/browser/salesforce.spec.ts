import { type BrowserContext, expect, type Frame, type Locator, type Page, test } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import type { Replica } from "../replica/server"
import { ask } from "./ask"
import { type Lens, startLens } from "./lens"
import { panelFrame } from "./panel-frame"

const { globex, initech, cyberdyne } = showcase
const lightning = "https://acme.lightning.force.com"
const accountPage = (id: string) => `${lightning}/lightning/r/Account/${id}/view`

/** For answers that take several requests on a busy machine. */
const slow = 30_000

test.describe.configure({ timeout: 120_000 })

/** One browser for all: connecting and reading the book takes longer than what is tested. */
let lens: Lens
let context: BrowserContext
let options: Page
let replica: Replica

test.beforeAll(async () => {
  lens = await startLens()
  ;({ context, options, replica } = lens)
})
test.afterAll(() => lens.close())

/** Nobody is signed in, nothing of Salesforce is cached, the org is as at first. */
test.beforeEach(async () => {
  for (const page of context.pages()) if (page !== options) await page.close()
  await ask(options, "salesforce.signOut", {})
  replica.control.reset()
  replica.control.signInAs(0)
  await options.reload()
})

const group = (): Locator => options.getByRole("group", { name: "Salesforce" })

/** The connection's own line, which names the org. */
const signedIn = (): Locator => group().getByText(`Signed in to ${access.myDomain}`)

/** Fills in the form and starts. */
async function begin(clientId: string = access.clientId): Promise<void> {
  await options.bringToFront()
  await group().getByRole("textbox", { name: "My Domain" }).fill(access.myDomain)
  await group().getByRole("textbox", { name: "Client ID" }).fill(clientId)
  await group().getByRole("button", { name: "Sign in", exact: true }).click()
}

async function consent(answer: "Allow" | "Deny" | "close"): Promise<void> {
  const window = context.waitForEvent("page")
  await begin()
  const page = await window
  const allow = page.getByRole("button", { name: "Allow" })
  await allow.waitFor()
  if (answer === "close") await page.close()
  else await page.getByRole("button", { name: answer }).click()
}

/** Signed in, and the look at the book that follows is over. */
async function signIn(): Promise<void> {
  const asked = replica.control.queries.length
  await consent("Allow")
  await expect(signedIn()).toBeVisible({ timeout: slow })
  await expect
    .poll(
      () => replica.control.queries.slice(asked).some((query) => query.includes("FROM Task WHERE OwnerId")),
      {
        timeout: slow,
      },
    )
    .toBe(true)
}

/** The panel of a page, once it shows Salesforce's side of this customer. */
async function panelOf(page: Page, url: string, name: string): Promise<Frame> {
  await page.goto(url)
  const frame = await panelFrame(page)
  await expect(frame.getByRole("main", { name: "Account Lens" })).toContainText(name)
  return frame
}

/** Waits for what Salesforce alone knows: its opportunities, with links to them. */
const fromSalesforce = (frame: Frame) =>
  expect(
    frame.getByRole("region", { name: "Renewal" }).locator('a[href*="/lightning/r/Opportunity/"]').first(),
  ).toBeVisible({ timeout: slow })

const calls = () => replica.control.count({ service: "salesforce" })

test("asks for consent once, then opens any page of a customer at one call and none before", async () => {
  replica.control.clearLog()
  expect(calls()).toBe(0)
  const page = await context.newPage()
  // Without a sign-in the panel works from Vitally's data, matched by id.
  const before = await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne")
  await expect(before.getByRole("region", { name: "Health" }).getByRole("listitem").first()).toBeVisible()
  expect(calls()).toBe(0)
  await page.goto("about:blank")

  await signIn()
  await fromSalesforce(await panelOf(page, accountPage(initech.salesforceId), "Initech"))

  replica.control.clearLog()
  await page.goto(`${lightning}/lightning/o/Account/list`)
  expect(calls()).toBe(0)
  await fromSalesforce(await panelOf(page, accountPage(globex.salesforceId), "Globex"))
  await page.reload()
  await fromSalesforce(await panelOf(page, accountPage(globex.salesforceId), "Globex"))
  expect(calls()).toBe(1)

  const opportunity = replica.control.world.salesforce.tables.rows("Opportunity", {
    accountIds: [globex.salesforceId],
  })[0]
  const deal = `/lightning/r/Opportunity/${String(opportunity?.["Id"])}/view`
  for (const url of [
    `${lightning}${deal}`,
    `${lightning}${deal}?ws=${encodeURIComponent(`/lightning/r/Account/${globex.salesforceId}/view`)}`,
    `https://acme.my.salesforce.com/${globex.salesforceId.slice(0, 15)}`,
  ])
    await fromSalesforce(await panelOf(page, url, "Globex"))
  // One question: whose opportunity it is.
  expect(calls()).toBe(2)
})

test("says what a refusal means: consent refused, window closed, app blocked or not granted, wrong client", async () => {
  const alert = group().getByRole("alert")
  await consent("Deny")
  await expect(alert).toContainText("Salesforce was not given access.")
  await consent("close")
  await expect(alert).toContainText("The consent page was closed or refused.")
  for (const [error, title] of [
    ["OAUTH_APP_BLOCKED", "Account Lens is blocked in this Salesforce org."],
    ["OAUTH_APP_ACCESS_DENIED", "Your Salesforce user may not use Account Lens yet."],
  ] as const) {
    replica.control.setOAuthError(error)
    await begin()
    await expect(alert).toContainText(title)
  }
  replica.control.setOAuthError(null)
  // The org answers with a page of its own, which Chrome closes at once: the user is told here.
  await begin("3MVG9nobodys")
  await expect(alert).toContainText("Salesforce does not know this Client ID.")
  await expect(alert).toContainText("Copy the app's consumer key anew")
  await consent("Allow")
  await expect(alert).toHaveCount(0)
  await expect(signedIn()).toBeVisible()
})

test("renews silently, and once more where the token was revoked but not the session; then asks; another user starts afresh", async () => {
  await signIn()
  const page = await context.newPage()
  const windows = context.pages().length
  replica.control.expireSessions()
  await fromSalesforce(await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne"))
  expect(replica.control.count({ path: "/services/oauth2/token" })).toBe(2)

  // The refresh token is dead, the user's own Salesforce session is not: no window, no question.
  replica.control.revokeAll()
  await fromSalesforce(await panelOf(page, accountPage(initech.salesforceId), "Initech"))
  expect(replica.control.count({ path: "/services/oauth2/authorize" })).toBe(3)
  await expect(signedIn()).toBeVisible()

  // Both are: one try, then the user is asked, and no further page tries.
  replica.control.revokeAll()
  replica.control.signInAs(null)
  const frame = await panelOf(page, accountPage(globex.salesforceId), "Globex")
  await expect(frame.getByRole("alert")).toContainText("Salesforce no longer accepts this sign-in.", {
    timeout: slow,
  })
  await expect(frame.getByRole("region", { name: "Health" }).getByRole("listitem").first()).toBeVisible()
  await expect(group().getByText("Salesforce no longer accepts this sign-in.")).toBeVisible()
  for (const name of ["initech", "cyberdyne"] as const)
    await panelOf(page, accountPage(showcase[name].salesforceId), name[0]!.toUpperCase() + name.slice(1))
  expect(replica.control.count({ path: "/services/oauth2/authorize" })).toBe(4)
  expect(context.pages().length).toBe(windows)

  replica.control.signInAs(1)
  const other = replica.control.world.book.advisors[1]
  await signIn()
  const grants = await options.evaluate(() => chrome.storage.local.get("secret.salesforce.grant"))
  expect(grants["secret.salesforce.grant"]).toMatchObject({ userId: other?.userId })
  // What the first user was shown of Cyberdyne is gone until this one asks.
  const again = await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne")
  await fromSalesforce(again)
})

test("leaves a hidden field out, and keeps the last values when the day's calls are used up", async () => {
  await signIn()
  const page = await context.newPage()
  await fromSalesforce(await panelOf(page, accountPage(globex.salesforceId), "Globex"))
  // The administrator hides a field: the first refusal teaches it, and the panel is whole but for that.
  replica.control.hideField("Account.NumberOfEmployees")
  replica.control.hideField("Contact.Title")
  const frame = await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne")
  await fromSalesforce(frame)
  await expect(frame.getByRole("alert")).toHaveCount(0)

  replica.control.setTrouble("daily-limit")
  await frame.getByRole("button", { name: "Refresh" }).first().click()
  await expect(frame.getByRole("alert")).toContainText("used up its API calls for today")
  await expect(frame.getByRole("alert")).toContainText(/just now|min|ago/)
  await fromSalesforce(frame)
})
