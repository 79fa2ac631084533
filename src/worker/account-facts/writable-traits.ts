/** Which manual traits can be set in Vitally, under which key, in which words. */
import type { TraitKey } from "~src/domain/facts"
import type { MappingPolicy, TraitMap } from "~src/domain/policy/policy"
import { bagsIn, textIn } from "../vitally/rows"
import type { CatalogueField } from "../cache/meta"

export type WritableTrait = TraitKey | "redAccount" | "lighthouse"

/** The traits people judge; the others are measured (domain brief, section 3b). */
const writableTraits = [
  "sentiment",
  "activeChampion",
  "accessToBuyer",
  "redAccount",
  "lighthouse",
] as const satisfies WritableTrait[]

/** Key inside `traits` to write: the policy's own, else the one that is read; undefined if neither is mapped. */
export function writeKey(
  trait: WritableTrait,
  mapping: MappingPolicy,
  traitMap: TraitMap,
): string | undefined {
  const own = trait in mapping.write ? mapping.write[trait as keyof MappingPolicy["write"]] : undefined
  const key = own ?? traitMap[trait]
  return key === "" ? undefined : key
}

/** Traits that can be set in this workspace: mapped, and made in Vitally, not fed by an integration that would overwrite them. */
export function settableTraits(mapping: MappingPolicy, traitMap: TraitMap): WritableTrait[] {
  return writableTraits.filter((trait) => {
    const key = writeKey(trait, mapping, traitMap)
    return key !== undefined && !/^(sfdc|hspot|zendesk)\./.test(key)
  })
}

/**
 * The value in the workspace's own words: a choice list gets one of its options, known by value or label, a text field that says yes
 * and no gets those, anything else the value itself.
 */
export function traitValue(
  value: string | boolean,
  field: (CatalogueField & { options?: unknown }) | undefined,
  { sentimentWords, booleanWords }: Pick<MappingPolicy, "sentimentWords" | "booleanWords">,
): string | boolean {
  const fitting = (words: readonly string[]) => {
    for (const option of bagsIn(field?.options)) {
      const [written, label] = [textIn(option, "value"), textIn(option, "label")]
      if ([written, label].some((word) => word !== undefined && words.includes(word.trim().toLowerCase())))
        return written ?? label
    }
    return undefined
  }
  if (typeof value === "boolean") {
    const option = fitting((value ? booleanWords.yes : booleanWords.no).map((word) => word.toLowerCase()))
    return option ?? (/^(string|text)/.test(field?.type ?? "") ? (value ? "Yes" : "No") : value)
  }
  const option = fitting(
    value === "healthy" || value === "concerning" || value === "poor"
      ? sentimentWords[value]
      : [value.toLowerCase()],
  )
  return option ?? value.charAt(0).toUpperCase() + value.slice(1)
}
