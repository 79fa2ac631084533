/** Every value that the connected systems hold for one fact, and which of them is used (`facts/evidence.md`, section 3). */
import type { Candidate, CandidateObject, FactName, SourceSystem } from "../facts"

export type { Candidate, CandidateObject, Choice, Choices } from "../facts"

/** The candidate that the user chose for this account, by the place it stands in. */
export interface Pick {
  system: SourceSystem
  object: CandidateObject
  field: string
  record?: string
}

export type Picks = Partial<Record<FactName, Pick>>

export function isPicked(candidate: Candidate, pick: Pick | undefined): boolean {
  return (
    pick !== undefined &&
    candidate.system === pick.system &&
    candidate.object === pick.object &&
    candidate.field === pick.field &&
    candidate.record === pick.record
  )
}

/** Amounts that differ by rounding are the same; so are words that differ in case and blanks. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    const size = Math.max(Math.abs(a), Math.abs(b))
    return Math.abs(a - b) <= (size < 1000 ? 1e-9 : Math.max(1, size * 1e-3))
  }
  if (typeof a === "string" && typeof b === "string")
    return a === b || a.trim().toLowerCase() === b.trim().toLowerCase()
  return a === b
}
