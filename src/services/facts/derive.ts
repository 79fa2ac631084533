import { assess } from "~src/domain/assess"
import type { AccountSummary, Assessment } from "~src/domain/assessment"
import type { AccountFacts } from "~src/domain/facts"
import type { Policy, TraitMap } from "~src/domain/policy"
import { guessTraitMap } from "~src/domain/intake/guess-trait-map"
import { ratioSamples } from "~src/domain/intake/map-traits"
import { decideScales, type RatioName, type Scales } from "~src/domain/intake/scales"
import { summarise } from "~src/domain/summarise"
import type { VitallyAccount } from "~src/schemas/vitally"
import type { LensDatabase } from "~src/storage/database"

import type { FactsContext } from "./context"

/** The stored row for lists and the badge. */
export function summaryOf(
  facts: AccountFacts,
  { policy, clock }: FactsContext,
  owner?: string,
): AccountSummary {
  return summarise(facts, policy, clock, owner)
}

/** The ten traits in words, for telling what moved. */
export function traitTexts(
  facts: AccountFacts,
  { policy, clock }: FactsContext,
): { trait: string; label: string; text: string }[] {
  const { health }: Assessment = assess(facts, policy, clock)
  return health.categories.flatMap((category) =>
    category.traits.map(({ key, label, valueText }) => ({ trait: key, label, text: valueText })),
  )
}

/** The trait map guessed from a catalogue's labels, and the next best guess: older names that some accounts still fill. */
export function guessTraits(
  fields: readonly { key: string; label: string }[],
  policy: Policy,
): { traitMap: TraitMap; olderTraits: TraitMap } {
  const { labels } = policy.mapping
  const traitMap = guessTraitMap(
    fields.map(({ key, label }) => ({ label, path: key })),
    labels,
  )
  const taken = new Set(Object.values(traitMap))
  const rest = fields.filter(({ key }) => !taken.has(key))
  return {
    traitMap,
    olderTraits: guessTraitMap(
      rest.map(({ key, label }) => ({ label, path: key })),
      labels,
    ),
  }
}

/** The scale of each ratio over the whole book; reads every account once. */
export async function decideBookScales(db: LensDatabase, traitMap: TraitMap): Promise<Scales> {
  const samples: Record<RatioName, unknown[]> = { dauOverMau: [], mauOverSeats: [] }
  for (const store of ["accounts", "organizations"] as const) {
    let cursor = await db.transaction(store).store.openCursor()
    while (cursor) {
      addSamples(samples, (cursor.value.raw as VitallyAccount).traits, traitMap)
      cursor = await cursor.continue()
    }
  }
  return decideScales(samples)
}

/** The scale as one page of the book suggests it, to begin with. */
export function scalesOfPage(rows: readonly VitallyAccount[], traitMap: TraitMap): Scales {
  const samples: Record<RatioName, unknown[]> = { dauOverMau: [], mauOverSeats: [] }
  for (const { traits } of rows) addSamples(samples, traits, traitMap)
  return decideScales(samples)
}

function addSamples(samples: Record<RatioName, unknown[]>, traits: unknown, traitMap: TraitMap): void {
  const found = ratioSamples(traits, traitMap)
  for (const name of ["dauOverMau", "mauOverSeats"] as const)
    if (found[name] !== undefined) samples[name].push(found[name])
}
