import type { BrowserContext, Frame, Locator, Page } from "@playwright/test"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import type { Replica } from "../replica/server"
import { connectVitally } from "./connect"
import { expect, test } from "./extension"
import { panelFrame } from "./panel-frame"
import { syncedAccounts } from "./worker"

const { globex, initech, cyberdyne } = showcase
const lightning = "https://acme.lightning.force.com"
const accountPage = (id: string) => `${lightning}/lightning/r/Account/${id}/view`

/** For answers that take several requests on a busy machine. */
const slow = 30_000

/** Each test connects Vitally, reads the book and then signs in: long, on few cores. */
test.describe.configure({ timeout: 180_000 })

const connected = async (context: BrowserContext, extensionId: string): Promise<Page> => {
  const { subdomain, apiKey } = access
  const options = await connectVitally(context, extensionId, { subdomain, apiKey, as: "Maya Lindqvist" })
  await syncedAccounts(options, 60)
  return options
}

const group = (options: Page): Locator => options.getByRole("group", { name: "Salesforce" })

/** The connection's own line, which names the org. */
const signedIn = (options: Page): Locator => group(options).getByText(`Signed in to ${access.myDomain}`)

/** Fills in the form and starts; answers with the consent page where one comes up. */
async function begin(options: Page): Promise<void> {
  await options.bringToFront()
  await group(options).getByRole("textbox", { name: "My Domain" }).fill(access.myDomain)
  await group(options).getByRole("textbox", { name: "Client ID" }).fill(access.clientId)
  await group(options).getByRole("button", { name: "Sign in", exact: true }).click()
}

async function consent(context: BrowserContext, options: Page, answer: "Allow" | "Deny"): Promise<void> {
  const window = context.waitForEvent("page")
  await begin(options)
  const page = await window
  await page.getByRole("button", { name: answer }).click()
}

/** Signed in, and the look at the book that follows is over. */
async function signIn(context: BrowserContext, options: Page, replica: Replica): Promise<void> {
  const asked = replica.control.queries.length
  await consent(context, options, "Allow")
  await expect(signedIn(options)).toBeVisible({ timeout: slow })
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

const calls = (replica: Replica) => replica.control.count({ service: "salesforce" })

test("asks for consent once, then opens any page of a customer at one call and none before", async ({
  context,
  extensionId,
  replica,
}) => {
  replica.control.signInAs(0)
  const options = await connected(context, extensionId)
  expect(calls(replica)).toBe(0)
  const page = await context.newPage()
  // Without a sign-in the panel works from Vitally's data, matched by id.
  const before = await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne")
  await expect(before.getByRole("region", { name: "Health" }).getByRole("listitem").first()).toBeVisible()
  expect(calls(replica)).toBe(0)
  await page.goto("about:blank")

  await signIn(context, options, replica)
  await fromSalesforce(await panelOf(page, accountPage(initech.salesforceId), "Initech"))

  replica.control.clearLog()
  await page.goto(`${lightning}/lightning/o/Account/list`)
  expect(calls(replica)).toBe(0)
  await fromSalesforce(await panelOf(page, accountPage(globex.salesforceId), "Globex"))
  await page.reload()
  await fromSalesforce(await panelOf(page, accountPage(globex.salesforceId), "Globex"))
  expect(calls(replica)).toBe(1)

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
  expect(calls(replica)).toBe(2)
})

test("says what a refusal means: consent refused, app blocked, wrong client", async ({
  context,
  extensionId,
  replica,
}) => {
  replica.control.signInAs(0)
  const options = await connected(context, extensionId)
  const alert = group(options).getByRole("alert")
  await consent(context, options, "Deny")
  await expect(alert).toContainText("Salesforce was not given access.")
  replica.control.setOAuthError("OAUTH_APP_BLOCKED")
  await begin(options)
  await expect(alert).toContainText("Account Lens is blocked in this Salesforce org.")
  replica.control.setOAuthError(null)
  await consent(context, options, "Allow")
  await expect(alert).toHaveCount(0)
  await expect(signedIn(options)).toBeVisible()
})

test("renews silently; asks to sign in again when that was revoked; another user starts afresh", async ({
  context,
  extensionId,
  replica,
}) => {
  replica.control.signInAs(0)
  const options = await connected(context, extensionId)
  await signIn(context, options, replica)
  const windows = context.pages().length
  replica.control.expireSessions()
  const page = await context.newPage()
  await fromSalesforce(await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne"))
  expect(context.pages().length).toBe(windows + 1)
  expect(replica.control.count({ path: "/services/oauth2/token" })).toBe(2)

  replica.control.revokeAll()
  const frame = await panelOf(page, accountPage(globex.salesforceId), "Globex")
  await expect(frame.getByRole("alert")).toContainText("Salesforce no longer accepts this sign-in.")
  await expect(frame.getByRole("region", { name: "Health" }).getByRole("listitem").first()).toBeVisible()
  await expect(group(options).getByText("Salesforce no longer accepts this sign-in.")).toBeVisible()

  replica.control.signInAs(1)
  const other = replica.control.world.book.advisors[1]
  await signIn(context, options, replica)
  const grants = await options.evaluate(() => chrome.storage.local.get("secret.salesforce.grant"))
  expect(grants["secret.salesforce.grant"]).toMatchObject({ userId: other?.userId })
  // What the first user was shown of Cyberdyne is gone until this one asks.
  const again = await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne")
  await fromSalesforce(again)
})

test("leaves a hidden field out, and keeps the last values when the day's calls are used up", async ({
  context,
  extensionId,
  replica,
}) => {
  replica.control.signInAs(0)
  const options = await connected(context, extensionId)
  await signIn(context, options, replica)
  const page = await context.newPage()
  await fromSalesforce(await panelOf(page, accountPage(globex.salesforceId), "Globex"))
  // The administrator hides a field: the first refusal teaches it, and the panel is whole but for that.
  replica.control.hideField("Account.NumberOfEmployees")
  replica.control.hideField("Contact.Title")
  const frame = await panelOf(page, accountPage(cyberdyne.salesforceId), "Cyberdyne")
  await fromSalesforce(frame)
  await expect(frame.getByRole("alert")).toHaveCount(0)

  replica.control.setTrouble("daily-limit")
  await frame.getByRole("button", { name: "Read again now" }).first().click()
  await expect(frame.getByRole("alert")).toContainText("used up its API calls for today")
  await expect(frame.getByRole("alert")).toContainText(/just now|min|ago/)
  await fromSalesforce(frame)
})
