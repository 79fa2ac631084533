import { clockAt } from "~src/domain/calendar"
import type { FactsContext } from "~src/services/facts"
import { getMeta } from "~src/storage/meta"

import type { SyncDeps } from "./deps"

/** What facts are made with now; read once a slice. */
export async function factsContext(
  deps: Pick<SyncDeps, "db" | "policy" | "timeZone" | "me" | "now">,
): Promise<FactsContext> {
  const { db, policy, me } = deps
  const [guessed, byHand, scales, admins, templates] = await Promise.all([
    getMeta(db, "traitMap"),
    getMeta(db, "traitMapByHand"),
    getMeta(db, "scales"),
    getMeta(db, "admins"),
    getMeta(db, "projectTemplates"),
  ])
  const hand = Object.entries(byHand ?? {})
  const traitMap = { ...guessed, ...policy.mapping.traits, ...Object.fromEntries(hand.filter(([, key]) => key)) }
  for (const [fact, key] of hand) if (key === null) delete traitMap[fact as keyof typeof traitMap]
  return {
    policy,
    clock: clockAt(new Date(deps.now()).toISOString(), deps.timeZone),
    me: me?.adminId,
    traitMap,
    scales: scales ?? {},
    admins: new Map((admins ?? []).map(({ id, name }) => [id, name])),
    templates: new Map((templates ?? []).map(({ id, name }) => [id, name])),
  }
}
