/**
 * The scheduled refresh: newest logged activity of the book's accounts, and the user's own due tasks. In slices: the place
 * reached is stored, so that a worker that dies, or a book that is too large for one turn, goes on from there.
 */
import { currentEpoch } from "../kernel/epoch"
import { backgroundMayCall } from "../salesforce/api/limits"
import type { WorkerContext } from "../kernel/context"

import { currentPolicy } from "../policy/current"
import { activityRows, type Judging, newestContact } from "./activity-rows"
import { bookActivity, mayAggregate } from "./book-activity"
import { refreshMyTasks } from "./my-salesforce-tasks"
import { noteContacts } from "./note-contacts"
import { orgSchema, sees } from "../salesforce/schema"
import { knownLimits, salesforceClient, schemaStore } from "../salesforce/service"

/** Id of the last account that was asked for in an unfinished turn. */
const cursorKey = "salesforce.book"

export interface BookRefresh {
  /** Vitally ids of accounts whose rows changed. */
  changed: Set<string>
  /** The time was over first: go on soon. */
  more: boolean
}

/**
 * @param accounts Vitally id to 18-character Salesforce id
 * @param isOver whether this slice's time is over
 * Does nothing from 80 % of the org's daily limit on.
 * @throws SalesforceError
 */
export async function refreshSalesforceBook(
  context: WorkerContext,
  accounts: ReadonlyMap<string, string>,
  isOver: () => boolean = () => false,
): Promise<BookRefresh> {
  const changed = new Set<string>()
  const client = await salesforceClient(context)
  const grant = await context.secrets.salesforce.grant()
  const isCurrent = currentEpoch(context, "salesforce")
  const mayCall = async () => backgroundMayCall(await knownLimits(context))
  if (!client || !grant || !(await mayCall())) return { changed, more: false }

  const schema = await orgSchema(client, await schemaStore(context), context.now())
  const ids = await remaining(context, accounts)
  const mayGoOn = async () => !isOver() && (await mayCall())
  const objects = (["Task", "Event"] as const).filter((name) => mayAggregate(schema, name))
  const answer = await bookActivity(client, ids, {
    objects,
    maySee: (object, field) => sees(schema, object, field, "filter"),
    mayGoOn,
  })
  if (!isCurrent()) return { changed, more: false }
  const judging = await judgingOf(context, grant)
  const noted = await noteContacts(context, accounts, answer, {
    rows: (of, after) => activityRows(client, { schema, objects, ids: of, after }),
    judge: (id, rows) => newestContact(id, rows, judging),
    mayGoOn,
    isCurrent,
  })
  if (!isCurrent()) return { changed, more: false }
  for (const accountId of noted.changed) changed.add(accountId)
  const { asked } = noted
  const last = asked.at(-1)
  if (asked.length < ids.length) {
    if (last !== undefined) await context.db.put("meta", { key: cursorKey, value: last })
    return { changed, more: await mayCall() }
  }
  await context.db.delete("meta", cursorKey)

  if (await mayCall())
    for (const accountId of await refreshMyTasks(context, {
      client,
      schema,
      isCurrent,
      userId: grant.userId,
    }))
      changed.add(accountId)
  return { changed, more: false }
}

async function remaining({ db }: WorkerContext, accounts: ReadonlyMap<string, string>): Promise<string[]> {
  const stored = (await db.get("meta", cursorKey))?.value
  const after = typeof stored === "string" ? stored : ""
  return [...new Set(accounts.values())].sort().filter((id) => id > after)
}

async function judgingOf(
  context: WorkerContext,
  { apiHost, userId }: { apiHost: string; userId: string },
): Promise<Judging> {
  const [policy, clock] = await Promise.all([currentPolicy(context), context.clock()])
  return { policy, clock, apiHost, userId }
}
