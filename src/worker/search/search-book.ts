import type { SearchHit } from "~src/messaging/contract"
import type { LensDatabase } from "../cache/database"

import { fold } from "./fold"
import { type IndexPart, readIndex } from "./packed"

interface Hit {
  id: string
  name: string
  /** 0 whole name or id, 1 start of the name, 2 start of a word, 3 inside. */
  rank: number
}

/** More hits than this are counted but not ranked: nobody looks that far. */
const ranked = 400

/**
 * Accounts whose name, externalId or Vitally id holds `text`, best first. Every word of the text must occur.
 * @param owner admin id whose accounts are called "mine".
 */
export async function searchBook(
  db: LensDatabase,
  text: string,
  { limit = 20, owner }: { limit?: number; owner?: string | undefined } = {},
): Promise<{ hits: SearchHit[]; total: number }> {
  const { hits, total } = scan(await readIndex(db), text)
  hits.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  const rows = await Promise.all(
    hits.slice(0, limit).map(async ({ id }): Promise<SearchHit[]> => {
      const [summary, account] = await Promise.all([db.get("summaries", id), db.get("accounts", id)])
      if (!account) return []
      const mine = owner !== undefined && account.owner === owner
      const { externalId } = account
      return [
        {
          id,
          name: account.name,
          tier: summary?.tier ?? null,
          band: summary?.band ?? "unknown",
          mine,
          ...(externalId !== undefined && { externalId }),
        },
      ]
    }),
  )
  return { hits: rows.flat(), total }
}

/** Looks through all parts; a line is passed over where a later part speaks of the same id. */
export function scan(parts: readonly IndexPart[], text: string): { hits: Hit[]; total: number } {
  const query = fold(text)
  const words = query.split(" ").filter((word) => word !== "")
  const longest = words.reduce((a, b) => (b.length > a.length ? b : a), "")
  const hits: Hit[] = []
  let total = 0
  if (longest === "") return { hits, total }
  const later = laterIds(parts)
  // Once enough are ranked, a line that holds the only word and cannot be out of date is counted without being read.
  const countOnly = words.length === 1 && later.size === 0
  parts.forEach(({ text: lines }, part) => {
    for (let at = lines.indexOf(longest); at >= 0;) {
      const end = lines.indexOf("\n", at)
      if (countOnly && hits.length >= ranked) {
        total += 1
        at = end < 0 ? -1 : lines.indexOf(longest, end)
        continue
      }
      const start = lines.lastIndexOf("\n", at) + 1
      const line = lines.slice(start, end < 0 ? lines.length : end)
      const [name = "", externalId = "", id = ""] = line.split("\t")
      const found = `${name}\t${externalId}\t${id.toLowerCase()}`
      if ((later.get(id) ?? part) <= part && words.every((word) => found.includes(word))) {
        total += 1
        if (hits.length < ranked) hits.push({ id, name, rank: rankOf(query, name, externalId, id) })
      }
      at = end < 0 ? -1 : lines.indexOf(longest, end)
    }
  })
  return { hits, total }
}

/** The last part that speaks of an id. */
function laterIds(parts: readonly IndexPart[]): Map<string, number> {
  const later = new Map<string, number>()
  parts.forEach(({ ids }, part) => ids.forEach((id) => later.set(id, part)))
  return later
}

function rankOf(query: string, name: string, externalId: string, id: string): number {
  if (name === query || externalId === query || id === query) return 0
  if (name.startsWith(query)) return 1
  return name.includes(` ${query}`) ? 2 : 3
}
