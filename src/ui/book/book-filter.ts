/** Which rows of a book are shown. Pure. */
import type { Band, ContactStatus } from "~src/domain/assessment"
import type { BookRow } from "~src/messaging/views/lists"

export type RenewalWindow = "ended" | "formal" | "early" | "none"

/** An empty text means all. */
export interface BookFilter {
  text: string
  tier: string
  band: Band | ""
  contact: ContactStatus | ""
  renewal: RenewalWindow | ""
}

export const noFilter: BookFilter = { text: "", tier: "", band: "", contact: "", renewal: "" }
/** Stands for customers without a tier in `BookFilter.tier`. */
export const noTier = "-"

export function filterBook(rows: BookRow[], filter: BookFilter, today: string): BookRow[] {
  const text = fold(filter.text.trim())
  return rows.filter(
    (row) =>
      (text === "" || fold(row.name).includes(text)) &&
      (filter.tier === "" || (row.tier ?? noTier) === filter.tier) &&
      (filter.band === "" || row.band === filter.band) &&
      (filter.contact === "" || row.contactStatus === filter.contact) &&
      (filter.renewal === "" || renewalWindow(row, today) === filter.renewal),
  )
}

/** The renewal window a customer is in today; "later" before the first. */
export function renewalWindow(row: BookRow, today: string): RenewalWindow | "later" {
  if (row.renewalOn === undefined) return "none"
  if (row.renewalOn < today) return "ended"
  if (row.formalOn !== undefined && row.formalOn <= today) return "formal"
  if (row.earlyOn !== undefined && row.earlyOn <= today) return "early"
  return "later"
}

/** The tiers in a book, highest first; customers without one last. */
export function tiersOf(rows: BookRow[]): string[] {
  const ranks = new Map<string, number>()
  for (const { tier, tierRank } of rows) ranks.set(tier ?? noTier, tier === null ? 1000 : (tierRank ?? 999))
  return [...ranks].sort((a, b) => a[1] - b[1]).map(([tier]) => tier)
}

/** Without case and accents: "Émile" is found by "emile". */
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
