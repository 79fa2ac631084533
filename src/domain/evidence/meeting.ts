/** Whether a meeting was contact: somebody of ours and somebody of theirs took part (facts: evidence, section 1). */
import type { Side } from "../mail-thread"
import { fold } from "./phrases/fold"
import type { Judgement } from "../verdict"

export interface Participant {
  side: Side
  declined: boolean
  name?: string | undefined
  email?: string | undefined
  id?: string | undefined
}

export interface MeetingFacts {
  title: string
  cancelled: boolean
  /** A recording, transcript or summary: it took place, whatever was answered before. */
  proof: boolean
  /** Rooms, resources and note takers left out. */
  participants: readonly Participant[]
  /** How many customers it belongs to. */
  customers: number
}

/** Titles of what did not take place, as calendars and people mark them. */
const notHeld =
  /^\W*(?:no[- ]?shows?|cancel(?:l?ed)?|abgesagt|annule[e]?|cancelad[oa]|annullat[oa]|geannuleerd|installt|aflyst|avlyst|peruttu|peruutettu|odwolan[ea]|zrusen[oae]|elmarad|anulat|отменен[оа]|iptal(?: edildi)?|キャンセル|中止|已取消|취소(?:됨)?|declined|postponed|verschoben|reporte[e]?)\s*[:：\-–—|\])】]|[([]\s*(?:no[- ]?show|cancel(?:l?ed)?|abgesagt|annule[e]?|cancelad[oa])\s*[)\]]\s*$|[-–—]\s*(?:no[- ]?show|cancel(?:l?ed))\s*$/

export function judgeMeeting(meeting: MeetingFacts, eventFrom: number): Judgement {
  const { participants, proof, customers } = meeting
  const theirs = participants.filter(({ side }) => side === "theirs" || side === "unknown")
  const ours = participants.filter(({ side }) => side === "ours")
  if (meeting.cancelled || notHeld.test(fold(meeting.title))) return found("calendar", "not-held")
  if (participants.length === 0) return proof ? found("person", "recorded") : found("unsure", "no-people")
  if (theirs.length === 0)
    return ours.length > 0 ? found("internal", "own-people") : found("internal", "other-customer")
  if (theirs.length > eventFrom || customers > 1) return found("machine", "event")
  if (proof) return found("person", "recorded")
  if (theirs.every(({ declined }) => declined) || (ours.length > 0 && ours.every(({ declined }) => declined)))
    return found("calendar", "not-held")
  return found("person", "took-place")
}

function found(verdict: Judgement["verdict"], reason: Judgement["reason"]): Judgement {
  return { verdict, reason, clues: [] }
}
