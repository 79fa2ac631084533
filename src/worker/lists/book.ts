/** One person's whole book, for the book page. */
import type { AccountSummary } from "~src/domain/assessment"
import { addDays, daysBetween } from "~src/domain/calendar"
import type { CalendarDate, Clock } from "~src/domain/facts"
import type { Book, BookRow, HealthChange } from "~src/messaging/views/lists"
import type { WorkerContext } from "../kernel/context"
import type { LensDatabase } from "../cache/database"

import { adminNames } from "../kernel/admins"
import { knownAdmins } from "../kernel/sync-meta"
import { loggedTouches, overdueOnAfter } from "./logged-touches"
import { readBooks, readHistory, readOutbox } from "./read-lists"
import { scopeOf } from "../kernel/my-owners"

/** How far back health changes are listed. */
const changesDays = 90

/**
 * @param ownerId whose book; absent: the user's own with those they cover. Rows come by name.
 */
export async function bookOf(context: WorkerContext, ownerId?: string): Promise<Book> {
  const { db } = context
  const [clock, settings, names] = await Promise.all([
    context.clock(),
    context.settings.get(),
    adminNames(context),
  ])
  const mine = scopeOf(settings, clock.today).owners
  const owners = ownerId === undefined ? mine : [ownerId]
  const [summaries, outbox, counts] = await Promise.all([
    readBooks(db, owners),
    readOutbox(db),
    ownerCounts(db),
  ])
  const touched = loggedTouches(outbox, clock)
  const rows = summaries
    .map((summary) => rowOf(summary, clock.today, touched.get(summary.id), names))
    .sort((a, b) => a.name.localeCompare(b.name))
  const shownOwner = owners[0]
  return {
    today: clock.today,
    owner:
      shownOwner === undefined ? null : { adminId: shownOwner, name: names.get(shownOwner) ?? shownOwner },
    owners: [...counts]
      .map(([adminId, count]) => ({ adminId, name: names.get(adminId) ?? adminId, count }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    rows,
    changes: await changesOf(context, rows, clock),
  }
}

/** A stored row as it stands today, a contact logged here but not yet sent included. */
export function rowOf(
  summary: AccountSummary,
  today: CalendarDate,
  touchedOn: CalendarDate | undefined,
  names: Map<string, string>,
): BookRow {
  const overdueOn = overdueOnAfter(summary, touchedOn)
  const last =
    touchedOn !== undefined && touchedOn > (summary.lastContactOn ?? "") ? touchedOn : summary.lastContactOn
  const ownerName = summary.owner === undefined ? undefined : names.get(summary.owner)
  return {
    ...summary,
    ...(last !== undefined && { lastContactOn: last }),
    ...(overdueOn !== undefined && { contactOverdueOn: overdueOn }),
    daysSinceContact: last === undefined ? null : daysBetween(last, today),
    daysOut: summary.renewalOn === undefined ? null : daysBetween(today, summary.renewalOn),
    contactStatus: contactStatus(summary, overdueOn, today, last !== summary.lastContactOn),
    ...(ownerName !== undefined && { ownerName }),
  }
}

/** Read off the row's dates: no date at all means exempt, or that nothing is known. */
function contactStatus(
  summary: AccountSummary,
  overdueOn: CalendarDate | undefined,
  today: CalendarDate,
  justTouched: boolean,
): BookRow["contactStatus"] {
  if (overdueOn === undefined) return summary.contactUnknown ? "unknown" : "exempt"
  if (overdueOn <= today) return "overdue"
  const soon = !justTouched && summary.contactDueSoonOn !== undefined && summary.contactDueSoonOn <= today
  return soon ? "due-soon" : "ok"
}

/**
 * How many customers each owner has; no row is read. The people known are counted all at once: walking from owner to owner waits for
 * each of them, which is for books with an owner whom nobody lists.
 */
export async function ownerCounts(db: LensDatabase): Promise<Map<string, number>> {
  const people = await knownAdmins(db)
  const index = db.transaction("summaries").store.index("owner")
  const [all, ...each] = await Promise.all([index.count(), ...people.map(({ id }) => index.count(id))])
  const known = people.map(({ id }, at) => [id, each[at] ?? 0] as const).filter(([, count]) => count > 0)
  if (known.reduce((sum, [, count]) => sum + count, 0) === all) return new Map(known)
  const counts = new Map<string, number>()
  for (let at = await index.openKeyCursor(null, "nextunique"); at; at = await at.continue()) {
    counts.set(at.key, await index.count(at.key))
  }
  return counts
}

/** Newest first. */
async function changesOf(context: WorkerContext, rows: BookRow[], clock: Clock): Promise<HealthChange[]> {
  const since = `${addDays(clock.today, -changesDays)}T00:00:00.000Z`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (await readHistory(context.db, since))
    .flatMap(({ accountId, kind, at, from, to, moved = [] }) => {
      const name = names.get(accountId)
      if (kind !== "health" || name === undefined || !from || !to) return []
      return [
        { accountId, name, at, from, to, moved: moved.map(({ label, from, to }) => ({ label, from, to })) },
      ]
    })
    .reverse()
}
