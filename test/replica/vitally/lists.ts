import { type Exchange, json, jsonText, type Reply } from "../http/exchange"
import { type Collection, type Entry, place, sortEntries, type SortKey } from "../world/collection"

/** Paging state shared by all lists. */
export interface Paging {
  /** Part of every cursor; raising it makes the cursors handed out so far invalid. */
  epoch: number
  /** Rows in a page at most, whatever is asked for. */
  maxPage: number
}

/** Which rows a list shows. */
export type Keep = (entry: Entry) => boolean

/**
 * A page of a list. The cursor names the last row given: a list sorted by `updatedAt` shifts under a reader when rows
 * change (a changed row moves to the front and is missed behind the cursor), one sorted by `createdAt` stays.
 */
export function listReply(
  exchange: Exchange,
  source: Collection | Entry[],
  keep: Keep,
  paging: Paging,
): Reply {
  const { query } = exchange
  const sort = query.get("sortBy") ?? "updatedAt"
  if (sort !== "createdAt" && sort !== "updatedAt") return json(400, { error: `Invalid sortBy: ${sort}` })
  const asked = query.get("limit") === null ? 100 : Number(query.get("limit"))
  if (!Number.isInteger(asked) || asked < 1 || asked > 100)
    return json(400, { error: "limit must be between 1 and 100" })
  const limit = Math.min(asked, paging.maxPage)
  const order = Array.isArray(source) ? sortEntries(source, sort) : source.sorted(sort)
  let start = 0
  const from = query.get("from")
  if (from !== null && from !== "") {
    const cursor = readCursor(from, sort, paging.epoch)
    if (!cursor) return json(400, { error: "Invalid cursor" })
    start = place(order, sort, cursor)
    if (order[start]?.id === cursor.id) start++
  }
  const page: string[] = []
  let last: Entry | undefined
  let more = false
  for (let i = start; i < order.length; i++) {
    const entry = order[i]!
    if (!keep(entry)) continue
    if (page.length === limit) {
      more = true
      break
    }
    page.push(entry.json)
    last = entry
  }
  const next = more && last ? writeCursor(last, sort, paging.epoch) : null
  return jsonText(200, `{"results":[${page.join(",")}],"next":${JSON.stringify(next)},"atEnd":${!more}}`)
}

function writeCursor(entry: Entry, sort: SortKey, epoch: number): string {
  return Buffer.from(JSON.stringify([epoch, sort, entry[sort], entry.id])).toString("base64url")
}

function readCursor(
  text: string,
  sort: SortKey,
  epoch: number,
): { id: string; createdAt: string; updatedAt: string } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString())
    if (!Array.isArray(value) || value[0] !== epoch || value[1] !== sort) return null
    const [at, id] = [String(value[2]), String(value[3])]
    return { id, createdAt: at, updatedAt: at }
  } catch {
    return null
  }
}
