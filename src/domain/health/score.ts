/** Category means and the weighted total (domain brief, section 3c). */
import type { CategoryKey } from "../assessment"
import { type AccountFacts, TRAIT_KEYS, type TraitKey } from "../facts"
import type { HealthFormula, HealthPolicy } from "../policy/policy"
import { traitRules } from "./traits"

export const CATEGORY_KEYS: readonly CategoryKey[] = [
  "sentiment",
  "technical",
  "relationships",
  "utilization",
]

const traitsOf = (category: CategoryKey) => TRAIT_KEYS.filter((key) => traitRules[key].category === category)

/** Each trait's own file says where it belongs. */
export const CATEGORY_TRAITS: Readonly<Record<CategoryKey, readonly TraitKey[]>> = {
  sentiment: traitsOf("sentiment"),
  technical: traitsOf("technical"),
  relationships: traitsOf("relationships"),
  utilization: traitsOf("utilization"),
}

export const CATEGORY_LABELS: Readonly<Record<CategoryKey, string>> = {
  sentiment: "TA sentiment",
  technical: "Technical health",
  relationships: "Relationships and engagement",
  utilization: "Utilization",
}

/** Points per trait, 0-10; null for no data. */
export type Points = Readonly<Record<TraitKey, number | null>>

/** Mean of the points that are there; null if none is. */
export function categoryScore(points: Points, category: CategoryKey): number | null {
  let sum = 0
  let present = 0
  for (const key of CATEGORY_TRAITS[category]) {
    const point = points[key]
    if (point === null) continue
    sum += point
    present += 1
  }
  return present === 0 ? null : sum / present
}

/** `sum(W_c * mean(points in c))`; categories without data give their weight to the others. Null without any data. */
export function overallScore(points: Points, weights: HealthFormula["weights"]): number | null {
  let total = 0
  let weight = 0
  for (const category of CATEGORY_KEYS) {
    const mean = categoryScore(points, category)
    if (mean === null) continue
    total += weights[category] * mean
    weight += weights[category]
  }
  return weight > 0 ? total / weight : null
}

/**
 * What the total gains if one trait turned green: the new score less the old, with weights renormalised. Which traits have data does
 * not change, so it is `(10 - p) * W_c / sum(W present) / n_c`, and lifts of several traits add up.
 */
export function liftOf(
  points: Points,
  weights: HealthFormula["weights"],
  trait: TraitKey,
  green = 10,
): number {
  const now = points[trait]
  if (now === null || now >= green) return 0
  let weight = 0
  let own = 0
  for (const category of CATEGORY_KEYS) {
    const present = countPresent(points, category)
    if (present === 0) continue
    weight += weights[category]
    if (CATEGORY_TRAITS[category].includes(trait)) own = weights[category] / present
  }
  return weight > 0 ? ((green - now) * own) / weight : 0
}

function countPresent(points: Points, category: CategoryKey): number {
  let present = 0
  for (const key of CATEGORY_TRAITS[category]) if (points[key] !== null) present += 1
  return present
}

/** The formula that applies: the first rule whose conditions all hold, else the first formula. */
export function formulaFor(facts: AccountFacts, stage: string | null, policy: HealthPolicy): HealthFormula {
  for (const rule of policy.rules) {
    if (rule.stages && !rule.stages.includes(stage ?? "")) continue
    if (rule.segments && !rule.segments.includes(facts.segment?.value ?? "")) continue
    if (rule.trait && facts.traits[rule.trait.key]?.value !== rule.trait.equals) continue
    const formula = policy.formulas.find((candidate) => candidate.key === rule.formula)
    if (formula) return formula
  }
  return policy.formulas[0] ?? NO_FORMULA
}

const NO_FORMULA: HealthFormula = {
  key: "even",
  label: "Even weights",
  source: "",
  weights: { sentiment: 0.25, technical: 0.25, relationships: 0.25, utilization: 0.25 },
}
