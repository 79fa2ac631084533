import { openCustomer } from "../open-page/open-customer"
import { openApp } from "../open-page/handlers"
import type { WorkerContext } from "~src/worker/kernel/context"

import { noticePrefix } from "./run-reminders"

/** A clicked reminder opens what it is about: its customer, or the book with what is due on top. */
export async function openNotice(context: WorkerContext, id: string): Promise<void> {
  const [prefix, accountId] = id.split("|")
  if (prefix !== noticePrefix) return
  if (accountId) await openCustomer(context, accountId)
  else await openApp(context, "book")
}
