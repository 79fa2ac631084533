/** How each section of an account went, from how its lists went. */
import { isHiding } from "./api/errors"
import type { ListSpec } from "./account-lists"
import type { Asked, ListAnswer } from "./ask"
import { sectionNames, type SectionState, type SectionStates } from "./sections"

type Unanswered = Extract<ListAnswer, { rows: null }>

export function sectionStates({ answers, lists }: Pick<Asked, "answers" | "lists">): SectionStates {
  return Object.fromEntries(
    sectionNames.map((section) => [
      section,
      stateOf(
        lists.filter((list) => list.section === section),
        answers,
      ),
    ]),
  ) as SectionStates
}

/** A section stands or falls with the lists that it can't do without; the others only add to it. */
function stateOf(lists: readonly ListSpec[], answers: Asked["answers"]): SectionState {
  let shown = 0
  let total = 0
  for (const list of lists) {
    const answer = answers.get(list.name)
    if (!answer) continue
    if (answer.rows) {
      if (list.uncounted) continue
      shown += answer.rows.length
      total += answer.total
    } else if (!list.spare || (answer.error && !isHiding(answer.error))) return brokenState(answer, list)
  }
  return { state: "ok", shown, total }
}

function brokenState({ error, hidden }: Unanswered, { object }: ListSpec): SectionState {
  if (hidden !== undefined) return { state: "hidden", what: hidden }
  if (!error) return { state: "failed", why: "passing" }
  if (isHiding(error)) return { state: "hidden", what: object }
  switch (error.kind) {
    case "too-large":
      return { state: "too-large" }
    case "daily-limit":
      return { state: "failed", why: "limit" }
    case "refused":
    case "malformed-query":
      return { state: "failed", why: "unknown" }
    default:
      return { state: "failed", why: "passing" }
  }
}
