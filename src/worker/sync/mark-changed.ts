/** What follows from new Salesforce rows: summaries recomputed, pages told. */
import { factsContextOf } from "../account-facts/account-context"
import { resummarise } from "./rows/resummarise"
import type { WorkerContext } from "../kernel/context"

export async function noteSalesforce(context: WorkerContext, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return
  const { me } = await context.settings.get()
  const facts = await factsContextOf(context)
  await resummarise({ db: context.db, facts, role: me?.role ?? "", history: true }, accountIds)
  context.publish("popup", "book", ...accountIds.map((id) => `account:${id}`))
}
