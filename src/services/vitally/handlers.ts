import { mergeTraitMaps } from "~src/domain/intake/guess-trait-map"
import { faultError } from "~src/messaging/fault"
import type { PartialHandlers } from "~src/services/worker/handlers"
import { getMeta } from "~src/storage/meta"

import { syncDeps, vitallyLimiter } from "../connection/sync-deps"
import { checkWorkspace } from "./workspace-check"

export const workspaceHandlers = {
  "workspace.check": async (_request, context) => {
    const deps = await syncDeps(context)
    if (!deps)
      throw faultError(
        "not-connected",
        "Vitally is not connected.",
        "There is nothing to check.",
        "Connect it first.",
      )
    const { db, client, policy } = deps
    const [guessed, byHand] = await Promise.all([getMeta(db, "traitMap"), getMeta(db, "traitMapByHand")])
    const traitMap = mergeTraitMaps(guessed ?? {}, { ...policy.mapping.traits, ...byHand })
    const limiter = await vitallyLimiter(context)
    // The probes themselves show the limits: read after them.
    return checkWorkspace({ client, db, traitMap, limits: () => limiter.state() })
  },
} satisfies PartialHandlers
