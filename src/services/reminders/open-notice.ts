import { openCustomer } from "~src/services/open-page/open-customer"
import { openOwn } from "~src/services/open-page/handlers"
import type { WorkerContext } from "~src/services/worker/context"

import { noticePrefix } from "./run-reminders"

/** A clicked reminder opens what it is about: its customer, or the book with what is due on top. */
export async function openNotice(context: WorkerContext, id: string): Promise<void> {
  const [prefix, accountId] = id.split("|")
  if (prefix !== noticePrefix) return
  if (accountId) await openCustomer(context, accountId)
  else await openOwn(context, "tabs/book.html")
}
