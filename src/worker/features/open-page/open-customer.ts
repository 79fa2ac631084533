import type { WorkerContext } from "../../kernel/context"
import { addressOf, openOwn } from "./handlers"

/** A customer's page in Vitally, in a tab that shows it already if there is one; our own where that is unknown. */
export async function openCustomer(context: WorkerContext, accountId: string): Promise<void> {
  const url = await addressOf(context, "vitally", accountId)
  if (url === null) return openOwn(context, "tabs/account.html", `account=${accountId}`)
  const { tabs } = context.platform
  const [tab] = await tabs.find(`${url}*`)
  if (!tab || !(await tabs.show(tab.id))) await tabs.open(url)
}
