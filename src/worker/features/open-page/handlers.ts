/** Opens a page, bringing an open tab of the same page to the front instead of opening a second one. */
import { salesforceRecordUrl, vitallyAccountUrl } from "~src/hosts"
import type { RequestOf } from "~src/messaging/contract"
import { faultError } from "~src/messaging/fault"

import { salesforceIdFor } from "../../account-facts/salesforce-record"
import type { WorkerContext } from "../../kernel/context"
import type { PartialHandlers } from "../../kernel/handlers"

type Page = RequestOf<"open.page">["page"]

const ownPages: Partial<Record<Page, string>> = {
  options: "options.html",
  account: "tabs/account.html",
}
/** Pages of the app by their ids there (`src/ui/app/pages.ts`). */
const appPages = new Set<Page>(["book", "link", "coverage", "welcome"])

export const openPageHandlers = {
  "open.page": async ({ page, accountId, hash }, context) => {
    if (page === "app") {
      await openApp(context, hash ?? "")
      return {}
    }
    if (appPages.has(page)) {
      await openApp(context, hash === undefined ? page : `${page}?${hash}`)
      return {}
    }
    const own = ownPages[page]
    if (own !== undefined) {
      await openOwn(context, own, page === "account" ? `account=${accountId ?? ""}` : hash)
      return {}
    }
    const url = await addressOf(context, page, accountId)
    if (url === null) {
      throw faultError(
        "not-found",
        `There is no ${page === "vitally" ? "Vitally" : "Salesforce"} page for this account.`,
        "Account Lens does not know its address there.",
      )
    }
    const [tab] = await context.platform.tabs.find(`${url}*`)
    if (!tab || !(await context.platform.tabs.show(tab.id))) await context.platform.tabs.open(url)
    return {}
  },
} satisfies PartialHandlers

/** One tab for each of our pages, one for each customer; its hash says what it shows. */
export async function openOwn(context: WorkerContext, path: string, hash = ""): Promise<void> {
  const { runtime, tabs } = context.platform
  const address = runtime.url(path)
  const url = hash === "" ? address : `${address}#${hash}`
  const isSame = (tab: string) => (path === ownPages.account ? tab === url : tab.split("#")[0] === address)
  const open = (await runtime.openPages()).find((tab) => isSame(tab.url))
  if (open && (await tabs.show(open.tabId, open.url === url || hash === "" ? undefined : url))) return
  await tabs.open(url)
}

/**
 * A page of the app: in a tab that shows that page already, else in a new one. A tab with another page stays as it is: something may be
 * half written there.
 * @param address a page's id and what it is to show: `book?owner=…`
 */
export async function openApp(context: WorkerContext, address: string): Promise<void> {
  const { runtime, tabs } = context.platform
  const url = runtime.url(`tabs/app.html#${address}`)
  const pageOf = (tab: string) => tab.split("?")[0]
  const open = (await runtime.openPages()).find((tab) => pageOf(tab.url) === pageOf(url))
  const asItIs = open?.url === url || !address.includes("?")
  if (open && (await tabs.show(open.tabId, asItIs ? undefined : url))) return
  await tabs.open(url)
}

/** Where the account is in the other system; null where that is not known. */
export async function addressOf(
  { db, settings }: Pick<WorkerContext, "db" | "settings">,
  page: Page,
  accountId = "",
): Promise<string | null> {
  const account = await db.get("accounts", accountId)
  if (!account) return null
  const { vitally, salesforce } = await settings.get()
  if (page === "vitally") {
    return vitally.subdomain === "" ? null : vitallyAccountUrl(vitally.subdomain, vitally.region, account.id)
  }
  const salesforceId = await salesforceIdFor({ db }, account)
  if (salesforceId === undefined || salesforce.myDomain === "") return null
  return salesforceRecordUrl(salesforce.myDomain, salesforceId, "Account")
}
