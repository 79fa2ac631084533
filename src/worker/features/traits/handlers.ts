/** The trait map as the settings page shows and corrects it. */
import { FACT_LABELS } from "~src/domain/policy/fact-labels"
import { mergeTraitMaps } from "~src/domain/intake/guess-trait-map"
import type { FactName, TraitMap } from "~src/domain/policy/policy"
import { plain } from "~src/domain/words"
import { faultError } from "~src/messaging/fault"
import type { TraitMapRow } from "~src/messaging/views/options"
import { getMeta, setMeta } from "~src/worker/cache/meta"

import { recountBook } from "../policy/apply-policy"
import { currentPolicy } from "../../policy/stored-policy"
import type { PartialHandlers } from "../../kernel/handlers"
import { sampleTraits } from "./sample-traits"

export const traitMapHandlers = {
  "traits.get": async (_request, context) => {
    const { db } = context
    const [policy, catalogue = [], guessed = {}, byHand = {}, { total, byKey }] = await Promise.all([
      currentPolicy(context),
      getMeta(db, "catalogue"),
      getMeta(db, "traitMap"),
      getMeta(db, "traitMapByHand"),
      sampleTraits(db),
    ])
    const map = mergeTraitMaps(guessed, { ...policy.mapping.traits, ...byHand })
    const labels = new Map(catalogue.map(({ key, label }) => [key, label]))
    const rowOf = (fact: FactName): TraitMapRow => {
      const traitKey = map[fact] ?? ""
      const found = byKey.get(traitKey)
      const traitLabel = labels.get(traitKey)
      const isByHand = byHand[fact] !== undefined || policy.mapping.traits[fact] !== undefined
      const isByLabel = policy.mapping.labels[fact]?.some((own) => plain(own) === plain(traitLabel ?? ""))
      return {
        fact,
        label: FACT_LABELS[fact],
        traitKey,
        ...(traitLabel && { traitLabel }),
        how: isByHand ? "hand" : traitKey === "" ? "none" : isByLabel ? "label" : "key",
        samples: found?.samples ?? [],
        filled: found?.filled ?? 0,
        total,
      }
    }
    return {
      rows: (Object.keys(FACT_LABELS) as FactName[]).map(rowOf),
      catalogue: catalogueWith(catalogue, byKey.keys()),
    }
  },
  "traits.set": async ({ fact, traitKey }, context) => {
    if (!isFactName(fact)) throw faultError("bad-request", "There is no such fact.", "Nothing was changed.")
    const byHand: TraitMap = { ...(await getMeta(context.db, "traitMapByHand")) }
    if (traitKey === null) Reflect.deleteProperty(byHand, fact)
    else byHand[fact] = traitKey
    await setMeta(context.db, "traitMapByHand", byHand)
    await recountBook(context)
    return {}
  },
} satisfies PartialHandlers

function isFactName(text: string): text is FactName {
  return Object.hasOwn(FACT_LABELS, text)
}

/** Fields that accounts carry though no catalogue lists them can be mapped too: integrations add such. */
function catalogueWith(
  catalogue: readonly { key: string; label: string }[],
  seen: Iterable<string>,
): { key: string; label: string }[] {
  const listed = new Set(catalogue.map(({ key }) => key))
  const others = [...seen].filter((key) => !listed.has(key)).map((key) => ({ key, label: "" }))
  const named = catalogue.map(({ key, label }) => ({ key, label }))
  return [...named, ...others].sort((a, b) => (a.label || a.key).localeCompare(b.label || b.key))
}
