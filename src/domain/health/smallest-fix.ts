/** The fewest traits that must turn green to lift the score by a band (domain brief, section 3c). */
import type { HealthResult } from "../assessment"
import { TRAIT_KEYS, type AccountFacts, type TraitKey } from "../facts"
import type { HealthPolicy } from "../policy/policy"
import { capital, colour, inner, list, score as say } from "../words"
import { bandOf } from "./bands"
import { type HealthCore, isCountedApart } from "./core"
import { liftOf, overallScore } from "./score"
import { traitRules } from "./traits"

/**
 * Null where the score is green, unknown, or cannot be lifted. Which traits have data does not change when one is fixed, so lifts
 * add up, and taking the largest first gives the smallest set.
 */
export function smallestFix(
  core: HealthCore,
  facts: AccountFacts,
  rules: HealthPolicy,
): HealthResult["smallestFix"] {
  if (core.score === null || core.ownBand === "healthy" || core.band === "healthy") return null
  const target = core.ownBand === "poor" ? rules.bands.concerning : rules.bands.healthy
  const ranked = TRAIT_KEYS.map((key) => ({ key, lift: liftOf(core.points, core.formula.weights, key) }))
    .filter((candidate) => candidate.lift > 0)
    .sort((a, b) => (Math.abs(a.lift - b.lift) > 1e-9 ? b.lift - a.lift : order(b.key) - order(a.key)))
  // Seats before daily use where both lift alike: the adoption goal is in seats.
  let points = core.points
  const chosen: TraitKey[] = []
  for (const { key } of ranked) {
    points = { ...points, [key]: rules.points.healthy }
    chosen.push(key)
    const score = overallScore(points, core.formula.weights) ?? 0
    if (score < target - rules.bands.tolerance) continue
    const band = bandOf(score, rules.bands)
    const traits = chosen.map((key) => ({
      key,
      label: traitRules[key].label,
      to: traitRules[key].toGreen(rules.thresholds[key], facts),
    }))
    const start = capital(list(traits.map((trait) => inner(trait.to))))
    const whose = isCountedApart(core) ? ", by our count" : ""
    return { traits, score, band, text: `${start} would make it ${say(score)}, ${colour(band)}${whose}.` }
  }
  return null
}

function order(key: TraitKey): number {
  return TRAIT_KEYS.indexOf(key)
}
