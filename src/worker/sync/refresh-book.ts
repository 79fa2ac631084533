/**
 * The scheduled refresh: newest logged activity of the book's accounts, and the user's own due tasks. In slices: the place
 * reached is stored, so that a worker that dies, or a book that is too large for one turn, goes on from there.
 */
import { currentEpoch } from "../kernel/epoch"
import { backgroundMayCall } from "../salesforce/api/limits"
import type { CalendarDate } from "~src/domain/facts"
import type { WorkerContext } from "../kernel/context"
import type { TouchRow } from "../cache/rows"

import { bookTouchPrefix } from "../salesforce/activity-touches"
import { type BookActivity, bookActivity, mayAggregate } from "./book-activity"
import { refreshMyTasks } from "./my-salesforce-tasks"
import { sortOut } from "./rows/sub-lists"
import { orgSchema } from "../salesforce/schema"
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
  const { newest, asked, whole } = await bookActivity(client, ids, {
    objects: (["Task", "Event"] as const).filter((name) => mayAggregate(schema, name)),
    mayGoOn: async () => !isOver() && (await mayCall()),
  })
  if (!isCurrent()) return { changed, more: false }
  const covered = new Set(asked)
  const answered = [...accounts].filter(([, salesforceId]) => covered.has(salesforceId))
  for (const accountId of await noteNewest(context, answered, { newest, whole })) changed.add(accountId)
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

/**
 * Notes the newest logged day of each account. Where a part was refused, an older day or none is no news; where all answered and a day is
 * gone, it goes after another reading without it, never many at a time.
 * @returns accounts whose touch changed.
 */
async function noteNewest(
  { db, now }: WorkerContext,
  accounts: readonly (readonly [accountId: string, salesforceId: string])[],
  { newest, whole }: Pick<BookActivity, "newest" | "whole">,
): Promise<string[]> {
  const changed: string[] = []
  const known = new Map<string, TouchRow>()
  const fresh = new Set<string>()
  for (const [accountId, salesforceId] of accounts) {
    const id = `${bookTouchPrefix}${accountId}`
    const before = await db.get("touches", id)
    if (before) known.set(id, before)
    const on = newest.get(salesforceId)
    if (on !== undefined || !whole.has(salesforceId)) fresh.add(id)
    const isOlder = !whole.has(salesforceId) && (on ?? "") <= (before?.on ?? "")
    const isSame = before?.on === on && before?.missingAt === undefined
    if (on === undefined || isOlder || isSame) continue
    await db.put("touches", bookTouch(id, accountId, on))
    if (before?.on !== on) changed.push(accountId)
  }
  const { gone, kept } = sortOut([...known.values()], fresh, true, now())
  for (const row of kept) await db.put("touches", row)
  for (const { id } of gone) await db.delete("touches", id)
  return [...changed, ...gone.map(({ accountId }) => accountId)]
}

const bookTouch = (id: string, accountId: string, on: CalendarDate): TouchRow => ({
  id,
  accountId,
  at: on,
  on,
  channel: "other",
  direction: "unknown",
  automatic: false,
  source: "salesforce",
  subject: "Logged in Salesforce",
})
