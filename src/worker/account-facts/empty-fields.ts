import type { Pool } from "~src/domain/candidates/pool"
import type { FactName } from "~src/domain/policy/policy"

import type { FactsContext } from "./context"

/** Mapped facts without a value whose field exists: the catalogue lists it, or the account itself holds it empty. Vitally leaves out nulls. */
export function emptyFields(
  { byFact }: Pool,
  traits: Record<string, unknown> | null | undefined,
  { traitMap, catalogue }: FactsContext,
): FactName[] {
  const exists = (key: string) => (catalogue ? catalogue.has(key) : Object.hasOwn(traits ?? {}, key))
  return (Object.entries(traitMap) as [FactName, string][])
    .filter(([name, key]) => key !== "" && !byFact.has(name) && exists(key))
    .map(([name]) => name)
}
