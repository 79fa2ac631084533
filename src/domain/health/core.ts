/** The health score as numbers and bands (domain brief, section 3c); `assess-health` explains it. */
import type { Band, HealthResult } from "../assessment"
import { TRAIT_KEYS, type AccountFacts, type Clock, type TraitKey } from "../facts"
import type { HealthFormula, Policy } from "../policy/policy"
import { score as say } from "../words"
import { bandOf, pointsOf, statusOf } from "./bands"
import { formulaFor, overallScore, type Points } from "./score"
import { readTrait, type TraitReading } from "./values"

/** What health comes to, without its texts: enough for a list. */
export interface HealthCore {
  readings: Readonly<Record<TraitKey, TraitReading>>
  statuses: Readonly<Record<TraitKey, Band>>
  points: Points
  formula: HealthFormula
  score: number | null
  ownBand: Band
  official: HealthResult["official"]
  /** The official one where known. */
  band: Band
}

/** Score and bands. `stage`: the lifecycle stage, which may choose the formula. */
export function healthCore(
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  stage: string | null,
): HealthCore {
  const rules = policy.health
  const readings = {} as Record<TraitKey, TraitReading>
  const statuses = {} as Record<TraitKey, Band>
  const points = {} as Record<TraitKey, number | null>
  for (const key of TRAIT_KEYS) {
    const reading = readTrait(facts, key, clock)
    const status = statusOf(reading.value, rules.thresholds[key])
    readings[key] = reading
    statuses[key] = status
    points[key] = pointsOf(status, rules.points)
  }
  const formula = formulaFor(facts, stage, rules)
  const score = overallScore(points, formula.weights)
  const withData = TRAIT_KEYS.filter((key) => points[key] !== null).length
  // One green trait is no green customer.
  const ownBand = withData < rules.ownColourFrom ? "unknown" : bandOf(score, rules.bands)
  const fact = facts.vitallyHealth
  const known = fact && fact.value >= 0 && fact.value <= 10
  const official = known ? { score: fact.value, band: bandOf(fact.value, rules.bands), fact } : null
  return { readings, statuses, points, formula, score, ownBand, official, band: official?.band ?? ownBand }
}

/** Whether Vitally shows another score than ours comes to: what we promise is then by our count, not by theirs. */
export function isCountedApart({ official, score }: HealthCore): boolean {
  return official !== null && (score === null || say(official.score) !== say(score))
}
