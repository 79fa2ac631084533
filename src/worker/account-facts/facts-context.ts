import { domainsOf } from "~src/domain/evidence/mail/who-wrote"
import { clockAt } from "~src/domain/calendar"
import { mergeTraitMaps } from "~src/domain/intake/guess-trait-map"
import type { FactsContext } from "."
import { getMeta } from "../cache/meta"

import { usageImports } from "../usage/store"
import { rulesVersion } from "./rules-version"
import type { SyncDeps } from "./sync-deps"

/** What facts are made with now; read once a slice. */
export async function factsContext(
  deps: Pick<SyncDeps, "db" | "policy" | "timeZone" | "me" | "now" | "salesforce">,
): Promise<FactsContext> {
  const { db, policy, me } = deps
  const [guessed, older, byHand, scales, notation, catalogue, admins, templates, imports] = await Promise.all(
    [
      getMeta(db, "traitMap"),
      getMeta(db, "olderTraits"),
      getMeta(db, "traitMapByHand"),
      getMeta(db, "scales"),
      getMeta(db, "notation"),
      getMeta(db, "catalogue"),
      getMeta(db, "admins"),
      getMeta(db, "projectTemplates"),
      usageImports(db),
    ],
  )
  const own = { ...policy.mapping.traits, ...byHand }
  const mapping = {
    traitMap: mergeTraitMaps(guessed ?? {}, own),
    olderTraits: Object.fromEntries(Object.entries(older ?? {}).filter(([fact]) => !(fact in own))),
    scales: scales ?? { dauOverMau: 1 as const, mauOverSeats: 1 as const },
    notation: notation ?? {},
  }
  return {
    rules: rulesVersion({ policy, ...mapping }),
    policy,
    clock: clockAt(new Date(deps.now()).toISOString(), deps.timeZone),
    me: me?.adminId,
    salesforce: deps.salesforce,
    ...mapping,
    ...(catalogue && { catalogue: new Set(catalogue.map(({ key }) => key)) }),
    admins: new Map((admins ?? []).map(({ id, name }) => [id, name])),
    ourDomains: domainsOf((admins ?? []).map(({ email }) => email)),
    ...(imports.length > 0 && { usageImports: imports }),
    templates: new Map((templates ?? []).map(({ id, name }) => [id, name])),
  }
}
