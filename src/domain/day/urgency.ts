/**
 * How pressing a piece of work is: tier × risk × lateness. One function for the popup's "Top five today" and the
 * panel's next action, so that both name the same work first.
 */
import type { Band, Cause } from "../assessment"
import { daysBetween } from "../calendar"
import type { CalendarDate, Differing } from "../facts"

/** What is known of the customer the work is for. Missing parts count as average, never as bad. */
export interface Standing {
  tier: string | null
  /** 0 is the highest tier. */
  tierRank: number | null
  band: Band
  noChampion?: boolean
  noBuyer?: boolean
  /** Red and yellow traits, largest lift first. */
  causes?: readonly Cause[]
  renewalOn?: CalendarDate
  /** What another field or system says, by fact. */
  differs?: readonly Differing[]
}

export type UrgencyReason =
  | { kind: "tier"; tier: string }
  | { kind: "band"; band: "concerning" | "poor" }
  | { kind: "no-champion" }
  | { kind: "no-buyer" }
  | { kind: "cause"; cause: Cause }
  /** Days to the end of the contract; negative once it ended. */
  | { kind: "renewal"; days: number; other?: string }

export interface Urgency {
  /** Higher comes first. Only comparable with scores made by the same weights. */
  score: number
  /** Most telling first; the date is not among them, it stands beside the work. */
  reasons: readonly UrgencyReason[]
}

/** The numbers behind the order. A team may weigh otherwise. */
export interface DayWeights {
  /** By rank, the highest tier first; lower and unknown tiers take the last. */
  tier: readonly number[]
  band: Readonly<Record<Band, number>>
  /** Added to the band's weight for a missing champion or buyer, and for a renewal this near. */
  gap: number
  renewal: number
  renewalWithinDays: number
  /** Days late after which waiting longer adds nothing. */
  lateDaysMax: number
  /** So many days late double the weight. */
  lateDaysDouble: number
  tomorrow: number
  later: number
}

export const DAY_WEIGHTS: DayWeights = {
  tier: [4, 3, 2, 1],
  band: { poor: 3, concerning: 2, healthy: 1, unknown: 1 },
  gap: 1,
  renewal: 1,
  renewalWithinDays: 120,
  lateDaysMax: 60,
  lateDaysDouble: 30,
  tomorrow: 0.8,
  later: 0.5,
}

/** A tier's name is a reason only for so many of the highest tiers: "Mid-Market" hurries nobody. */
const telling = 2

/** @param dueOn null where the work has no date: it then counts as later than tomorrow */
export function urgencyOf(
  standing: Standing,
  dueOn: CalendarDate | null,
  today: CalendarDate,
  weights: DayWeights = DAY_WEIGHTS,
): Urgency {
  const { tier, tierRank, band, noChampion, noBuyer, renewalOn } = standing
  const cause = standing.causes?.[0]
  const days = renewalOn === undefined ? null : daysBetween(today, renewalOn)
  const renews = days !== null && days <= weights.renewalWithinDays
  const reasons: UrgencyReason[] = []
  if (tier !== null && tierRank !== null && tierRank < telling) reasons.push({ kind: "tier", tier })
  if (band === "poor" || band === "concerning") reasons.push({ kind: "band", band })
  if (noChampion) reasons.push({ kind: "no-champion" })
  if (noBuyer) reasons.push({ kind: "no-buyer" })
  if (cause && !noChampion && !noBuyer && band !== "healthy") reasons.push({ kind: "cause", cause })
  if (renews) {
    const other = standing.differs?.find(({ fact }) => fact === "renewalOn")?.text
    reasons.push({ kind: "renewal", days, ...(other !== undefined && { other }) })
  }
  const risk = weights.band[band] + (noChampion || noBuyer ? weights.gap : 0) + (renews ? weights.renewal : 0)
  return { score: tierWeight(tierRank, weights) * risk * lateness(dueOn, today, weights), reasons }
}

function tierWeight(rank: number | null, { tier }: DayWeights): number {
  const last = tier[tier.length - 1] ?? 1
  return rank === null ? last : (tier[rank] ?? last)
}

function lateness(dueOn: CalendarDate | null, today: CalendarDate, weights: DayWeights): number {
  if (dueOn === null) return weights.later
  const late = daysBetween(dueOn, today)
  if (late >= 0) return 1 + Math.min(late, weights.lateDaysMax) / weights.lateDaysDouble
  return late === -1 ? weights.tomorrow : weights.later
}
