/** Which values the book has under each trait key: samples to recognise a field by, and how many accounts fill it. */
import type { LensDatabase } from "~src/worker/cache/database"
import type { Raw } from "~src/worker/cache/rows"

export interface TraitSamples {
  /** Accounts with a value, of the account itself or of its organization. */
  filled: number
  samples: string[]
}

const batch = 500
const samplesKept = 3
const longestSample = 40

/** Reads the whole book once. */
export async function sampleTraits(
  db: LensDatabase,
): Promise<{ total: number; byKey: Map<string, TraitSamples> }> {
  const parents = new Map((await db.getAll("organizations")).map(({ id, raw }) => [id, traitsIn(raw)]))
  const byKey = new Map<string, TraitSamples>()
  let total = 0
  for (let after: string | undefined; ;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
    const accounts = await db.getAll("accounts", range, batch)
    for (const { raw, organizationId } of accounts) {
      total += 1
      // The account's own value wins over the organization's, trait by trait.
      const traits = { ...parents.get(organizationId ?? ""), ...filledOnly(traitsIn(raw)) }
      for (const [key, value] of Object.entries(traits)) addSample(byKey, key, value)
    }
    after = accounts.at(-1)?.id
    if (after === undefined || accounts.length < batch) return { total, byKey }
  }
}

function traitsIn(raw: Raw): Record<string, unknown> {
  const { traits } = raw
  return typeof traits === "object" && traits !== null && !Array.isArray(traits)
    ? (traits as Record<string, unknown>)
    : {}
}

function filledOnly(traits: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => textOf(value) !== ""))
}

function addSample(byKey: Map<string, TraitSamples>, key: string, value: unknown): void {
  const text = textOf(value)
  if (text === "") return
  const known = byKey.get(key) ?? { filled: 0, samples: [] }
  known.filled += 1
  if (known.samples.length < samplesKept && !known.samples.includes(text)) known.samples.push(text)
  byKey.set(key, known)
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ""
  if (typeof value === "boolean") return value ? "Yes" : "No"
  const text =
    typeof value === "string" ? value : typeof value === "number" ? String(value) : JSON.stringify(value)
  return text.trim().slice(0, longestSample)
}
