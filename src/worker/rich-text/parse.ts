/** HTML of tasks and notes into the allow-listed tree that pages render (messaging/views/rich-text.ts). */
import { decodeEntities } from "./entities"
import { safeLink } from "./links"
import type { RichNode, RichTag } from "~src/messaging/views/rich-text"
import { tokens } from "./tokens"

/** Longer bodies are cut: nobody reads more in a panel, and the work stays bounded. */
const longestBody = 20_000
const deepest = 12

const tags: Record<string, RichTag> = {
  p: "p",
  div: "div",
  ul: "ul",
  ol: "ol",
  li: "li",
  nl: "ul",
  b: "strong",
  strong: "strong",
  i: "em",
  em: "em",
  u: "u",
  code: "code",
  br: "br",
}

interface Open {
  name: string
  children: RichNode[]
}

/**
 * Parses a body. Tags outside the allow-list vanish and their text stays; scripts and styles vanish whole; links that are
 * not plain `https:` become their text. Never throws; empty for nothing readable.
 */
export function parseRichText(html: string): RichNode[] {
  const root: RichNode[] = []
  const stack: Open[] = [{ name: "", children: root }]
  for (const token of tokens(html.slice(0, longestBody))) {
    const top = stack[stack.length - 1]?.children ?? root
    if (token.kind === "text") addText(top, token.text)
    else if (token.kind === "close") close(stack, token.name)
    else open(stack, top, token.name, token.attributes)
  }
  return prune(root)
}

function open(stack: Open[], top: RichNode[], name: string, attributes: string): void {
  if (name === "br") {
    top.push({ tag: "br", children: [] })
    return
  }
  if (stack.length > deepest) return
  if (name === "p" || name === "li") closeSame(stack, name)
  const into = stack[stack.length - 1]?.children ?? top
  const children: RichNode[] = []
  if (name === "a") {
    const link = safeLink(decodeEntities(attribute(attributes, "href")))
    if (link === null) return
    into.push({ tag: "a", ...link, children })
  } else {
    const tag = Object.hasOwn(tags, name) ? tags[name] : undefined
    if (tag === undefined) return
    into.push({ tag, children })
  }
  stack.push({ name, children })
}

/** `<p>` ends an open `<p>`, `<li>` an open `<li>` of the same list. */
function closeSame(stack: Open[], name: string): void {
  for (let index = stack.length - 1; index > 0; index -= 1) {
    const at = stack[index]?.name
    if (at === name) {
      stack.length = index
      return
    }
    if (at === "ul" || at === "ol" || at === "nl" || at === "div") return
  }
}

function close(stack: Open[], name: string): void {
  for (let index = stack.length - 1; index > 0; index -= 1) {
    if (stack[index]?.name === name) {
      stack.length = index
      return
    }
  }
}

function addText(into: RichNode[], raw: string): void {
  const text = decodeEntities(raw).replace(/[ \t\r\n]+/g, " ")
  if (text === "") return
  const last = into[into.length - 1]
  if (typeof last === "string") into[into.length - 1] = last + text
  else into.push(text)
}

function attribute(attributes: string, name: string): string {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(
    attributes,
  )
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ""
}

/** Leaves out elements without any content, which only make gaps. */
function prune(nodes: RichNode[]): RichNode[] {
  return nodes.flatMap((node): RichNode[] => {
    if (typeof node === "string" || node.tag === "br") return [node]
    const children = prune(node.children)
    const empty = children.every((child) => typeof child === "string" && child.trim() === "")
    return empty ? [] : [{ ...node, children }]
  })
}
