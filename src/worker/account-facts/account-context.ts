import type { FactsContext } from "."

import { currentPolicy } from "../policy/current"
import { salesforceUser } from "../salesforce/service"
import { factsContext } from "./facts-context"
import type { WorkerContext } from "../kernel/context"

/** What stored rows are turned into facts with, now. */
export async function factsContextOf(context: WorkerContext): Promise<FactsContext> {
  const [{ timeZone }, { me }, policy, salesforce] = await Promise.all([
    context.clock(),
    context.settings.get(),
    currentPolicy(context),
    salesforceUser(context),
  ])
  return factsContext({ db: context.db, now: context.now, policy, timeZone, me, salesforce })
}
