/** Which rows of a book are shown. Pure. */
import type { Band, ContactStatus } from "~src/domain/assessment"
import { phaseLabel } from "~src/domain/lifecycle/phase-label"
import type { BookRow } from "~src/messaging/views/lists"

import { daysBetween } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"

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

/** What the windows are called, as the panel says it. The days are the policy's, which every dated row shows. */
export function windowWords(rows: BookRow[]): Record<RenewalWindow | "later", string> {
  const dated = rows.find(({ renewalOn, earlyOn, formalOn }) => renewalOn && earlyOn && formalOn)
  const before = (on: string | undefined) => (dated?.renewalOn && on ? daysBetween(on, dated.renewalOn) : 0)
  const days = { earlyDays: before(dated?.earlyOn), formalDays: before(dated?.formalOn) }
  const word = (phase: RenewalWindow | "later") => (dated ? phaseLabel(phase, days) : book.windows[phase])
  return {
    ended: word("ended"),
    formal: word("formal"),
    early: word("early"),
    later: word("later"),
    none: word("none"),
  }
}

/** The tiers in a book, highest first; customers without one last. */
export function tiersOf(rows: BookRow[]): string[] {
  const ranks = new Map<string, number>()
  for (const { tier, tierRank } of rows) ranks.set(tier ?? noTier, tier === null ? 1000 : (tierRank ?? 999))
  return [...ranks].sort((a, b) => a[1] - b[1]).map(([tier]) => tier)
}

/** Without case and accents: "Émile" is found by "emile". */
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
