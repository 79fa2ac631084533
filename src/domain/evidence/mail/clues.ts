/** Which clues of `weights.ts` a message shows. */
import { timesOf } from "../phrases"
import type { PhraseKind } from "../phrases/phrases"
import type { Subject } from "../text/subject"
import { wordsOf } from "../phrases/words"
import type { ClueKey } from "./weights"
import type { ReadMessage } from "./read-message"
import { senderKinds } from "./sender"
import type { MailMessage, MailThread } from "../../mail-thread"

export interface Setting {
  thread: MailThread
  subject: Subject
  /** How often the subject's own words hold each kind of phrase. */
  subjectHas: (kind: PhraseKind) => number
  /** The message before of the other side. */
  before: MailMessage | undefined
  /** The subject's form belongs to this message of the thread. */
  ownsForm: boolean
}

const ticketSources =
  /zendesk|freshdesk|jira|service.?now|help.?scout|front|intercom|drift|crisp|ticket|linear|hubspot.?service|kustomer|gorgias|salesforce.?case|case/
const campaignSources =
  /campaign|customer\.?io|marketo|mailchimp|pendo|iterable|pardot|braze|sendgrid|playbook|hubspot|eloqua|klaviyo|activecampaign|constant.?contact|brevo|sendinblue|userpilot|appcues|mixmax|mailjet/
