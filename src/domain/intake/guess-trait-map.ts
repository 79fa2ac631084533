/** The trait map of a workspace, from the labels of its trait catalogue (`GET /resources/customFields`); shown for correction. */
import type { FactName, MappingPolicy, TraitMap } from "../policy/policy"
import { plain } from "../words"
import { FACT_NAMES } from "./read-fact"

export interface CatalogueTrait {
  label?: string | null | undefined
  /** The key inside `traits`. */
  path?: string | null | undefined
}

/**
 * One key per fact: the first label of the policy's list that the catalogue has wins, so new names come before old ones. A label
 * that is exactly `Usage Score` is the old 0-100 figure and never read as DAU/MAU. A key serves one fact only.
 */
export function guessTraitMap(
  catalogue: readonly CatalogueTrait[],
  labels: MappingPolicy["labels"],
): TraitMap {
  const byLabel = new Map<string, string>()
  for (const { label, path } of catalogue) {
    if (typeof path !== "string" || path === "") continue
    const name = normal(typeof label === "string" && label !== "" ? label : lastPart(path))
    if (!byLabel.has(name)) byLabel.set(name, path)
  }
  const map: TraitMap = {}
  const taken = new Set<string>()
  for (const name of FACT_NAMES) {
    const path = (labels[name] ?? [])
      .map((label) => byLabel.get(normal(label)))
      .find((found) => found !== undefined)
    if (path === undefined || taken.has(path)) continue
    map[name] = path
    taken.add(path)
  }
  return map
}

/** The workspace's own map wins over the guess; an empty text switches a fact off. */
export function mergeTraitMaps(guess: TraitMap, own: TraitMap): TraitMap {
  const entries = Object.entries({ ...guess, ...own }) as [FactName, string][]
  return Object.fromEntries(entries.filter(([, key]) => key !== ""))
}

/** `vitally.custom.activeChampion` -> `activeChampion`: traits without a label still carry a telling key. */
function lastPart(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).replace(/__c$/, "")
}

/** "MAU / Seats" and "MAU/seats" are the same label. */
function normal(label: string): string {
  return plain(label)
}
