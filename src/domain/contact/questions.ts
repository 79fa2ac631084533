/**
 * Which of the customer's questions are open (facts: evidence, section 2). A thread's question is answered in it, or in all likelihood by a
 * later call, meeting or mail of ours on the same matter with the same person.
 */
import { openQuestion, type ThreadTurn } from "../evidence/mail/waiting"
import { fold } from "../evidence/phrases/fold"
import type { Channel } from "../facts"
import type { Timed } from "./touches"

export interface Question {
  /** The oldest message that nobody answered. */
  item: Timed
  /** What answers it in all likelihood. */
  by?: Timed
}

const spoken: ReadonlySet<Channel> = new Set<Channel>(["call", "meeting", "zoom", "in-person"])

/** @param timed newest first. @returns oldest first. */
export function openQuestions(timed: readonly Timed[]): Question[] {
  const threads = new Map<string, Turn[]>()
  for (let at = timed.length - 1; at >= 0; at -= 1) {
    const item = timed[at]
    const id = item?.touch.threadId
    if (!item || id === undefined) continue
    const turns = threads.get(id)
    if (turns) turns.push(turnOf(item))
    else threads.set(id, [turnOf(item)])
  }
  const questions: Question[] = []
  for (const turns of threads.values()) {
    const open = openQuestion(turns, turns.at(-1)?.item.touch.ticket ?? "none")
    if (open) questions.push(withAnswer(open.item, timed))
  }
  const loose = openLoose(timed)
  if (loose) questions.push({ item: loose })
  return questions.sort((a, b) => a.item.ms - b.item.ms)
}

interface Turn extends ThreadTurn {
  item: Timed
}

function turnOf(item: Timed): Turn {
  const { direction, verdict, reason, says, noAnswer } = item.touch
  return { item, direction, verdict, bounced: reason === "bounced", says, noAnswer: noAnswer === true }
}

/** Messages that belong to no thread we know: anything of ours that is newer answers them. */
function openLoose(timed: readonly Timed[]): Timed | undefined {
  let open: Timed | undefined
  for (const item of timed) {
    const { verdict, direction, threadId, noAnswer } = item.touch
    if (verdict !== "person") continue
    if (direction !== "inbound") break
    if (threadId !== undefined) continue
    if (noAnswer === true) break
    open = item
  }
  return open
}

function withAnswer(item: Timed, timed: readonly Timed[]): Question {
  let by: Timed | undefined
  for (const later of timed) {
    if (later.ms <= item.ms) break
    if (answers(later, item)) by = later
  }
  return by ? { item, by } : { item }
}

function answers({ touch: later }: Timed, { touch: question }: Timed): boolean {
  if (later.verdict !== "person" || later.direction === "inbound" || later.reason === "bounced") return false
  if (later.threadId === question.threadId && later.threadId !== undefined) return false
  if (!isSamePerson(later.with, question)) return false
  return spoken.has(later.channel) || isSameMatter(later.subject, question.subject)
}

/** A call that names nobody may have been with anybody. */
function isSamePerson(
  people: readonly string[] | undefined,
  { with: asked, email, who }: Timed["touch"],
): boolean {
  if (!people || people.length === 0) return true
  const wanted = [...(asked ?? []), email, who]
    .filter((one) => one !== undefined)
    .map((one) => one.toLowerCase())
  return wanted.length === 0 || wanted.some((one) => people.includes(one))
}

const shortestTelling = 4
const empty = new Set(
  "this that with from about have your question questions update call mail email meeting please reply answer the and for".split(
    " ",
  ),
)

function isSameMatter(one: string | undefined, other: string | undefined): boolean {
  const words = tellingWords(one)
  return [...tellingWords(other)].some((word) => words.has(word))
}

function tellingWords(subject: string | undefined): Set<string> {
  const words = fold(subject ?? "").match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.filter((word) => word.length >= shortestTelling && !empty.has(word)))
}
