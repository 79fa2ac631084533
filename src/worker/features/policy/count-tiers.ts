/** How the book falls into the tiers of each preset, and which of them speaks the CRM's language. */
import type { AccountFacts } from "~src/domain/facts"
import { tierCore } from "~src/domain/tier/choose"
import type { ReplyOf } from "~src/messaging/contract"

import { type PresetChoice, presetChoices } from "../../policy/preset-choices"

type Counts = ReplyOf<"policy.counts">

interface Tally {
  choice: PresetChoice
  counts: Map<string, number>
  unknown: number
  /** Accounts whose CRM segment is the name of a tier. */
  named: number
  /** Accounts which the measures put into the very tier that the CRM names. */
  agreeing: number
}

/** Counts one account at a time, so that a large book is never held in memory. */
export function tierCounter(choices: readonly PresetChoice[] = presetChoices) {
  const tallies = choices.map((choice): Tally => ({
    choice,
    counts: new Map(),
    unknown: 0,
    named: 0,
    agreeing: 0,
  }))
  return {
    add(facts: AccountFacts): void {
      for (const tally of tallies) addTo(tally, facts)
    },
    result(): Counts {
      const best = [...tallies]
        .filter(({ named }) => named > 0)
        .sort((a, b) => b.named - a.named || b.agreeing - a.agreeing)[0]
      return {
        presets: tallies.map(({ choice, counts, unknown }) => ({
          id: choice.id,
          name: choice.name,
          tiers: choice.policy.tiers.tiers.map(({ name }) => ({ name, count: counts.get(name) ?? 0 })),
          unknown,
        })),
        best: best?.choice.id ?? null,
      }
    },
  }
}

function addTo(tally: Tally, facts: AccountFacts): void {
  const scheme = tally.choice.policy.tiers
  const { name, ours, crm } = tierCore(facts, scheme)
  if (name === null) tally.unknown += 1
  else tally.counts.set(name, (tally.counts.get(name) ?? 0) + 1)
  if (crm < 0) return
  tally.named += 1
  if (ours === crm) tally.agreeing += 1
}