const statusCode = /\b[45]\.\d{1,3}\.\d{1,3}\b|\b(?:421|45\d|55[0-4]|5[05]\d) [#\d]\S/
const ratingScale =
  /(?:[😀-🙏☹-☺].{0,3}){3}|👍.{1,8}👎|1 star|★.{0,2}★|(?:^|\n)\s*(?:1|0)\b.{1,4}\b(?:2|1)\b.{1,4}\b(?:3|2)\b/u

const twoMinutes = 120_000
const tenMinutes = 600_000

export function cluesOf(message: MailMessage, read: ReadMessage, setting: Setting): Set<ClueKey> {
  const { thread, subject, before, ownsForm } = setting
  const { own, has } = read
  const clues = new Set<ClueKey>()
  const add = (clue: ClueKey, when: boolean) => {
    if (when) clues.add(clue)
  }
  const says = (kind: PhraseKind, clue: ClueKey, twice?: ClueKey) => {
    const times = has(kind)
    add(clue, times > 0)
    if (twice) add(twice, times > 1)
  }
  const isReply = before !== undefined || subject.replied || subject.form === "automatic"
  const waited = before ? message.at - before.at : Number.POSITIVE_INFINITY

  add("subjectAutomatic", ownsForm && subject.form === "automatic" && !subject.forwarded)
  // Nobody's mailbox answers before somebody wrote to it.
  if (isReply) {
    says("absent", "saysAbsent")
    says("back", "saysBack")
    says("later", "saysLater")
    says("unread", "saysUnread")
    says("redirect", "saysRedirect")
    says("gone", "saysGone")
    says("thanks", "thanksForMail")
    add("atOnce", waited <= twoMinutes)
    add("soon", waited > twoMinutes && waited <= tenMinutes)
  }
  says("automatic", "saysAutomatic")

  add("subjectBounce", ownsForm && subject.form === "bounce" && !subject.forwarded)
  says("bounce", "saysBounce", "saysBounceTwice")
  add("statusCode", /[45]/.test(own.folded) && statusCode.test(own.folded))

  const calendar = subject.form === "calendar" || subject.form === "calendar-dated"
  add("subjectCalendar", calendar && !subject.formAfterReply)
  add("subjectCalendarReplied", calendar && subject.replied)
  add("subjectDated", subject.form === "calendar-dated" && !subject.formAfterReply)
  says("calendar", "saysCalendar", "saysCalendarTwice")
  add("emptyBody", (read.words === 0 || read.signatureOnly) && calendar)

  says("received", "saysReceived", "saysReceivedTwice")
  says("survey", "saysSurvey", "saysSurveyTwice")
  add("ratingScale", has("survey") > 0 && ratingScale.test(own.plain))
  add("ticketSource", message.direction === "outbound" && ticketSources.test(thread.source))

  add("filler", own.filler > 12)
  add("hiddenPreview", own.hidden)
  const leaves = has("unsubscribe") + (own.unsubscribeLink ? 1 : 0)
  add("saysUnsubscribe", leaves > 0)
  add("saysUnsubscribeTwice", leaves > 1)
  add("startsThread", leaves > 1 && message.direction === "outbound" && before === undefined)
  add("campaignSource", message.direction === "outbound" && campaignSources.test(thread.source))
  add("vitallySource", message.direction === "outbound" && thread.source === "vitally")

  add("subjectReceipt", ownsForm && subject.receipt && !subject.replied && !subject.forwarded)
  says("notice", "saysNotice", "saysNoticeTwice")
  add("notComposed", !own.composed && !own.quoted && before === undefined)
  const { subjectHas } = setting
  add(
    "subjectSays",
    before === undefined &&
      !subject.replied &&
      subjectHas("calendar") +
        subjectHas("notice") +
        subjectHas("received") +
        subjectHas("survey") +
        subjectHas("bounce") +
        subjectHas("automatic") >
        0,
  )

  for (const kind of senderKinds(message.name, message.email))
    clues.add(
      (
        {
          postmaster: "postmaster",
          machine: "machineSender",
          "no-reply": "noReplySender",
          role: "roleSender",
          service: "serviceSender",
          lent: "lentSender",
          desk: "deskSender",
        } as const
      )[kind],
    )
  add("unknownSender", message.side === "unknown")

  const beside = calendar || has("calendar") > 0 ? besideCalendar(read, subject.bare) : undefined
  const known =
    message.side !== "unknown" &&
    !clues.has("machineSender") &&
    !clues.has("noReplySender") &&
    !clues.has("serviceSender")
  add("nothingElse", beside !== undefined && beside.words < 3)
  // A customer who tells of a survey asks in earnest; a tool's survey is nothing but questions.
  const isSurvey = has("survey") > 0 && !(known && message.direction === "inbound")
  add("question", (beside?.question ?? read.question) && !isSurvey)
  add("request", has("asks") > 0 && !isSurvey && (beside?.words ?? 1) > 0)
  add("greetsByName", read.greetsByName)
  // "Replies will be slow" tells of no problem.
  add("saysProblem", has("problem") > (has("later") > 0 ? 1 : 0))
  add("longText", read.words > 120)
  add("forwardedWithWords", subject.forwarded && read.words > 4)
  add("ownWords", known && !read.signatureOnly && (beside?.words ?? 0) > (has("calendar") > 0 ? 5 : 3))
  return clues
}

/** A time, a telephone number to dial in, a ruler, or a label of an invitation's table. */
const calendarLine =
  /\d{1,2}[:.]\d\d|(?:\d[\s().,#-]*){7}|^[_=*-]{4,}$|^(?:when|where|time|location|wann|wo|quand|ou|cuando|donde|quando|dove|onde|wanneer|waar)\s*:/

/** What stands in sentences that hold no phrase of a calendar, no line of its tables, not its title and no address. */
function besideCalendar({ own, phrases }: ReadMessage, title: string): { words: number; question: boolean } {
  let words = 0
  let question = false
  for (const sentence of own.folded.replace(/https?:\S+|\S+@\S+/g, " ").split(/(?<=[.!?。！？])\s+|\n/)) {
    const counts = phrases.count(sentence)
    if (timesOf(counts, "calendar") > 0 || calendarLine.test(sentence) || sentence.trim() === title) continue
    words += wordsOf(sentence).list.length
    if (/[?？]/.test(sentence)) question = true
  }
  return { words, question }
}
