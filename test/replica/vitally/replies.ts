import { type Exchange, json, type Params, readObject, type Reply } from "../http/exchange"
import type { Collection, Entry, Row } from "../world/collection"
import type { World } from "../world/world"

export const notFound = (what: string): Reply => json(404, { error: `${what} not found` })
export const badRequest = (why: string): Reply => json(400, { error: why })

/** `archived=true` shows only archived rows, otherwise only the others. */
export function archivedFilter(exchange: Exchange): (entry: Entry) => boolean {
  const archived = exchange.query.get("archived") === "true"
  const source = exchange.query.get("source")
  return (entry) => entry.closed === archived && (source === null || entry.row["source"] === source)
}

/** Merges traits: keys left out stay, null deletes. */
export function mergeTraits(row: Row, traits: unknown): void {
  if (typeof traits !== "object" || traits === null) return
  const merged = { ...(row["traits"] as Row | null) }
  for (const [key, value] of Object.entries(traits)) {
    if (value === null) Reflect.deleteProperty(merged, key)
    else merged[key] = value as unknown
  }
  row["traits"] = merged
}

/** A partial update: the allowed keys that are given, and traits merged. Returns the bad key, if any. */
export function applyPatch(entry: Entry, patch: Row, allowed: readonly string[]): void {
  for (const key of allowed) if (key in patch) entry.row[key] = patch[key]
  mergeTraits(entry.row, patch["traits"])
}

/** DELETE of a task, note or meeting archives it. The extension never does; the log tells. */
export function archive(world: World, collection: Collection, entry: Entry): Reply {
  const at = world.clock.stamp()
  entry.row["archivedAt"] = at
  entry.closed = true
  collection.touch(entry, at)
  return { status: 204, headers: {}, body: "", route: "" }
}

/** Runs a write with its parsed body and notes it as applied where it returns an id. */
export function write(
  world: World,
  exchange: Exchange,
  route: string,
  params: Params,
  work: (body: Row, params: Params) => { reply: Reply; id: string | null },
): Reply {
  const body = readObject(exchange)
  if (!body) return badRequest("Request body must be a JSON object.")
  const { reply, id } = work(body, params)
  if (id !== null)
    world.log.applied.push({
      at: world.clock.stamp(),
      service: "vitally",
      method: exchange.method,
      route,
      id,
      body,
    })
  return reply
}

export const isText = (value: unknown): value is string => typeof value === "string" && value !== ""

/** True for a calendar date or an ISO instant. */
export function isDate(value: unknown): value is string {
  return (
    typeof value === "string" &&
    /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2}))?$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
