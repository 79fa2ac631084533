/** The text of a field that may hold HTML, for sentences. */
import type { RichNode } from "~src/messaging/views/rich-text"
import { parseRichText } from "./parse"

const markup = /<\/?[a-z][^<]*>/i
const inline: ReadonlySet<string> = new Set(["a", "strong", "em", "u", "code"])

/** Text without markup is answered as it is; paragraphs are parted by a blank. */
export function plainText(text: string): string {
  return text.includes("<") && markup.test(text)
    ? textOf(parseRichText(text)).replace(/\s+/g, " ").trim()
    : text
}

function textOf(nodes: readonly RichNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node
      const inner = textOf(node.children)
      return inline.has(node.tag) ? inner : ` ${inner} `
    })
    .join("")
}
