/**
 * The value each trait has today, from the facts (domain brief, section 3b).
 *
 * Missing is null, never zero. `Last Activity` is a day count from an earlier day and is brought forward. Unlimited-seat
 * contracts divide by all possible users. A zero from an instance that sends no usage telemetry is no data.
 */
import { addDays, dayOf, daysBetween } from "../calendar"
import type { AccountFacts, CalendarDate, Clock, Fact, TraitKey } from "../facts"

type TraitValue = number | boolean | string | null

export interface TraitReading {
  value: TraitValue
  fact?: Fact<unknown>
}

/** What a trait's value is on the clock's day. */
export function readTrait(facts: AccountFacts, key: TraitKey, clock: Clock): TraitReading {
  if (key === "mauOverSeats") return mauOverSeats(facts)
  if (key === "dauOverMau") return usage(facts, facts.traits.dauOverMau)
  if (key === "lastActivityDays") {
    const on = lastActivityOn(facts, clock)
    const fact = facts.traits.lastActivityDays
    return on === null || !fact ? { value: null } : { value: daysBetween(on, clock.today), fact }
  }
  return reading(facts.traits[key])
}

/** The day of the last logged activity; null where absent, negative or ahead of today. */
export function lastActivityOn(facts: AccountFacts, clock: Clock): CalendarDate | null {
  const fact = facts.traits.lastActivityDays
  if (!fact || !Number.isFinite(fact.value) || fact.value < 0 || fact.value > 36_500) return null
  const readOn = (fact.at === undefined ? null : dayOf(fact.at, clock.timeZone)) ?? clock.today
  if (readOn > clock.today) return null
  return addDays(readOn, -Math.floor(fact.value))
}

function mauOverSeats(facts: AccountFacts): TraitReading {
  const own = facts.traits.mauOverSeats
  const users = facts.monthlyActiveUsers
  const divisor = facts.unlimitedSeats?.value === true ? facts.totalAddressableUsers : facts.seats
  if ((own === undefined || facts.unlimitedSeats?.value === true) && users && divisor && divisor.value > 0) {
    const fact: Fact<number> = { value: users.value / divisor.value, source: "derived", field: "MAU / seats" }
    return usage(facts, fact)
  }
  return usage(facts, own)
}

function usage(facts: AccountFacts, fact: Fact<number> | undefined): TraitReading {
  const silent = facts.telemetry !== undefined && facts.telemetry.value !== "full"
  return silent && fact?.value === 0 ? { value: null } : reading(fact)
}

function reading(fact: Fact<number | boolean | string> | undefined): TraitReading {
  if (!fact) return { value: null }
  const broken = typeof fact.value === "number" && (!Number.isFinite(fact.value) || fact.value < 0)
  return broken ? { value: null } : { value: fact.value, fact }
}
