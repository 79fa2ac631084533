import type { FactsContext } from "~src/services/facts"

import { currentPolicy } from "../policy/current"
import { salesforceUser } from "../salesforce/service"
import { factsContext } from "../sync/facts-context"
import type { WorkerContext } from "../worker/context"

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
