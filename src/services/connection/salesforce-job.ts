/** The scheduled look at Salesforce: newest activity of the user's book, and the user's own due tasks. */
import { refreshSalesforceBook } from "../salesforce/refresh"
import { noteHealth } from "../status/service-health"
import { factsContextOf } from "../account/facts-context"
import { resummarise } from "../sync/resummarise"
import type { WorkerContext } from "../worker/context"
import { faultOf } from "../worker/fault-of"
import type { Job } from "../worker/job"

export const salesforceJob: Job = {
  name: "salesforce",
  everyMinutes: 60,
  async run(context) {
    const { me, salesforce } = await context.settings.get()
    if (!me || !salesforce.connected || !context.platform.online.now()) return undefined
    try {
      const changed = await refreshSalesforceBook(context, await ownAccounts(context, me.adminId))
      if (changed.size > 0) {
        const facts = await factsContextOf(context)
        await resummarise({ db: context.db, facts, role: me.role, history: true }, [...changed])
        context.publish("popup", "book", ...[...changed].map((id) => `account:${id}`))
      }
      await noteHealth(context, "salesforce")
    } catch (error) {
      await noteHealth(context, "salesforce", faultOf(error))
    }
    return undefined
  },
}

/** Vitally id to 18-character Salesforce id. */
async function ownAccounts({ db }: WorkerContext, adminId: string): Promise<Map<string, string>> {
  const summaries = await db.getAllFromIndex("summaries", "owner", adminId)
  return new Map(
    summaries.flatMap(({ id, salesforceId }): [string, string][] =>
      salesforceId === undefined ? [] : [[id, salesforceId]],
    ),
  )
}
