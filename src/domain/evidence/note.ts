/** Whether a note records contact: its category says so, word for word, unless another word takes it back. */
import { isNotReached } from "./not-reached"
import { holdsAny } from "./word-rows"
import type { Judgement } from "../verdict"

export interface NoteWords {
  /** Categories with one of these record contact. */
  gives: readonly string[]
  /** These take it away: internal, prep, draft, missed… */
  takes: readonly string[]
}

export function judgeNote(category: string, subject: string, { gives, takes }: NoteWords): Judgement {
  // "Customer call - internal notes": the notes are internal, the call was not.
  if (holdsAny(category.replace(/\binternal notes?\b/i, ""), takes))
    return { verdict: "internal", reason: "internal-note", clues: [] }
  if (!holdsAny(category, gives)) return { verdict: "internal", reason: "note-category", clues: [] }
  if (isNotReached(subject)) return { verdict: "internal", reason: "not-contact", clues: [] }
  return { verdict: "person", reason: "logged", clues: [] }
}
