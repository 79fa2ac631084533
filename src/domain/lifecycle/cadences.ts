/** What a customer is owed and what the team does in rhythm: last done, next due (domain brief, section 4). */
import type { OwedItem } from "../assessment"
import { addDays, dayOf, daysBetween, weekday, workingDayOnOrAfter, workingDayOnOrBefore } from "../calendar"
import type { Context } from "./context"
import type { CalendarDate, Clock } from "../facts"
import { fiscalPeriod, monthOf, type Period } from "../fiscal"
import { knownSetOn } from "../health/stale"
import { planUpdate } from "./plan"
import type { Cadence, Policy } from "../policy/policy"

/** Every rhythm that applies to this account, customer-facing ones first; none once the customer is gone. */
export function cadencesOf(context: Context): OwedItem[] {
  const applying = context.policy.cadences.filter((cadence) => applies(cadence, context))
  return [...applying.filter((c) => c.owed), ...applying.filter((c) => !c.owed)].map((c) => item(c, context))
}

/** Only what the tier owes its customer. */
export function owedOf(context: Context): OwedItem[] {
  return context.policy.cadences.filter((c) => c.owed && applies(c, context)).map((c) => item(c, context))
}

/** One rhythm by its key; null where it does not apply. */
export function cadenceOf(key: string, context: Context): OwedItem | null {
  const cadence = context.policy.cadences.find((c) => c.key === key && applies(c, context))
  return cadence ? item(cadence, context) : null
}

function applies(
  cadence: Cadence,
  { policy, tier: { team }, unhealthy, churned, renewal: { daysOut } }: Context,
): boolean {
  if (churned) return false
  if (cadence.teams && (team === null || !cadence.teams.includes(team))) return false
  if (cadence.onlyRenewingUnhealthy !== true) return true
  const renewing = daysOut !== null && daysOut >= 0 && daysOut <= policy.renewal.earlyDays
  return renewing && unhealthy
}

function item(cadence: Cadence, context: Context): OwedItem {
  const lastOn = lastDone(cadence, context)
  const { nextOn, overdue } = nextDue(cadence, lastOn, context)
  return {
    key: cadence.key,
    label: cadence.label,
    rhythm: cadence.rhythm,
    ...(lastOn === null ? {} : { lastOn }),
    ...(nextOn === null ? {} : { nextOn }),
    overdue,
  }
}

/** The newest day that proves it was done; null without proof. */
function lastDone(
  cadence: Cadence,
  { facts, policy, clock, contact: { last } }: Context,
): CalendarDate | null {
  const { contact, plan, traits, names } = cadence.evidence
  const holds = (text: string) => names?.some((name) => text.toLowerCase().includes(name)) ?? false
  const days: (CalendarDate | null | undefined)[] = [
    contact === true ? last?.on : null,
    plan === true ? planUpdate(facts, policy, clock)?.value : null,
    ...(traits === true
      ? (["sentiment", "activeChampion", "accessToBuyer"] as const).map((key) =>
          knownSetOn(key, facts, policy, clock),
        )
      : []),
    ...(names ? (facts.projects ?? []).filter((p) => holds(p.name)).map((p) => p.completedOn) : []),
    ...(names
      ? (facts.tasks ?? [])
          .filter((task) => holds(task.name))
          .map((task) => (task.completedAt === undefined ? null : dayOf(task.completedAt, clock.timeZone)))
      : []),
  ]
  return days.reduce<CalendarDate | null>(
    (newest, day) =>
      typeof day === "string" && day <= clock.today && (newest === null || day > newest) ? day : newest,
    null,
  )
}

interface Due {
  nextOn: CalendarDate | null
  overdue: boolean
}

/** Nothing is called overdue without proof that it was ever done: no data is no reproach. */
function nextDue(
  cadence: Cadence,
  lastOn: CalendarDate | null,
  { facts, policy, clock, contact }: Context,
): Due {
  const start = facts.contractStartOn?.value
  const firstOn =
    cadence.fromDay === undefined ? null : start === undefined ? null : addDays(start, cadence.fromDay)
  if (firstOn !== null && firstOn > clock.today) return { nextOn: firstOn, overdue: false }
  const { due } = cadence
  if (due.unit === "days") {
    if (lastOn === null) {
      // Counted from the contract's start, as the contact itself is.
      if (cadence.evidence.contact === true && contact.dueOn !== null)
        return { nextOn: contact.dueOn, overdue: contact.status === "overdue" }
      return { nextOn: endOfWorkingWeek(clock.today), overdue: false }
    }
    const nextOn = workingDayOnOrBefore(addDays(lastOn, due.every), policy.workingDays)
    const overdue = daysBetween(lastOn, clock.today) > due.every
    // What contact proves is due no later than contact itself: never two dates for one duty.
    if (cadence.evidence.contact !== true || contact.dueOn === null) return { nextOn, overdue }
    return {
      nextOn: contact.dueOn < nextOn ? contact.dueOn : nextOn,
      overdue: overdue || contact.status === "overdue",
    }
  }
  const periodOf = (date: CalendarDate) => span(due, date, policy)
  const now = periodOf(clock.today)
  const done = lastOn !== null && lastOn >= now.startsOn
  const period = done ? periodOf(addDays(now.endsOn, 1)) : now
  const before = periodOf(addDays(now.startsOn, -1))
  const overdue = lastOn !== null && lastOn < before.startsOn
  return { nextOn: dayIn(due, period, clock, policy, done, periodOf), overdue }
}

type PeriodicRhythm = Exclude<Cadence["due"], { unit: "days" }>

function span(due: PeriodicRhythm, date: CalendarDate, policy: Policy): Period {
  const first = policy.fiscalYearFirstMonth
  if (due.unit === "fiscal-quarter" || due.unit === "week-of-fiscal-quarter")
    return fiscalPeriod(date, 3, first)
  if (due.unit === "fiscal-half") return fiscalPeriod(date, 6, first)
  if (due.unit === "fiscal-year") return fiscalPeriod(date, 12, first)
  return monthOf(date)
}

/** The day inside its period: the given week's first working day, the given day, else the period's last working day. */
function dayIn(
  due: PeriodicRhythm,
  period: Period,
  clock: Clock,
  policy: Policy,
  done: boolean,
  periodOf: (date: CalendarDate) => Period,
): CalendarDate {
  const place = (p: Period): { on: CalendarDate; until: CalendarDate } => {
    if (due.unit === "week-of-month" || due.unit === "week-of-fiscal-quarter") {
      const on = addDays(p.startsOn, (due.week - 1) * 7)
      return { on: workingDayOnOrAfter(on, policy.workingDays), until: addDays(on, 6) }
    }
    if (due.unit === "day-of-month") {
      const on = workingDayOnOrAfter(addDays(p.startsOn, due.day - 1), policy.workingDays)
      return { on, until: on }
    }
    const on = workingDayOnOrBefore(p.endsOn, policy.workingDays)
    return { on, until: p.endsOn }
  }
  const here = place(period)
  const dated = due.unit !== "month" && !due.unit.startsWith("fiscal")
  // A week that has passed in this period is next due in the following one.
  return !done && dated && here.until < clock.today ? place(periodOf(addDays(period.endsOn, 1))).on : here.on
}

function endOfWorkingWeek(today: CalendarDate): CalendarDate {
  const day = weekday(today)
  return addDays(today, day <= 5 ? 5 - day : 12 - day)
}
