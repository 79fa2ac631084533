/** What the team's rules and the user say of a touch wins over the judge. */
import type { EvidenceRule } from "~src/domain/policy/policy"
import { domainOf } from "~src/domain/evidence/mail/who-wrote"
import { fold } from "~src/domain/evidence/phrases/fold"
import type { Touch } from "~src/domain/facts"
import type { CareRow } from "../cache/rows"

/** Under this and a touch's id, what the user said of it is kept. */
export const correctionId = (touchId: string) => `verdict:${touchId}`

export type Correction = Pick<CareRow, "id" | "verdict" | "noAnswer">

export function correctedTouches<T extends Touch>(
  touches: readonly T[],
  corrections: readonly Correction[],
  rules: readonly EvidenceRule[],
): T[] {
  if (corrections.length === 0 && rules.length === 0) return [...touches]
  const byId = new Map(corrections.map((row) => [row.id, row]))
  return touches.map((touch) => {
    const said = byId.get(correctionId(touch.id ?? ""))
    const rule = said?.verdict === undefined ? rules.find((other) => fits(other, touch)) : undefined
    const counts = said?.verdict === undefined ? rule?.counts : said.verdict === "contact"
    return {
      ...touch,
      ...(counts !== undefined && verdictOf(touch, counts, rule !== undefined)),
      ...(said?.noAnswer !== undefined && { noAnswer: true }),
    }
  })
}

function verdictOf(touch: Touch, counts: boolean, byRule: boolean): Partial<Touch> {
  const reason = byRule ? "rule" : "corrected"
  if (counts) return { verdict: "person", reason, automatic: false }
  return {
    verdict: touch.verdict === "calendar" || touch.verdict === "internal" ? touch.verdict : "machine",
    reason,
    automatic: false,
  }
}

/** Plain text, without regard to case and accents. */
export function fits(
  { match, text }: EvidenceRule,
  { email, subject }: Pick<Touch, "email" | "subject">,
): boolean {
  const wanted = fold(text).trim()
  if (wanted === "") return false
  if (match === "sender") return email?.toLowerCase() === wanted
  if (match === "domain") return domainOf(email) === wanted.replace(/^@/, "")
  return fold(subject ?? "").includes(wanted)
}
