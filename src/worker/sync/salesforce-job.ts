/** The scheduled look at Salesforce: newest activity of the user's book, and the user's own due tasks. */
import { noteSalesforce } from "./mark-changed"
import { refreshSalesforceBook } from "./refresh-book"
import { maySalesforceAsk, salesforceClient, signedOutFault } from "../salesforce/service"
import { noteHealth } from "../kernel/service-health"
import { salesforceIdFor } from "../account-facts/salesforce-record"
import { scopeOf } from "../kernel/my-owners"
import type { WorkerContext } from "../kernel/context"
import { faultOf } from "../kernel/fault-of"
import type { Job } from "../kernel/job"

export const salesforceJob: Job = {
  name: "salesforce",
  everyMinutes: 60,
  async run(context, deadline) {
    const { me, salesforce } = await context.settings.get()
    if (!me || !salesforce.connected || !context.platform.online.now()) return undefined
    if (!(await maySalesforceAsk(context))) return undefined
    try {
      const signedIn = (await salesforceClient(context)) !== undefined
      if (!signedIn) {
        await noteHealth(context, "salesforce", signedOutFault)
        return undefined
      }
      const accounts = await ownAccounts(context)
      const { changed, more } = await refreshSalesforceBook(
        context,
        accounts,
        () => context.now() >= deadline,
      )
      await noteSalesforce(context, [...changed])
      await noteHealth(context, "salesforce")
      return more ? context.now() : undefined
    } catch (error) {
      await noteHealth(context, "salesforce", faultOf(error))
      return undefined
    }
  },
}

/** The user's book and those they cover: Vitally id to 18-character Salesforce id. */
async function ownAccounts(context: WorkerContext): Promise<Map<string, string>> {
  const { db } = context
  const { owners } = scopeOf(await context.settings.get(), (await context.clock()).today)
  const books = await Promise.all(owners.map((owner) => db.getAllFromIndex("summaries", "owner", owner)))
  const pairs = await Promise.all(
    books.flat().map(async ({ id, salesforceId }) => {
      const known = await salesforceIdFor(context, {
        id,
        ...(salesforceId !== undefined && { salesforceId }),
      })
      return known === undefined ? [] : [[id, known] as const]
    }),
  )
  return new Map(pairs.flat())
}
