/**
 * What somebody wrote in this mail: its lines without warnings of the recipient's gateway, older mails below, signature and legal
 * footer. Words in those are no clue.
 */
import { forwardedLine, headerWords, legalPhrases, mobileLine, wroteLine } from "../phrases/mail-forms"
import { fold } from "../phrases/fold"
import { htmlLines } from "./html-lines"
import type { PhraseIndex } from "../phrases/phrase-index"

export interface OwnText {
  /** Folded; sentences in quotation marks left out. */
  folded: string
  /** As written, for what counts characters. */
  plain: string
  /** Folded, cut parts included: a campaign's footer stands there. */
  whole: string
  filler: number
  hidden: boolean
  unsubscribeLink: boolean
  composed: boolean
  quoted: boolean
  /** A note behind "with this note:". */
  note: string | undefined
}

/** @param sender the writer's name: a line that is nothing else begins the signature. */
export function ownText(
  html: string,
  sender: string | undefined,
  phrases: PhraseIndex<"banner" | "legal">,
): OwnText {
  const { lines, ...marks } = htmlLines(html)
  const folded = lines.map(fold)
  const whole = folded.join("\n")
  let quoted = marks.quoted
  let from = 0
  while (from < Math.min(3, lines.length) && isBanner(folded[from] ?? "", phrases)) from += 1
  const own: string[] = []
  const written: string[] = []
  const name = sender === undefined ? "" : fold(sender)
  for (let at = from; at < lines.length; at += 1) {
    const line = folded[at] ?? ""
    if (line.startsWith(">")) {
      quoted = true
      continue
    }
    if (isOlderMail(folded, at)) {
      quoted = true
      break
    }
    if (own.length > 0 && (/^(?:--|—|__)\s*$/.test(line) || isName(line, name))) break
    if (mobileLine.test(line)) {
      if (own.length > 0) break
      continue
    }
    if (line.length > 25 && isLegal(line, own.length > 0, phrases)) {
      const start = own.length > 0 ? 0 : legalStart(line)
      if (start > 0) {
        own.push(line.slice(0, start))
        written.push((lines[at] ?? "").slice(0, start))
      }
      break
    }
    own.push(line)
    written.push(lines[at] ?? "")
  }
  const text = own.join("\n")
  const noteAt = /(?:note|notiz|nachricht|message|nota|hinweis|kommentar)\s*:\s*["“„«]?/.exec(text)
  return {
    folded: withoutQuotes(text),
    plain: written.join("\n"),
    whole,
    note: noteAt ? text.slice(noteAt.index + noteAt[0].length) : undefined,
    ...marks,
    quoted,
  }
}

/** A first line may hold legal words of its own: there only those of a footer's form count, and a question is none. */
function isLegal(line: string, below: boolean, phrases: PhraseIndex<"banner" | "legal">): boolean {
  if (below) return phrases.holds("legal", line)
  if (line.length <= 60 || /[?？]/.test(line)) return false
  return legalStart(line) > 0 || (legalPhrases.test(line) && phrases.holds("legal", line))
}

function isBanner(line: string, phrases: PhraseIndex<"banner" | "legal">): boolean {
  return line.length < 400 && phrases.holds("banner", line)
}

/** Where legal words begin inside a line that also says something; 0 if from its start. */
function legalStart(line: string): number {
  const found = legalPhrases.exec(line)
  return found && found.index > 20 ? found.index : 0
}

function isName(line: string, name: string): boolean {
  return name.length > 3 && (line === name || line.replace(/[,.]$/, "") === name)
}

/** "On … wrote:", "-----Original Message-----", a forwarded mail's head, or Outlook's From/Sent/To/Subject block. */
function isOlderMail(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ""
  const first = line.charCodeAt(0)
  // -, _, *, =, or a word such as "Begin forwarded message:".
  if (
    (first === 45 || first === 95 || first === 42 || first === 61 || line.endsWith(":")) &&
    forwardedLine.test(line)
  )
    return true
  if (endsWithColon(line) && line.length < 300 && wroteLine.test(line)) return true
  // Gmail breaks the line where it gets long.
  const next = lines[at + 1] ?? ""
  if (
    next.length < 80 &&
    endsWithColon(next) &&
    line.length < 250 &&
    wroteStart.test(line) &&
    wroteLine.test(`${line} ${next}`)
  )
    return true
  const colon = line.indexOf(":")
  if (colon < 1 || colon > 16 || !headerWords.has(line.slice(0, colon).trim())) return false
  let more = 0
  for (let below = at + 1; below < Math.min(at + 5, lines.length); below += 1) {
    const other = lines[below] ?? ""
    const end = other.indexOf(":")
    if (end > 0 && end <= 20 && headerWords.has(other.slice(0, end).trim())) more += 1
  }
  return more >= 2
}

const wroteStart = /^(?:on|am|le|el|il|op|em|den|dia|dne|dnia|w) /
const endsWithColon = (line: string) => line.endsWith(":") || line.endsWith("：")

/** A sentence between quotation marks is somebody else's. */
function withoutQuotes(text: string): string {
  if (!/["“„«「]/.test(text)) return text
  return text.replace(/["“„«「][^"“”„«»」\n]{3,200}["”“»」]/g, " ")
}
