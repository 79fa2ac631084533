/** Stores what the book's Salesforce activity tells of contact, and reads rows only of customers whom it could change. */
import type { AccountSummary } from "~src/domain/assessment"
import type { CalendarDate, Touch } from "~src/domain/facts"

import type { TouchRow } from "../cache/rows"
import type { WorkerContext } from "../kernel/context"
import { bookTouchPrefix } from "../salesforce/activity-touches"
import type { ActivityRows } from "./activity-rows"
import type { BookActivity, NewestActivity } from "./book-activity"
import { sortOut } from "./rows/sub-lists"

const accountsPerCall = 200

interface Steps {
  rows: (salesforceIds: string[], after: CalendarDate | undefined) => Promise<ActivityRows>
  judge: (salesforceId: string, rows: ActivityRows) => Touch | undefined
  /** Asked before each call. */
  mayGoOn: () => Promise<boolean>
  isCurrent: () => boolean
}

interface Noted {
  /** Accounts whose touch changed. */
  changed: string[]
  /** The Salesforce ids that are done, in the order given: the rest is for the next slice. */
  asked: string[]
}

/** An account whose rows must be read. */
interface Doubt {
  accountId: string
  salesforceId: string
  newest: NewestActivity
  isWhole: boolean
  before: TouchRow | undefined
  /** The last contact that any system tells of. */
  lastContactOn: CalendarDate | undefined
}

/**
 * If a part was refused, an older day or none is no news; if all answered and a contact is gone, it goes after another reading without it,
 * never many at a time.
 */
export async function noteContacts(
  context: WorkerContext,
  accounts: ReadonlyMap<string, string>,
  answer: BookActivity,
  { rows, judge, mayGoOn, isCurrent }: Steps,
): Promise<Noted> {
  const { db } = context
  const { known, fresh, doubts } = await look(context, accounts, answer)
  const changed: string[] = []
  let { asked } = answer
  for (let at = 0; at < doubts.length; at += accountsPerCall) {
    const part = doubts.slice(at, at + accountsPerCall)
    if (!(await mayGoOn())) {
      const first = part[0]?.salesforceId ?? ""
      asked = asked.filter((id) => id < first)
      for (const { accountId } of doubts.slice(at)) fresh.add(touchId(accountId))
      break
    }
    const ids = [...new Set(part.map(({ salesforceId }) => salesforceId))]
    const activities = await rows(ids, oldestNeeded(part))
    if (!isCurrent()) return { changed, asked: [] }
    for (const doubt of part) {
      const isWhole = activities.isWhole && doubt.isWhole
      const contact = judge(doubt.salesforceId, activities)
      if (contact || !isWhole) fresh.add(touchId(doubt.accountId))
      if (await note(context, doubt, contact, isWhole)) changed.push(doubt.accountId)
    }
  }
  const { gone, kept } = sortOut(known, fresh, true, context.now())
  for (const row of kept) await db.put("touches", row)
  for (const { id } of gone) await db.delete("touches", id)
  return { changed: [...changed, ...gone.map(({ accountId }) => accountId)], asked }
}

/** What is known of each account, and whose rows are to be read, in the order of their ids. */
async function look(
  { db }: WorkerContext,
  accounts: ReadonlyMap<string, string>,
  { newest, asked, whole }: BookActivity,
): Promise<{ known: TouchRow[]; fresh: Set<string>; doubts: Doubt[] }> {
  const covered = new Set(asked)
  const known: TouchRow[] = []
  const fresh = new Set<string>()
  const doubts: Doubt[] = []
  for (const [accountId, salesforceId] of accounts) {
    if (!covered.has(salesforceId)) continue
    const [before, seen, summary] = await Promise.all([
      db.get("touches", touchId(accountId)),
      db.get("details", seenId(accountId)),
      db.get("summaries", accountId),
    ])
    if (before) known.push(before)
    const isWhole = whole.has(salesforceId)
    const found = newest.get(salesforceId)
    if (found && isOpen(found, seen?.body, summary, before)) {
      const lastContactOn = summary?.lastContactOn
      doubts.push({ accountId, salesforceId, newest: found, isWhole, before, lastContactOn })
    } else if (found || !isWhole) {
      fresh.add(touchId(accountId))
      if (found && before?.missingAt !== undefined) await db.put("touches", present(before))
    }
  }
  doubts.sort((a, b) => (a.salesforceId < b.salesforceId ? -1 : 1))
  return { known, fresh, doubts }
}

const seenId = (accountId: string) => `${accountId}:activity`
const touchId = (accountId: string) => `${bookTouchPrefix}${accountId}`

/** Not judged already, and newer than what other systems tell: else it could change nothing. */
function isOpen(
  newest: NewestActivity,
  seen: unknown,
  summary: AccountSummary | undefined,
  before: TouchRow | undefined,
): boolean {
  const { on, changedAt } = (seen ?? {}) as Partial<NewestActivity>
  if (on === newest.on && changedAt === newest.changedAt) return false
  const { waitingSince, lastContactOn } = summary ?? {}
  if (before || waitingSince !== undefined || lastContactOn === undefined) return true
  return newest.on > lastContactOn
}

/** Behind the last contact nothing is news, unless it is ours that may have been taken back. */
function oldestNeeded(part: readonly Doubt[]): CalendarDate | undefined {
  const [oldest] = part.map(({ before, lastContactOn }) => (before ? "" : (lastContactOn ?? ""))).sort()
  return oldest === "" ? undefined : oldest
}

async function note(
  { db, now }: WorkerContext,
  { accountId, newest, before }: Doubt,
  contact: Touch | undefined,
  isWhole: boolean,
): Promise<boolean> {
  // One that is gone is looked for again, until it is believed.
  if (isWhole && (contact || !before)) {
    const readAt = new Date(now()).toISOString()
    await db.put("details", { id: seenId(accountId), accountId, part: "activity", body: newest, readAt })
  }
  if (!contact || (!isWhole && (contact.on ?? "") <= (before?.on ?? ""))) return false
  const id = touchId(accountId)
  const row = { ...contact, id, accountId, on: contact.on ?? contact.at.slice(0, 10) }
  if (JSON.stringify(row) === JSON.stringify(before)) return false
  await db.put("touches", row)
  return true
}

/** It is there again. */
function present(row: TouchRow): TouchRow {
  const { missingAt, ...there } = row
  return missingAt === undefined ? row : there
}
