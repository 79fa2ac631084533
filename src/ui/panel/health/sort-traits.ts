import type { Band, CategoryResult, TraitResult } from "~src/domain/assessment"

export interface WeighedTrait extends TraitResult {
  /** Its share of the overall score, 0-1, with its category's weight spread evenly. */
  share: number
}

const order: Record<Band, number> = { poor: 0, concerning: 1, unknown: 2, healthy: 3 }

/** All traits, worst first; among equals the one that weighs most, then as the formula lists them. */
export function sortTraits(categories: CategoryResult[]): WeighedTrait[] {
  return categories
    .flatMap(({ weight, traits }) => traits.map((trait) => ({ ...trait, share: weight / traits.length })))
    .sort((a, b) => order[a.status] - order[b.status] || b.lift - a.lift || b.share - a.share)
}
