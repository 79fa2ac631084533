/** A subject without what mail programs and gateways put before it, and what its form says. */
import {
  automaticSubjects,
  bannerWords,
  bounceSubjects,
  calendarSubjects,
  forwardPrefixes,
  receiptSubjects,
  replyPrefixes,
  type SubjectForms,
} from "../phrases/subject-forms"
import { fold } from "../phrases/fold"

export interface Subject {
  /** Folded, without prefixes. */
  bare: string
  replied: boolean
  forwarded: boolean
  form: SubjectForm | undefined
  /** Also that of a receipt or a recall, which some languages call what a calendar's reminder is called. */
  receipt: boolean
  /** The form stands behind a reply prefix: perhaps a person answers it. */
  formAfterReply: boolean
}

export type SubjectForm = "automatic" | "absence" | "bounce" | "calendar" | "calendar-dated" | "receipt"

const banner = /^[[({<*【]\s*([^\])}>*】]{2,40})[\])}>*】]\s*:?\s*/
const reply = new RegExp(`^(?:${replyPrefixes})\\s*(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s*[:：]\\s*`)
const forward = new RegExp(`^(?:${forwardPrefixes})\\s*[:：]\\s*`)
const plainBanner = new RegExp(`^(?:${bannerWords})(?: (?:e-?mail|mail|sender|message))?\\s*[:：|-]\\s*`)
const insideBanner = new RegExp(
  `^(?:(?:caution|warning|achtung|attention|warnung|ojo)\\W+)?(?:${bannerWords})(?:\\W+[a-z-]+){0,3}\\W*$`,
)

const anyOf = ({ phrases }: SubjectForms) =>
  phrases
    .map(fold)
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join("|")
const ends = "\\s*(?:[:：!.\\])】]|[-–—(\\[]\\s|$)"
const automaticStart = new RegExp(
  `^[\\s[(【]*(?:auto\\s*:\\s*)?(?:${anyOf(automaticSubjects)})(?:${ends}|\\s+(?:${replyPrefixes})\\s*:)`,
)
const automaticInside = new RegExp(`[([【]\\s*(?:${anyOf(automaticSubjects)})\\s*[)\\]】]`)
const automaticWord = new RegExp(`(?:^|\\W)(?:${anyOf(automaticSubjects)})(?:\\W|$)`)
const original = new RegExp(`^(.{2,90}?)\\s(?:${replyPrefixes})\\s*:\\s`)
const bounceStart = new RegExp(`^[\\s[(]*(?:postmaster\\]\\s*)?(?:${anyOf(bounceSubjects)})${ends}`)
const bounceLone = new RegExp(`^\\W*(?:postmaster\\W+)?(?:${anyOf(bounceSubjects)})\\W*(?:\\([a-z ]+\\))?$`)
const calendarStart = new RegExp(`^[\\s[(]*(?:${anyOf(calendarSubjects)})(?:\\s*\\([^)]{1,30}\\))?\\s*[:：]`)
const receiptStart = new RegExp(`^(?:${anyOf(receiptSubjects)})\\s*[:：]`)
const dated =
  /\s@\s.*\d|\s-\s.{0,16}\d{1,2}[:h.]\d\d|\s-\s(?:lun|mar|mer|jeu|ven|sam|dim)\.?\s\d|\d{1,2}[:.]\d\d\s*(?:am|pm)?\s*(?:-|–|to|bis)\s*\d{1,2}|年\s*\d+月\s*\d+日/

export function readSubject(subject: string | undefined): Subject {
  let bare = fold(subject ?? "")
    .replace(/\s+/g, " ")
    .trim()
  let replied = false
  let forwarded = false
  for (let round = 0; round < 12; round += 1) {
    const before = bare
    bare = withoutBanner(bare).replace(plainBanner, "")
    if (reply.test(bare)) {
      bare = bare.replace(reply, "")
      replied = true
    }
    if (forward.test(bare)) {
      bare = bare.replace(forward, "")
      forwarded = true
    }
    if (bare === before) break
  }
  const form = formOf(bare)
  return {
    bare,
    replied,
    forwarded,
    form,
    receipt: form === "receipt" || (form?.startsWith("calendar") === true && receiptStart.test(bare)),
    formAfterReply: form !== undefined && (replied || forwarded),
  }
}

function withoutBanner(text: string): string {
  const found = banner.exec(text)
  return found && insideBanner.test(found[1] ?? "") ? text.slice(found[0].length) : text
}

function formOf(bare: string): SubjectForm | undefined {
  if (bare === "") return undefined
  if (automaticStart.test(bare) || (/[([【]/.test(bare) && automaticInside.test(bare))) return "automatic"
  const before = original.exec(bare)
  if (before && automaticWord.test(before[1] ?? "")) return "automatic"
  if (bounceStart.test(bare) || bounceLone.test(bare)) return "bounce"
  if (calendarStart.test(bare)) return dated.test(bare) ? "calendar-dated" : "calendar"
  if (receiptStart.test(bare)) return "receipt"
  return undefined
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
}
