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
