import * as z from "~src/schemas/zod"

import { entries, isBag, text } from "./parts"
import type { Shape } from "./read-rows"

/** One custom trait of the catalogue. `path` is the key inside `traits`; `id` may be absent. */
const customField = z.looseObject({
  path: z.string(z.minLength(1)),
  label: text,
  type: text,
  options: entries,
})
export const customFieldShape: Shape<z.infer<typeof customField>> = {
  safeParse: (value) => z.safeParse(customField, value),
}

export interface HealthScorePart {
  label: string
  /** 0-10. */
  score: number
}

/**
 * Health breakdown of an account. No real body is known: an array, also under any key, or a map is accepted, a label taken from
 * `name`/`label`/the key and a number from `score`/`value`/`healthScore`. Nothing parsed: empty, and the section hides.
 */
export function readHealthScores(body: unknown): HealthScorePart[] {
  const parts: HealthScorePart[] = []
  // A whole record is another answer: its numbers are no scores.
  if (isBag(body) && "id" in body && ("traits" in body || "createdAt" in body)) return parts
  const add = (entry: unknown, key?: string): void => {
    const label = isBag(entry) ? (entry.name ?? entry.label ?? key) : key
    const score = isBag(entry) ? (entry.score ?? entry.value ?? entry.healthScore) : entry
    if (typeof label !== "string" || typeof score !== "number") return
    if (score >= 0 && score <= 10) parts.push({ label, score })
  }
  const list: unknown = Array.isArray(body)
    ? body
    : isBag(body)
      ? Object.values(body).find(Array.isArray)
      : undefined
  if (Array.isArray(list)) for (const entry of list) add(entry)
  else if (isBag(body)) for (const [key, entry] of Object.entries(body)) add(entry, key)
  return parts
}
