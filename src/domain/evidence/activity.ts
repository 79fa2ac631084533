/** What a closed Salesforce Task was, and when it happened (facts: evidence, section 1). */
import { dayOf } from "../calendar"
import type { CalendarDate, Channel } from "../facts"
import { readSubject } from "./text/subject"
import { isNotReached } from "./not-reached"
import { holdsAny } from "./word-rows"
import type { Judgement } from "../verdict"

export interface ActivityFacts {
  subtype: string
  type: string
  subject: string
  activityOn?: CalendarDate | undefined
  completedAt?: string | undefined
  createdAt?: string | undefined
}

export interface ActivityWords {
  /** A to-do is contact only with one of these in its type or subject. */
  gives: readonly string[]
  takes: readonly string[]
}

export interface JudgedActivity extends Judgement {
  /** An instant, or the day. */
  at: string | undefined
  channel: Channel
}

/** Rows written in one go were done before they were written down. */
const sameMoment = 5 * 60_000

export function judgeActivity(row: ActivityFacts, words: ActivityWords, timeZone: string): JudgedActivity {
  return { ...judge(row, words), at: whenOf(row, timeZone), channel: channelOf(row) }
}

function judge({ subtype, type, subject }: ActivityFacts, words: ActivityWords): Judgement {
  const found = (verdict: Judgement["verdict"], reason: Judgement["reason"]): Judgement => ({
    verdict,
    reason,
    clues: [],
  })
  const kind = subtype.toLowerCase()
  if (kind === "listemail" || kind === "cadence") return found("machine", "list-mail")
  const { form, forwarded } = readSubject(
    subject.replace(/^(?:e-?mail|call|\[outlook\]|\[gmail\]|>>|<<)\s*:?\s*/i, ""),
  )
  if (form !== undefined && !forwarded && isMail({ kind, type, subject }))
    return form.startsWith("calendar")
      ? found("calendar", "calendar-mail")
      : found("machine", form === "bounce" ? "bounce" : "auto-reply")
  const mail = isMail({ kind, type, subject })
  if (isNotReached(subject) && !mail) return found("internal", "not-contact")
  if (kind === "call" || kind === "email") return found("person", "logged")
  if (holdsAny(subject, words.takes) && !mail) return found("internal", "not-contact")
  return holdsAny(type, words.gives) || holdsAny(subject, words.gives)
    ? found("person", "logged")
    : found("internal", "not-contact")
}

const isMail = ({ kind, type, subject }: { kind: string; type: string; subject: string }) =>
  kind === "email" || /^e-?mail$/i.test(type) || /^(?:e-?mail|re|fwd?)\s*:/i.test(subject)

/** `ActivityDate` for what was done when it was written down; the moment of ticking off for a to-do. Never a day to come. */
function whenOf(
  { subtype, activityOn, completedAt, createdAt }: ActivityFacts,
  timeZone: string,
): string | undefined {
  const doneOn = completedAt === undefined ? undefined : (dayOf(completedAt, timeZone) ?? undefined)
  if (activityOn === undefined) return completedAt ?? createdAt
  if (doneOn === undefined) return activityOn
  if (activityOn > doneOn) return completedAt
  const logged = Math.abs(Date.parse(completedAt ?? "") - Date.parse(createdAt ?? "")) <= sameMoment
  const kind = subtype.toLowerCase()
  return kind === "call" || kind === "email" || kind === "listemail" || kind === "cadence" || logged
    ? activityOn
    : completedAt
}

function channelOf({ subtype, type, subject }: ActivityFacts): Channel {
  const kind = subtype.toLowerCase()
  if (kind === "email" || kind === "listemail" || kind === "cadence") return "email"
  if (kind === "call") return "call"
  const words = `${type} ${subject}`.toLowerCase()
  if (/^\s*(?:e-?mail|re:|fwd?:)/.test(words) || /^\s*(?:e-?mail|re:|fwd?:)/i.test(subject)) return "email"
  if (/\bslack\b/.test(words)) return "slack"
  if (/\bzoom\b/.test(words)) return "zoom"
  if (/\bcall\b|\bphone\b/.test(words)) return "call"
  if (/\bmeeting\b|\bqbr\b|\bon-?site\b|\bvisit\b/.test(words)) return "meeting"
  return "other"
}
