import { addDays, daysBetween, workingDayOnOrAfter } from "../calendar"
import type { Context } from "../lifecycle/context"
import type { CalendarDate } from "../facts"
import { monthOf } from "../fiscal"
import type { DigitalTouchpoint } from "../policy/policy"
import { hasRole } from "../lifecycle/risks"
import { list, nearDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

interface Due {
  point: DigitalTouchpoint
  on: CalendarDate
}

/** Mails that Vitally sends at fixed days: what is due and whether the contacts it needs exist (sections 10 and 15). */
export const digitalTouchpoint: Recommendation = {
  id: "digital-touchpoint",
  ladder: "dated-duty",
  source: "9, 10, 15",
  rule: ({ digital }) =>
    `Served by ${digital.teams.join(", ")}, and a mail is due: from ${digital.showDaysBefore} days before to ${digital.showDaysAfter} after.`,
  when: (context) => !context.churned && dueNow(context).length > 0,
  title: (context) => {
    const [first] = dueNow(context)
    return missingRoles(context).length > 0
      ? "Fill the contacts the next mail needs"
      : `Automated mail: ${first?.point.label ?? ""}`
  },
  why: (context) => {
    const due = dueNow(context)
    const what = list(due.map(({ point, on }) => `${point.label} (${nearDate(on, context.clock.today)})`))
    const missing = missingRoles(context)
    return missing.length === 0
      ? `Due: ${what}.`
      : `Due: ${what}. No contact has the role ${list(missing, "or")}, so it reaches nobody there.`
  },
  steps: (context) => [
    ...dueNow(context).map(({ point, on }) => ({
      id: point.key,
      text: `Vitally sends: ${point.label}, about ${nearDate(on, context.clock.today)}, to ${list(point.roles)}.`,
    })),
    ...(missingRoles(context).length > 0
      ? steps(["contacts", `Find and tag: ${list(missingRoles(context))}. Campaigns fail without them.`])
      : []),
  ],
  // With the contacts in place Vitally does the rest: nothing of ours is due, and it ranks after what is.
  dueOn: (context) => (missingRoles(context).length > 0 ? (dueNow(context)[0]?.on ?? null) : null),
  print: (context) => dueNow(context).map(({ point, on }) => point.key + on),
}

function dueNow({ facts, policy, clock, tier, health }: Context): Due[] {
  const start = facts.closeOn?.value ?? facts.contractStartOn?.value
  const { digital } = policy
  if (start === undefined || start > clock.today || tier.team === null || !digital.teams.includes(tier.team))
    return []
  const behind = health.readings.versionsBehind.value
  return digital.touchpoints.flatMap((point) => {
    if (
      point.versionsBehindFrom !== undefined &&
      !(typeof behind === "number" && behind >= point.versionsBehindFrom)
    )
      return []
    const on = point.everyMonth
      ? workingDayOnOrAfter(monthOf(clock.today).startsOn, policy.workingDays)
      : addDays(start, point.day)
    const ahead = daysBetween(clock.today, on)
    const begun = on >= addDays(start, point.day)
    const after = point.everyMonth ? 6 : digital.showDaysAfter
    return begun && ahead <= digital.showDaysBefore && ahead >= -after ? [{ point, on }] : []
  })
}

function missingRoles(context: Context): string[] {
  const { contacts } = context.facts
  if (!contacts) return []
  const wanted = new Set(dueNow(context).flatMap(({ point }) => point.roles))
  return [...wanted].filter((role) => !hasRole(contacts, role))
}
