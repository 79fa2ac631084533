/**
 * Task and note bodies are HTML from outside. The worker parses them into this allow-listed tree; pages render it
 * with React elements and never touch HTML.
 */
export type RichTag = "p" | "div" | "ul" | "ol" | "li" | "strong" | "em" | "u" | "code" | "br"

export type RichNode =
  | string
  | { tag: RichTag; children: RichNode[] }
  /** `href` is always `https:`; `host` is shown beside the text. */
  | { tag: "a"; href: string; host: string; children: RichNode[] }
