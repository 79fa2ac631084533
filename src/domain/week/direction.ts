/** Which way a customer's health went. Pure. */
import type { Band } from "../assessment"

interface Standing {
  score: number | null
  band: Band
}

type Way = "up" | "down" | "unclear"

const height: Record<Band, number> = { poor: 0, concerning: 1, healthy: 2, unknown: -1 }

/** By colour, within one by score. Data that came or went is neither up nor down. */
export function wayOf({ from, to }: { from: Standing; to: Standing }): Way {
  if (from.band === "unknown" || to.band === "unknown") return "unclear"
  const by = height[to.band] - height[from.band] || (to.score ?? 0) - (from.score ?? 0)
  return by === 0 ? "unclear" : by > 0 ? "up" : "down"
}
