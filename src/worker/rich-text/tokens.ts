/**
 * Splits HTML into tags and text, for the allow-list only.
 *
 * Not a browser's parser and needs not be one: its output is never turned back into HTML, so a misread tag costs looks, not
 * safety. A whole parser (htmlparser2) would be a quarter of the worker's size; tests compare the text with its answer.
 */
export type Token =
  | { kind: "text"; text: string }
  | { kind: "open"; name: string; attributes: string }
  | { kind: "close"; name: string }

const tagName = /^[a-z][a-z0-9]*/i
/** Elements whose content is not for reading. */
const silent = new Set([
  "script",
  "style",
  "title",
  "textarea",
  "iframe",
  "noscript",
  "xmp",
  "noembed",
  "noframes",
])

/** Reads in one pass; time grows linearly with the length. */
export function* tokens(html: string): Generator<Token> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf("<", at)
    if (open !== at) yield { kind: "text", text: html.slice(at, open < 0 ? html.length : open) }
    if (open < 0) return
    at = open
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const closing = html[at + 1] === "/"
    const start = at + (closing ? 2 : 1)
    const name = tagName.exec(html.slice(start, start + 32))?.[0].toLowerCase()
    if (name === undefined) {
      const declaration = /[!?/]/.test(html[at + 1] ?? "")
      if (declaration) at = after(html, ">", at)
      else {
        yield { kind: "text", text: "<" }
        at += 1
      }
      continue
    }
    const end = endOfTag(html, start + name.length)
    if (closing) yield { kind: "close", name }
    else yield { kind: "open", name, attributes: html.slice(start + name.length, end) }
    at = Math.min(end + 1, html.length)
    if (!closing && silent.has(name)) {
      const length = html.slice(at).search(new RegExp(`</${name}`, "i"))
      at = length < 0 ? html.length : at + length
    }
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

/** Index of the `>` that ends the tag, past quoted values; the end of the text if there is none. */
function endOfTag(html: string, from: number): number {
  let quote = ""
  let before = ""
  for (let index = from; index < html.length; index += 1) {
    const char = html[index] ?? ""
    if (quote !== "") {
      if (char === quote) quote = ""
    } else if (char === ">") return index
    // A quote starts a value only after "=": names may hold one.
    else if ((char === '"' || char === "'") && before === "=") quote = char
    if (!/\s/.test(char)) before = char
  }
  return html.length
}
