import { assess } from "~src/domain/assess/assess"
import type { AccountSummary, Assessment } from "~src/domain/assessment"
import type { AccountFacts } from "~src/domain/facts"
import type { Policy, TraitMap } from "~src/domain/policy/policy"
import { guessTraitMap } from "~src/domain/intake/guess-trait-map"
import { ratioSamples } from "~src/domain/intake/ratio-samples"
import type { RatioName } from "~src/domain/facts"
import { decideScale, type Scales } from "~src/domain/intake/scales"
import { readNumber } from "~src/domain/intake/values"
import { summarise } from "~src/domain/assess/summarise"
import type { VitallyAccount } from "../vitally/rows"

import { buildFacts } from "./build"
import type { AccountRows, FactsContext } from "./context"

/** The stored row for lists and the badge. */
export function summaryOf(
  facts: AccountFacts,
  { policy, clock, rules }: FactsContext,
  owner?: string,
): AccountSummary {
  const row = summarise(facts, policy, clock, owner)
  row.rules = rules
  return row
}

/**
 * The stored row where one was stored before: an account in Nurturing keeps that stage for a while below its goals (domain brief,
 * section 5), which its newest data alone can't tell. Any other account's row is `summary` itself.
 */
export function summaryAfter(
  before: AccountSummary | undefined,
  read: AccountRows,
  summary: AccountSummary,
  context: FactsContext,
): AccountSummary {
  const { adopting, nurturing } = context.policy.lifecycle.names
  if (summary.stage !== adopting || before?.stage !== nurturing) return summary
  const nurturingBelowOn = before.nurturingBelowOn ?? context.clock.today
  return summaryOf({ ...buildFacts(read, context), nurturingBelowOn }, context, summary.owner)
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

/** Ratios seen so far: how many, and how many are so large that only a percentage can be meant. */
export type RatioCounts = Record<RatioName, { values: number; over: number }>

/** Adds one page's ratios. A value alone decides nothing; the counts of the whole book do (`scalesOf`). */
export function countRatios(counts: RatioCounts, rows: readonly VitallyAccount[], traitMap: TraitMap): void {
  for (const { traits } of rows) {
    const found = ratioSamples(traits, traitMap)
    for (const name of ["dauOverMau", "mauOverSeats"] as const) {
      const raw = found[name]
      // Text with a percent sign says its own scale; zero fits both.
      if (typeof raw === "string" && raw.includes("%")) continue
      if (!((readNumber(raw) ?? 0) > 0)) continue
      counts[name].values += 1
      if (decideScale([raw]) === 100) counts[name].over += 1
    }
  }
}

/** The scale of each ratio: that of its median, as `decideScale` has it. */
export function scalesOf(counts: RatioCounts): Scales {
  const scale = ({ values, over }: RatioCounts[RatioName]): 1 | 100 =>
    values - over <= Math.floor(values / 2) && over > 0 ? 100 : 1
  return { dauOverMau: scale(counts.dauOverMau), mauOverSeats: scale(counts.mauOverSeats) }
}
