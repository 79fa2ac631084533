import type { Band } from "~src/domain/assessment"
import { glanceCauses } from "~src/domain/day/glance-causes"
import type { AccountView } from "~src/messaging/contract"

import { formatScore } from "../../base/format"
import { bandWords } from "../../strings/base"
import { causeText } from "~src/domain/trait-words"
import { edge } from "../../strings/edge"
import { panel } from "../../strings/panel"

/** What the tab shows, in the words of its accessible name. */
export interface EdgeFacts {
  band: Band
  /** `47d`, `–` or `?`. */
  days: string
  overdue: boolean
  /** `17h` or `late`; null if nobody waits. */
  waits: string | null
  late: boolean
  name: string
}

/** Everything of a customer that fits on 40 pixels. */
export function edgeFacts({ assessment, facts }: AccountView): EdgeFacts {
  const { health, contact, name } = assessment
  const { daysSince, waiting, status } = contact
  const isChurned = facts.churnedOn !== undefined
  const score = health.official?.score ?? health.score
  const left = waiting ? Math.max(0, Math.floor(waiting.promiseHours - waiting.hours)) : 0
  return {
    band: isChurned ? "unknown" : health.band,
    days: daysSince === null ? edge.unknown : edge.days(daysSince),
    overdue: status === "overdue",
    waits: waiting ? (waiting.late ? edge.late : edge.hours(left)) : null,
    late: waiting?.late === true,
    name: edge.name([
      name,
      isChurned
        ? edge.churned
        : score === null
          ? bandWords[health.band]
          : edge.score(formatScore(score), bandWords[health.band]),
      daysSince === null ? edge.noContact : edge.sinceContact(daysSince),
      ...(status === "overdue" ? [edge.overdue] : []),
      ...(waiting ? [waiting.late ? edge.waitsLate : edge.waits(left)] : []),
    ]),
  }
}

/** The first three causes, worst first, and how many more there are. */
export function topCauses({ assessment, facts }: AccountView): string {
  const { noChampion, noBuyer, red, yellow, moreYellow, green, withData, total } = glanceCauses(
    assessment.health,
  )
  const words = panel.glanceLines
  if (facts.churnedOn) return edge.churned
  if (withData === 0) return assessment.health.official ? words.onlyScore : words.noTraits
  const all = [
    ...(noChampion ? [words.noChampion.toLowerCase()] : []),
    ...(noBuyer ? [words.noBuyer.toLowerCase()] : []),
    ...[...red, ...yellow].map(causeText),
  ]
  if (all.length === 0) return words.green(green, withData, total)
  const rest = all.length - 3 + moreYellow
  const named = all.slice(0, 3)
  return [...named, ...(rest > 0 ? [edge.more(rest)] : [])].join(", ")
}
