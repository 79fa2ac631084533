/** What a touch is found to be (docs/evidence.md). A person's counts; the others are shown with their reason. */
export type Verdict = "person" | "machine" | "calendar" | "internal" | "unsure"

/** Why: one code a rule, so that the timeline, the tests and a team's rules speak of the same thing. */
export type Reason =
  | "wrote"
  | "took-place"
  | "recorded"
  | "logged"
  | "auto-reply"
  | "bounce"
  | "bounced"
  | "ticket-notice"
  | "bot"
  | "campaign"
  | "notice"
  | "calendar-mail"
  | "own-people"
  | "internal-note"
  | "not-held"
  | "other-customer"
  | "no-people"
  | "event"
  | "not-contact"
  | "note-category"
  | "list-mail"
  | "sent-from-vitally"
  | "forwarded"
  | "empty"
  | "too-little"
  | "corrected"
  | "rule"

export interface Judgement {
  verdict: Verdict
  reason: Reason
  /** What spoke for the verdict, strongest first; keys of `weights.ts`. */
  clues: readonly string[]
}

/** Automated mail counts only where a policy says so: campaigns and what a tool sent in our name. */
export function isAutomated({ verdict, reason }: Pick<Judgement, "verdict" | "reason">): boolean {
  return (
    reason === "campaign" ||
    reason === "list-mail" ||
    reason === "event" ||
    reason === "sent-from-vitally" ||
    (verdict === "machine" && reason === "ticket-notice")
  )
}
