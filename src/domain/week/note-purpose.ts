/** Tag of the notes that Account Lens writes and that record no contact; what they are for stands beside it. */
export const noteTag = "Account Lens note"

/** What a note of ours is for. It stands among the note's tags, so that people can filter by it in Vitally. */
export const notePurposes = [
  "ask",
  "lighthouse",
  "get-well",
  "success-plan",
  "low-utilization",
  "review",
  "cover",
  "claim",
  "org-chart",
] as const

export type NotePurpose = (typeof notePurposes)[number]
