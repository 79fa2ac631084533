/**
 * A mail's HTML as lines of text in one pass, quoted parts and signatures left out where the mail program marks them. Hand-written:
 * a worker has no DOM, and parsers of replies on npm need one, or take seconds for a hostile text (docs/decisions).
 */
export interface HtmlLines {
  lines: string[]
  /** Marks of campaign tools: invisible filler after a preview text, hidden blocks. */
  filler: number
  hidden: boolean
  /** A link whose address or text lets somebody unsubscribe. */
  unsubscribeLink: boolean
  /** A mail program that people write in made it. */
  composed: boolean
  /** Something quoted or forwarded was left out. */
  quoted: boolean
}

/** What is searched: clues stand at a mail's beginning or end. */
const charactersRead = 20_000
const textKept = 4_000

const blockTag = /^\/?(?:p|div|br|li|ul|ol|tr|td|table|h[1-6]|hr|blockquote|section|article)$/
const quoteMark =
  /gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|divrplyfwdmsg|appendonsend|outlookmessageheader|protonmail_quote|zmail_extra|tutanota_quote|front-blockquote|history_container|reply-intro|quoted-text/
const signatureMark =
  /gmail_signature|moz-signature|ms-outlook-mobile-signature|id="?signature"?|protonmail_signature|data-smartmail/
const composedMark =
  /^<div dir="(?:ltr|rtl|auto)"|wordsection1|msonormal|class="?elementtoproof|applemailsignature/
const fillers = /[\u034f\u00ad\u200b-\u200f\u2007\u2060\ufeff\u180e\u115f]+/g

export function htmlLines(html: string): HtmlLines {
  const result: HtmlLines = {
    lines: [],
    filler: 0,
    hidden: false,
    unsubscribeLink: false,
    composed: false,
    quoted: false,
  }
  const end = Math.min(html.length, charactersRead)
  if (!html.includes("<")) {
    result.lines = html.slice(0, textKept).split("\n")
    tidy(result)
    return result
  }
  let text = ""
  let at = 0
  while (at < end && text.length < textKept) {
    const open = html.indexOf("<", at)
    if (open !== at) text += html.slice(at, open < 0 ? end : Math.min(open, end)).replace(/\s+/g, " ")
    if (open < 0 || open >= end) break
    const close = html.indexOf(">", open)
    if (close < 0) break
    const tag = tagOf(html, open, close)
    at = close + 1
    if (tag === "style" || tag === "script" || tag === "head" || tag === "title") {
      at = after(html, tag, at)
      continue
    }
    if (tag === "!--") {
      const comment = html.indexOf("-->", open)
      at = comment < 0 ? end : comment + 3
      continue
    }
    if (tag === "blockquote") {
      result.quoted = true
      at = afterNested(html, at)
      text += "\n"
      continue
    }
    const plain = close - open <= tag.length + 2
    if (!plain && tag.charCodeAt(0) !== 47) {
      const attributes = html.slice(open, close + 1).toLowerCase()
      if (attributes.includes("display:none") || attributes.includes("mso-hide")) result.hidden = true
      if (!result.composed && composedMark.test(attributes)) result.composed = true
      if (tag === "a" && /unsub|optout|opt-out|abmelde|preferences/.test(attributes))
        result.unsubscribeLink = true
      if (quoteMark.test(attributes)) {
        result.quoted = true
        if (text.trim() !== "") break
      }
      if (signatureMark.test(attributes) && text.trim() !== "") break
    }
    if (blockTag.test(tag)) text += "\n"
  }
  result.lines = decode(text).split("\n")
  tidy(result)
  return result
}

/** Counts and removes filler; lines without words go. */
function tidy(result: HtmlLines): void {
  const kept: string[] = []
  for (const line of result.lines) {
    const bare = line.replace(fillers, "")
    result.filler += line.length - bare.length
    const trimmed = bare.trim()
    if (trimmed !== "") kept.push(trimmed)
  }
  result.lines = kept
}

function tagOf(html: string, open: number, close: number): string {
  let end = open + 1
  while (end < close) {
    const code = html.charCodeAt(end)
    if (code === 32 || code === 10 || code === 13 || code === 9 || (code === 47 && end > open + 1)) break
    end += 1
    if (end === open + 4 && html.startsWith("!--", open + 1)) break
  }
  return html.slice(open + 1, end).toLowerCase()
}

/** Behind the closing tag, else at the end. */
function after(html: string, tag: string, from: number): number {
  const close = html.indexOf(`</${tag}`, from)
  const end = close < 0 ? -1 : html.indexOf(">", close)
  return end < 0 ? html.length : end + 1
}

function afterNested(html: string, from: number): number {
  let depth = 1
  let at = from
  while (depth > 0) {
    const close = html.indexOf("</blockquote", at)
    if (close < 0) return html.length
    const open = html.indexOf("<blockquote", at)
    if (open >= 0 && open < close) {
      depth += 1
      at = open + 11
    } else {
      depth -= 1
      at = close + 12
    }
  }
  const end = html.indexOf(">", at)
  return end < 0 ? html.length : end + 1
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  zwnj: "\u200c",
  shy: "\u00ad",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  hellip: "…",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  middot: "·",
}

function decode(text: string): string {
  if (!text.includes("&")) return text
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});/gi, (whole) => {
    const name = whole.slice(1, -1).toLowerCase()
    if (!name.startsWith("#")) return entities[name] ?? whole
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0x10ffff ? "" : String.fromCodePoint(code)
  })
}
