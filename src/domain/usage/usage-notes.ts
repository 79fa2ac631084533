/** What imported usage tells beside the traits: ratios that fell, features that nobody uses, and those that are new to the customer. */
import { addDays, daysBetween } from "../calendar"
import type { AccountFacts, CalendarDate, RatioName, UsageDay } from "../facts"
import { percent, plural, shortDate } from "../words"
import type { Policy } from "../policy/policy"
import { ratioOf, type UsageFeature, usageFeatures } from "./usage-day"
import { usagePolicy } from "./usage-policy"

export interface UsageFall {
  fact: RatioName
  /** Points of a hundred, above zero. */
  points: number
  /** 0-1. */
  from: number
  to: number
  since: CalendarDate
  until: CalendarDate
}

/** A fall is one over four weeks; a gap of more than six makes it a comparison with another time. */
const [shortestDays, longestDays] = [28, 42]

type Used = Pick<AccountFacts, "usage">

const known = ({ usage = [] }: Used, of: (day: UsageDay) => number | null | undefined, today: CalendarDate) =>
  usage.flatMap((day) => {
    const value = of(day)
    // A week may be named by its last day.
    return value === null || value === undefined || day.on > addDays(today, 6) ? [] : [{ on: day.on, value }]
  })

/** Falls of the policy's size up to a fresh value; none if the weeks before it are not known. */
export function usageFalls(facts: Used, policy: Pick<Policy, "usage">, today: CalendarDate): UsageFall[] {
  const { freshDays, fallPoints } = usagePolicy(policy)
  return (["mauOverSeats", "dauOverMau"] as const).flatMap((fact): UsageFall[] => {
    const values = known(facts, (day) => ratioOf(day, fact), today)
    const last = values.at(-1)
    if (!last || daysBetween(last.on, today) > freshDays) return []
    const before = values.findLast(({ on }) => daysBetween(on, last.on) >= shortestDays)
    if (!before || daysBetween(before.on, last.on) > longestDays) return []
    const points = Math.round((before.value - last.value) * 100)
    const span = { from: before.value, to: last.value, since: before.on, until: last.on }
    return points >= fallPoints ? [{ fact, points, ...span }] : []
  })
}

/** "MAU/seats fell by 12 points, from 62% on 26 Oct to 50% on 23 Nov." */
export function fallText({ fact, points, from, to, since, until }: UsageFall, today: CalendarDate): string {
  const name = fact === "mauOverSeats" ? "MAU/seats" : "DAU/MAU"
  return `${name} fell by ${plural(points, "point")}, from ${percent(from)} on ${shortDate(since, today)} to ${percent(to)} on ${shortDate(until, today)}.`
}

export interface FeatureNote {
  feature: UsageFeature
  /** `new`: used since about this day, and not in the weeks before. */
  is: "unused" | "new"
  on: CalendarDate
}

/** So long ago at most a use began that is called new. */
const newDays = 21

/** Only what fresh numbers say: a feature without any is not unused. */
export function featureNotes(facts: Used, policy: Pick<Policy, "usage">, today: CalendarDate): FeatureNote[] {
  const { freshDays } = usagePolicy(policy)
  return usageFeatures.flatMap((feature): FeatureNote[] => {
    const values = known(facts, (day) => day[feature], today)
    const [first, last] = [values[0], values.at(-1)]
    if (!first || !last || daysBetween(last.on, today) > freshDays) return []
    if (daysBetween(first.on, last.on) < shortestDays) return []
    const began = values.find(({ value }) => value > 0)
    if (!began) return [{ feature, is: "unused", on: first.on }]
    const isNew = began !== first && last.value > 0 && daysBetween(began.on, today) <= newDays
    return isNew ? [{ feature, is: "new", on: began.on }] : []
  })
}

export const featureNames: Readonly<Record<UsageFeature, string>> = {
  searches: "search",
  codeNavigation: "code navigation",
  batchChanges: "batch changes",
  assistantUsers: "the assistant",
}
