import type { TraitResult } from "~src/domain/assessment"

import { bandWords } from "../../strings/base"

export interface Reason {
  /** `No data.` where the explanation itself begins with it: the answer is then not to be said twice. */
  lead: string
  /** The first sentence that says why. */
  sentence: string
  /** Whatever else is said. */
  rest: string
}

/** A trait's explanation cut where a row has to: joined by spaces, its parts are the whole again. */
export function reasonOf({ status, explanation }: Pick<TraitResult, "status" | "explanation">): Reason {
  const noData = `${bandWords.unknown}. `
  const lead = status === "unknown" && explanation.startsWith(noData) ? noData.trim() : ""
  const text = lead ? explanation.slice(noData.length) : explanation
  const end = text.search(/(?<=[.!?]) /)
  return end < 0
    ? { lead, sentence: text, rest: "" }
    : { lead, sentence: text.slice(0, end), rest: text.slice(end + 1) }
}
