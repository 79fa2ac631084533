/** What a recommendation about one trait takes from that trait. */
import type { Context } from "../lifecycle/context"
import type { TraitKey } from "../facts"
import { isUnhealthy } from "../health/bands"
import { liftOf } from "../health/score"
import { traitRules } from "../health/traits"

/** The trait's own words for its value, which must be known. */
export function wordsOf(trait: TraitKey): (context: Context) => string {
  return ({ health, facts, policy }) =>
    traitRules[trait].explain({
      value: health.readings[trait].value as never,
      status: health.statuses[trait],
      threshold: policy.health.thresholds[trait],
      facts,
    })
}

/** What the score would gain if the trait were green. */
export function gainOf(trait: TraitKey): (context: Context) => number {
  return ({ health }) => liftOf(health.points, health.formula.weights, trait)
}

/** Whether the trait is yellow or red. */
export function isLow({ health }: Context, trait: TraitKey): boolean {
  return isUnhealthy(health.statuses[trait])
}
