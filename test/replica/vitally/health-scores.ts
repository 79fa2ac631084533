import { uuid } from "../book/ids"
import { vitallyScore } from "../book/score"
import type { Entry } from "../world/collection"
import type { World } from "../world/world"

/** Shape of the health breakdown: unknown for real, so the replica can answer in each of the shapes clients guess at. */
export type HealthShape = "results" | "array" | "map" | "unreadable"

export function healthScores(world: World, entry: Entry): unknown {
  const customer = world.vitally.customer(entry.id)
  const health = customer?.health ?? {}
  const { sentiment, champion, buyer, lastActivityDays, dauOverMau, mauOverSeats, ...technical } = health
  const part = (
    name: string,
    n: number,
    traits: typeof health,
  ): { id: string; name: string; score: number | null } => ({
    id: uuid("object", n),
    name,
    score: vitallyScore(traits),
  })
  const defined = <T extends object>(value: T): T =>
    Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T
  const rows = [
    part("TA Pulse / Sentiment", 0, defined({ sentiment }) as typeof health),
    part("Technical Health", 1, technical),
    part("Relationships & Engagement", 2, defined({ champion, buyer, lastActivityDays }) as typeof health),
    part("Utilization", 3, defined({ dauOverMau, mauOverSeats }) as typeof health),
  ]
  switch (world.healthShape) {
    case "array":
      return rows
    case "map":
      return Object.fromEntries(rows.map((row) => [row.name, row.score]))
    case "unreadable":
      return { scores: "see the app" }
    case "results":
      return { results: rows, next: null, atEnd: true }
  }
}
