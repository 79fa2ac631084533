/** The three traits that people keep by hand, for one pass over a book. */
import { daysBetween } from "~src/domain/calendar"
import { isChurned } from "~src/domain/book/entry"
import type { AccountFacts, CalendarDate } from "~src/domain/facts"
import { knownSetOn } from "~src/domain/health/stale"
import { plural, shortDate } from "~src/domain/words"
import type { ManualTrait, SweepRow, TraitSweep } from "~src/messaging/views/week"

import type { FactsContext } from "../../account-facts"
import { settableTraits } from "../../account-facts/writable-traits"
import { getMeta, setMeta } from "../../cache/meta"
import type { WorkerContext } from "../../kernel/context"
import { bookRows, type Who } from "../../lists/book-rows"
import { factsOf } from "../../lists/facts-of"

const manual: readonly ManualTrait[] = ["sentiment", "activeChampion", "accessToBuyer"]

export async function traitSweep(context: WorkerContext, who: Who): Promise<TraitSweep> {
  const { today } = await context.clock()
  const [all, checks = {}] = await Promise.all([bookRows(context, who), getMeta(context.db, "traitChecks")])
  const here = all.filter((row) => !isChurned(row, today))
  const { facts, factsContext } = await factsOf(
    context,
    here.map(({ id }) => id),
  )
  const { staleAfterDays } = factsContext.policy.health
  const canSet = settableTraits(factsContext.policy.mapping, factsContext.traitMap)
  const rows = here.flatMap((row): SweepRow[] => {
    const known = facts.get(row.id)
    if (!known) return []
    const checkedOn = latestCheck(known, checks[row.id], factsContext)
    return [
      {
        id: row.id,
        name: row.name,
        tier: row.tier,
        band: row.band,
        score: row.score,
        values: {
          sentiment: known.traits.sentiment?.value ?? null,
          activeChampion: known.traits.activeChampion?.value ?? null,
          accessToBuyer: known.traits.accessToBuyer?.value ?? null,
        },
        checkedOn,
        isDue: checkedOn === null || daysBetween(checkedOn, today) > staleAfterDays,
        since: sinceThen(known, checkedOn, row.daysSinceContact, today),
      },
    ]
  })
  return {
    today,
    staleAfterDays,
    rows: rows.sort(byNeed),
    canSet: manual.filter((key) => canSet.includes(key)),
  }
}

/** Keeps that somebody looked and changed nothing; `null` takes it back. */
export async function checkTraits(
  context: WorkerContext,
  accountId: string,
  checked: boolean,
): Promise<void> {
  const checks = { ...(await getMeta(context.db, "traitChecks")) }
  const { today } = await context.clock()
  if (checked) checks[accountId] = today
  else Reflect.deleteProperty(checks, accountId)
  await setMeta(context.db, "traitChecks", checks)
  context.publish("week")
}

/** The day by which all three were looked at: the oldest of the known ones, or a pass over this page. */
function latestCheck(
  facts: AccountFacts,
  checked: CalendarDate | undefined,
  { policy, clock }: FactsContext,
): CalendarDate | null {
  const days = manual.map((key) => knownSetOn(key, facts, policy, clock))
  const set = days.includes(null) ? null : (days.sort()[0] ?? null)
  if (checked === undefined) return set
  return set !== null && set > checked ? set : checked
}

/** Only what is known: nothing is said of a source that nobody read. */
function sinceThen(
  facts: AccountFacts,
  since: CalendarDate | null,
  daysSinceContact: number | null,
  today: CalendarDate,
): string {
  const renewal = facts.renewalOn?.value
  if (renewal !== undefined && renewal < today) return `Contract ended ${shortDate(renewal, today)}`
  const wrote = (facts.touches ?? []).filter(
    ({ direction, automatic, on }) =>
      direction === "inbound" &&
      !automatic &&
      on !== undefined &&
      on <= today &&
      (since === null || on >= since),
  )
  const newest = wrote
    .flatMap(({ on }) => on ?? [])
    .sort()
    .at(-1)
  if (newest !== undefined) {
    return `${plural(wrote.length, "message")} from the customer, last ${shortDate(newest, today)}`
  }
  const open = facts.openSupportTickets?.value ?? 0
  if (open > 0) return `${plural(open, "support ticket")} open`
  return daysSinceContact === null ? "" : `Last contact ${plural(daysSinceContact, "day")} ago`
}

/** Due ones first, never looked at before long ago, then by name. */
function byNeed(a: SweepRow, b: SweepRow): number {
  return (
    Number(b.isDue) - Number(a.isDue) ||
    (a.checkedOn ?? "").localeCompare(b.checkedOn ?? "") ||
    a.name.localeCompare(b.name)
  )
}
