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
/** Nor are more than this counted: what so many customers hold tells nobody apart, and each line takes its time. */
const counted = 2_000
/** How much of a text is looked at to find its rarest word, characters. */
const sample = 20_000

/**
 * Accounts whose name, externalId or Vitally id holds `text`, best first. Every word of the text must occur.
 * @param owner admin id whose accounts are called "mine".
 */
export async function searchBook(
  db: LensDatabase,
  text: string,
  { limit = 20, owner }: { limit?: number; owner?: string | undefined } = {},
): Promise<Found<SearchHit>> {
  const { hits, ...counts } = scan(await readIndex(db), text)
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
  return { hits: rows.flat(), ...counts }
}

interface Found<T> {
  hits: T[]
  total: number
  /** There are more than were counted. */
  more?: true
}

/** Looks through all parts; a line is passed over where a later part speaks of the same id. */
export function scan(parts: readonly IndexPart[], text: string): Found<Hit> {
  const query = fold(text)
  const words = query.split(" ").filter((word) => word !== "")
  const hits: Hit[] = []
  let total = 0
  if (words.length === 0) return { hits, total }
  const later = laterIds(parts)
  for (const [part, { text: lines }] of parts.entries()) {
    const [rarest = "", ...others] = rarestFirst(lines, words)
    let end = 0
    for (let at = lines.indexOf(rarest); at >= 0; at = end < 0 ? -1 : lines.indexOf(rarest, end)) {
      end = lines.indexOf("\n", at)
      const start = lines.lastIndexOf("\n", at) + 1
      const line = lines.slice(start, end < 0 ? lines.length : end)
      if (!others.every((word) => line.includes(word))) continue
      if (later.size > 0 && (later.get(idOf(line)) ?? part) > part) continue
      total += 1
      if (hits.length < ranked) hits.push(ranking(query, line))
      if (total === counted) return { hits, total, more: true }
    }
  }
  return { hits, total }
}

const idOf = (line: string) => line.slice(line.lastIndexOf("\t") + 1)

function ranking(query: string, line: string): Hit {
  const [name = "", externalId = "", id = ""] = line.split("\t")
  return { id, name, rank: rankOf(query, name, externalId, id) }
}

/** The first one leads from line to line: the rarer it is, the fewer lines are read. */
function rarestFirst(lines: string, words: readonly string[]): string[] {
  if (words.length === 1) return [...words]
  const start = lines.slice(0, sample)
  const count = new Map(words.map((word) => [word, start.split(word).length]))
  return [...words].sort((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0) || b.length - a.length)
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
