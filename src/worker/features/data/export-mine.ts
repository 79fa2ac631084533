/** What the user made here, as a file: settings, policy, map, links, what was done with recommendations. */
import { getMeta } from "~src/worker/cache/meta"

import { correctionId } from "../../evidence/corrections"
import { ownPolicy } from "../../policy/stored-policy"
import type { WorkerContext } from "../../kernel/context"

/** JSON. Holds no key and no copy of customers; ids of linked accounts stand as they are. */
export async function exportMine(context: WorkerContext): Promise<string> {
  const { db, platform, settings, now } = context
  const [mine, policy, traitMap, links, care] = await Promise.all([
    settings.get(),
    ownPolicy(platform.local),
    getMeta(db, "traitMapByHand"),
    db.getAll("links"),
    db.getAll("care"),
  ])
  const file = {
    product: "Account Lens",
    version: platform.runtime.version,
    exportedAt: new Date(now()).toISOString(),
    settings: mine,
    policy,
    traitMap: traitMap ?? {},
    links,
    recommendations: care.filter(({ id }) => !id.startsWith(correctionId(""))),
    corrections: care.filter(({ id }) => id.startsWith(correctionId(""))),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
