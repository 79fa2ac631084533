/** What the next days hold for the customers of a book: meetings, tasks and contacts that fall due. From the cache alone. */
import { isChurned } from "~src/domain/book/entry"
import { assess } from "~src/domain/assess/assess"
import type { Assessment } from "~src/domain/assessment"
import { addDays, dayOf } from "~src/domain/calendar"
import { fiscalPeriod } from "~src/domain/fiscal"
import { monthlyPicks } from "~src/domain/week/monthly-picks"
import { plannedOn } from "~src/domain/week/planned"
import type { OwedHere, PlanItem, WeekPlan } from "~src/messaging/views/week"

import { getMeta } from "../../cache/meta"
import type { WorkerContext } from "../../kernel/context"
import { bookRows, type Who } from "../../lists/book-rows"
import { factsOf } from "../../lists/facts-of"

/** More would keep other questions waiting: each customer is assessed. */
const most = 300

/** Today and the six days after it. */
const planDays = 7

export async function weekPlan(context: WorkerContext, who: Who): Promise<WeekPlan> {
  const { today, timeZone } = await context.clock()
  const last = addDays(today, planDays - 1)
  const all = (await bookRows(context, who)).filter((row) => !isChurned(row, today))
  const rows = all.slice(0, most)
  const [{ facts, factsContext }, texts = {}] = await Promise.all([
    factsOf(
      context,
      rows.map(({ id }) => id),
    ),
    getMeta(context.db, "texts"),
  ])
  const { policy, clock } = factsContext
  const quarter = fiscalPeriod(today, 3, policy.fiscalYearFirstMonth)
  const items = rows.flatMap((row): PlanItem[] => {
    const { id: accountId, name: accountName, contactOverdueOn, contactStatus } = row
    const of = { accountId, accountName }
    const known = facts.get(accountId)
    const meetings = (known?.upcomingMeetings ?? []).flatMap((meeting): PlanItem[] => {
      const on = meeting.on ?? dayOf(meeting.at, timeZone)
      if (!on || on < today || on > last) return []
      return [
        {
          ...of,
          id: meeting.id,
          kind: "meeting",
          on,
          at: meeting.at,
          title: meeting.title,
          attendees: meeting.attendees,
        },
      ]
    })
    const tasks = (known?.tasks ?? []).flatMap((task): PlanItem[] => {
      const { id, name, dueOn, completedAt } = task
      if (completedAt !== undefined || dueOn === undefined || dueOn > last) return []
      return [
        { ...of, id, kind: "task", on: dueOn < today ? today : dueOn, dueOn, title: name, attendees: [] },
      ]
    })
    const isContactDue =
      contactOverdueOn !== undefined && contactOverdueOn <= last && contactStatus !== "exempt"
    const contact: PlanItem[] = isContactDue
      ? [
          {
            ...of,
            id: `contact-${accountId}`,
            kind: "contact",
            on: contactOverdueOn < today ? today : contactOverdueOn,
            dueOn: contactOverdueOn,
            title: "",
            attendees: [],
          },
        ]
      : []
    const asked = [...tasks, ...contact].map((item) => ({
      ...item,
      on: plannedOn(item, item.on, texts, { first: today, last }),
    }))
    return [...meetings, ...asked]
  })
  const assessed = [...facts.values()].map((known) => assess(known, policy, clock))
  return {
    today,
    days: Array.from({ length: planDays }, (_, nth) => addDays(today, nth)),
    owed: owedBy(assessed, quarter.endsOn),
    quarterEndsOn: quarter.endsOn,
    team: teamRhythms(assessed),
    picks: monthlyPicks(rows, {
      today,
      fiscalYearStart: policy.fiscalYearFirstMonth,
      expansionFrom: policy.scenarios.expansionFrom,
    }),
    texts,
    cut: all.length - rows.length,
    items: items.sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        (a.at ?? "~").localeCompare(b.at ?? "~") ||
        (a.dueOn ?? "").localeCompare(b.dueOn ?? "") ||
        a.accountName.localeCompare(b.accountName),
    ),
  }
}

/** What tiers are owed until a day, without what the week lists already: contact has its own due date. */
function owedBy(assessed: readonly Assessment[], until: string): OwedHere[] {
  return assessed
    .flatMap(({ accountId, name, tier }) =>
      tier.owed
        .filter(({ key, nextOn, overdue }) => key !== "check-in" && (overdue || (nextOn ?? "~") <= until))
        .map(({ key, label, nextOn, overdue }) => ({
          key,
          label,
          accountId,
          accountName: name,
          overdue,
          ...(nextOn !== undefined && { nextOn }),
        })),
    )
    .sort(
      (a, b) => (a.nextOn ?? "").localeCompare(b.nextOn ?? "") || a.accountName.localeCompare(b.accountName),
    )
}

/** Each rhythm of the team once, with the soonest day it is due. */
function teamRhythms(assessed: readonly Assessment[]): WeekPlan["team"] {
  const byKey = new Map<string, WeekPlan["team"][number]>()
  for (const { cadences, tier } of assessed) {
    const owed = new Set(tier.owed.map(({ key }) => key))
    for (const { key, label, rhythm, nextOn } of cadences) {
      const known = byKey.get(key)
      if (owed.has(key) || (known?.nextOn !== undefined && (nextOn ?? "~") >= known.nextOn)) continue
      byKey.set(key, { key, label, rhythm, ...(nextOn !== undefined && { nextOn }) })
    }
  }
  return [...byKey.values()].sort((a, b) => (a.nextOn ?? "~").localeCompare(b.nextOn ?? "~"))
}
