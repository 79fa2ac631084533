import type { SearchHit } from "~src/messaging/contract"

import type { WorkerContext } from "../kernel/context"

/** Accounts of the cache as search results; ids it does not know are left out. */
export async function hitsOf(
  { db, settings }: Pick<WorkerContext, "db" | "settings">,
  ids: readonly string[],
): Promise<SearchHit[]> {
  const { me } = await settings.get()
  const hits = await Promise.all(
    ids.map(async (id): Promise<SearchHit[]> => {
      const [account, summary] = await Promise.all([db.get("accounts", id), db.get("summaries", id)])
      if (!account) return []
      const { name, owner, externalId } = account
      return [
        {
          id,
          name,
          tier: summary?.tier ?? null,
          band: summary?.band ?? "unknown",
          mine: me !== null && owner === me.adminId,
          ...(externalId !== undefined && { externalId }),
        },
      ]
    }),
  )
  return hits.flat()
}
