/**
 * A verdict on every message of a thread. A thread has one subject, often that of a machine's mail, so a subject's form is counted for
 * one message only: the one that reads most like it.
 */
import { type PhraseReader, timesOf } from "../phrases"
import type { PhraseKind } from "../phrases/phrases"
import { fold } from "../phrases/fold"
import { readSubject, type Subject } from "../text/subject"
import type { Judgement } from "../../verdict"
import { cluesOf, type Setting } from "./clues"
import { addUp } from "./judge-message"
import { readMessage, type ReadMessage } from "./read-message"
import type { JudgedMessage, MailMessage, MailThread, Says } from "../../mail-thread"

/** A bounce tells of a mail sent not long before. */
const bounceWithin = 3 * 86_400_000

export function judgeThread(thread: MailThread): JudgedMessage[] {
  const subject = readSubject(thread.subject)
  const subjectIn = inSubject(subject.bare)
  const read = thread.messages.map(readMessage)
  const owner = formOwner(thread, subject, read)
  const judged = thread.messages.map((message, at): JudgedMessage => {
    const text = read[at] as ReadMessage
    const before = lastOfOtherSide(thread.messages, at)
    const subjectHas = subjectIn(text.phrases)
    const setting: Setting = { thread, subject, subjectHas, before, ownsForm: owner === at }
    return {
      id: message.id,
      ...judge(message, text, setting),
      says: saysOf(message, text, thread, at, { read, replied: subject.replied }),
    }
  })
  takeBackBounced(thread, judged, read)
  return judged
}

/** A thread's messages are mostly in one language, so the subject is read once. */
function inSubject(bare: string): (phrases: PhraseReader) => (kind: PhraseKind) => number {
  const known = new Map<PhraseReader, Uint8Array>()
  return (phrases) => {
    const counts = known.get(phrases) ?? phrases.count(bare)
    known.set(phrases, counts)
    return (kind) => timesOf(counts, kind)
  }
}

function judge(message: MailMessage, read: ReadMessage, setting: Setting): Judgement {
  const { thread, subject } = setting
  if (message.side === "bot") return { verdict: "machine", reason: "bot", clues: [] }
  const note = read.own.note
  const { verdict, reason, clues } = addUp(cluesOf(message, read, setting))
  // An answer to an invitation that says more than yes or no is a message.
  if (verdict === "calendar" && note !== undefined && note.trim().split(/\s+/).length > 4)
    return { verdict: "person", reason: "wrote", clues: ["ownWords"] }
  if (verdict !== "person") return { verdict, reason, clues }
  if (isAmongUs(message)) return { verdict: "internal", reason: "own-people", clues }
  if (message.side === "other") return { verdict: "internal", reason: "other-customer", clues }
  if (isNameOnly(message, read)) return { verdict: "unsure", reason: "too-little", clues }
  if (subject.forwarded && read.words === 0 && read.own.quoted)
    return { verdict: "unsure", reason: "forwarded", clues }
  if (
    thread.source === "vitally" &&
    message.side === "ours" &&
    setting.before === undefined &&
    !answered(thread)
  )
    return { verdict: "unsure", reason: "sent-from-vitally", clues: ["vitallySource"] }
  return { verdict, reason, clues }
}

/** A signature that nothing stands above. */
function isNameOnly({ name }: MailMessage, { own, words, question }: ReadMessage): boolean {
  if (name === undefined || words === 0 || words > 7 || question) return false
  return own.folded.startsWith(fold(name)) && fold(name).length > 4
}

const answered = ({ messages }: MailThread) => messages.some(({ side }) => side === "theirs")

/** Written by ours and sent to nobody else; if nobody is named, it belongs to the customer it is filed under. */
function isAmongUs({ side, to }: MailMessage): boolean {
  return side === "ours" && to.length > 0 && to.every((other) => other === "ours" || other === "bot")
}

function lastOfOtherSide(messages: readonly MailMessage[], at: number): MailMessage | undefined {
  const inbound = messages[at]?.direction === "inbound"
  for (let index = at - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message && (message.direction === "inbound") !== inbound) return message
  }
  return undefined
}

const formKinds: Readonly<Record<string, readonly PhraseKind[]>> = {
  automatic: ["absent", "back", "later", "unread", "redirect", "gone", "automatic"],
  bounce: ["bounce"],
  receipt: ["notice"],
}

/** The message that the subject's form was written for. */
function formOwner({ messages }: MailThread, { form }: Subject, read: readonly ReadMessage[]): number {
  const kinds = formKinds[form ?? ""]
  if (!kinds) return 0
  let best = -1
  let most = 0
  read.forEach(({ has }, at) => {
    const times = kinds.reduce((sum, kind) => sum + has(kind), 0)
    if (times > most) {
      best = at
      most = times
    }
  })
  if (best >= 0) return best
  // Nothing reads like it: what came in first is.
  const inbound = messages.findIndex(({ direction }) => direction === "inbound")
  return Math.max(0, inbound)
}

const shortAnswer = 12
const longestCloser = 30
const helpDesk = /zendesk|freshdesk|jira|intercom|service.?now|help.?scout|front/

/** What a message does to an open question, provided that a person wrote it. */
function saysOf(
  { direction }: MailMessage,
  { words, has, question, own }: ReadMessage,
  { messages, source }: MailThread,
  at: number,
  { read, replied }: { read: readonly ReadMessage[]; replied: boolean },
): Says {
  if (question) return "asks"
  if (has("settled") > 0 && words <= longestCloser) return "closes"
  if (has("asks") > 0) return "asks"
  const before = messages[at - 1]
  const follows = before !== undefined || replied
  // An attachment alone, or a picture: with nothing before, it is what somebody wants to show.
  if (words === 0) return follows ? "closes" : "asks"
  if (has("problem") > 0 || !follows) return "asks"
  if ((has("closing") > 0 && words <= longestCloser) || /^\+1\b/.test(own.folded.trim())) return "closes"
  // In a ticket an answer to our question makes it our turn again.
  if (before === undefined || before.direction === direction || helpDesk.test(source)) return "asks"
  const asked = read[at - 1]
  if (asked && (asked.question || asked.has("asks") > 0)) return "answers"
  return words <= shortAnswer ? "closes" : "asks"
}

/** Our mail that a server sent back reached nobody. */
function takeBackBounced(
  { messages }: MailThread,
  judged: JudgedMessage[],
  read: readonly ReadMessage[],
): void {
  judged.forEach(({ reason }, at) => {
    const bounce = messages[at]
    if (reason !== "bounce" || !bounce || isDelay(read[at])) return
    for (let index = at - 1; index >= 0; index -= 1) {
      const message = messages[index]
      const mail = judged[index]
      if (!message || !mail || bounce.at - message.at > bounceWithin) return
      if (message.side !== "ours" || mail.verdict !== "person") continue
      judged[index] = { ...mail, reason: "bounced" }
      return
    }
  })
}

const delayed =
  /\b4\.\d\.\d|more hours|queued for|temporary problem|will be retried|erneut versucht|verzogert|retarde|do not need to send/

function isDelay(read: ReadMessage | undefined): boolean {
  return read !== undefined && delayed.test(read.own.folded)
}
