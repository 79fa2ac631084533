/** The goal of the first weeks: a share of the seats, so many days after production-ready, else contract start (domain brief, section 5). */
import { addDays } from "../calendar"
import type { AccountFacts, CalendarDate, Clock } from "../facts"
import type { LifecyclePolicy } from "../policy/policy"

/** A goal missed long ago is told no more. */
const tellMissedDays = 90

export interface AdoptionGoal {
  state: "running" | "met" | "missed"
  on: CalendarDate
  /** The date it runs from, in words. */
  since: "production-ready" | "contract start" | "signature"
  /** Points of the seats that are missing, 0-1; 0 where met. */
  short: number
}

/** Null where its clock has not begun, where usage is not known, and long after. */
export function adoptionGoal(
  { productionReadyOn, contractStartOn, closeOn }: AccountFacts,
  { adoptionGoal: goal }: Pick<LifecyclePolicy, "adoptionGoal">,
  { today }: Clock,
  mauOverSeats: unknown,
): AdoptionGoal | null {
  const start = productionReadyOn?.value ?? contractStartOn?.value ?? closeOn?.value
  if (start === undefined || start > today || typeof mauOverSeats !== "number") return null
  const since = productionReadyOn ? "production-ready" : contractStartOn ? "contract start" : "signature"
  const on = addDays(start, goal.days)
  if (today > addDays(on, tellMissedDays)) return null
  const short = Math.max(0, goal.mauOverSeats - mauOverSeats)
  const state = short <= 1e-9 ? "met" : today <= on ? "running" : "missed"
  return { state, on, since, short }
}
