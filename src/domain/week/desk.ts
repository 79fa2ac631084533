/** Who of the pool waits for an answer, until when, and who took it. Pure. */
import type { BookEntry } from "../book/entry"
import { addHours, hoursBetween } from "../calendar"
import type { AccountFacts, CalendarDate, Clock, Instant } from "../facts"
import type { Policy } from "../policy/policy"
import { noteTag } from "./note-purpose"

export interface Waiting {
  id: string
  name: string
  who?: string
  subject?: string
  url?: string
  since: Instant
  answerBy: Instant
  /** Whole hours since they wrote. */
  waited: number
  /** Whole hours left; negative once late. */
  left: number
  /** Who said in a note since then that they answer. */
  takenBy?: { who: string; on: CalendarDate }
}

/** Least time left first. */
export function waitingDesk(
  rows: readonly BookEntry[],
  facts: readonly AccountFacts[],
  { policy, clock }: { policy: Policy; clock: Clock },
): Waiting[] {
  const byId = new Map(facts.map((one) => [one.id, one]))
  return rows
    .flatMap(({ id, name, waitingSince, waitingMessage = { channel: "other" } }): Waiting[] => {
      if (waitingSince === undefined) return []
      const { who, subject, url } = waitingMessage
      const answerBy = addHours(waitingSince, policy.contact.answerWithinHours)
      const left = hoursBetween(clock.now, answerBy)
      const claim = (byId.get(id)?.touches ?? [])
        .filter(({ tags = [], at }) => tags.includes(noteTag) && tags.includes("claim") && at >= waitingSince)
        .sort((a, b) => b.at.localeCompare(a.at))[0]
      return [
        {
          id,
          name,
          ...(who !== undefined && { who }),
          ...(subject !== undefined && { subject }),
          ...(url !== undefined && { url }),
          since: waitingSince,
          answerBy,
          waited: Math.floor(hoursBetween(waitingSince, clock.now)),
          left: left < 0 ? Math.floor(left) : Math.ceil(left),
          ...(claim && {
            takenBy: {
              who: claim.byMe ? "You" : (claim.who ?? "Somebody"),
              on: claim.on ?? clock.today,
            },
          }),
        },
      ]
    })
    .sort((a, b) => a.answerBy.localeCompare(b.answerBy))
}
