/** Asks Looker when it is due, and makes the summaries of customers anew whose usage changed. */
import { factsContextOf } from "../../account-facts/account-context"
import type { WorkerContext } from "../../kernel/context"
import type { Job } from "../../kernel/job"
import { resummarise } from "../../sync/rows/resummarise"
import { noteFalls } from "./note-falls"
import { askLookerIfDue } from "./looker-job"
import { noLongerStale, staleCustomers } from "../../usage/store"

export const usageJob: Job = {
  name: "usage",
  everyMinutes: 60,
  async run(context, deadline) {
    const isRead = await askLookerIfDue(context, deadline)
    const isSummarised = await summariseStale(context, Math.max(deadline, context.now() + 2_000))
    return isRead && isSummarised ? undefined : context.now()
  },
}

/** Customers of one transaction. */
const batch = 200

/** @returns false where the time was over first: what is left is stored. */
async function summariseStale(context: WorkerContext, deadline: number): Promise<boolean> {
  const { db } = context
  let ids = await staleCustomers(db)
  if (ids.length === 0) return true
  const { me } = await context.settings.get()
  const options = { db, facts: await factsContextOf(context), role: me?.role ?? "", history: true }
  // More may come in meanwhile.
  for (; ids.length > 0 && context.now() < deadline; ids = await staleCustomers(db)) {
    const part = ids.slice(0, batch)
    await resummarise(options, part)
    await noteFalls(context, options.facts, part)
    await noLongerStale(db, part)
    context.publish("book", "popup", ...part.map((id) => `account:${id}`))
  }
  return ids.length === 0
}
