/** A workspace's flat `traits` object as candidates (domain brief, sections 3b and 11). */
import { FACT_NAMES, type ReadContext } from "../intake/read-fact"
import type { FactName, TraitMap } from "../policy/policy"
import type { Candidate } from "./candidate"
import { addRaw, type Pool } from "./pool"

/** Dots are part of a key and never a path. `settle`: what is known of a fact's candidates from here. Any JSON is accepted. */
export function traitCandidates(
  pool: Pool,
  traits: unknown,
  map: TraitMap,
  from: Omit<Candidate, "value" | "field">,
  read: ReadContext,
  settle: (name: FactName) => Partial<Candidate> = () => ({}),
): void {
  if (typeof traits !== "object" || traits === null) return
  const raw = traits as Record<string, unknown>
  for (const name of FACT_NAMES) {
    const key = map[name]
    if (key !== undefined && Object.hasOwn(raw, key))
      addRaw(pool, name, raw[key], { ...from, field: key, mapped: true, ...settle(name) }, read)
  }
}
