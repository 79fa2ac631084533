/** A page to bring to a meeting: sections of lines, each with where it comes from; as Markdown. Pure. */

export interface SheetLine {
  /** Stable while the line speaks of the same thing: ticks and edits are kept under it. */
  key: string
  text: string
  /** Where it comes from, in words; empty if somebody wrote it here. */
  source: string
  /** The customer that it is about. */
  accountId?: string
  done?: boolean
}

export interface SheetSection {
  key: string
  title: string
  lines: SheetLine[]
  /** Said if there is no line: that nothing is known, or that nothing happened. */
  none: string
}

/** @param ticks true: each line is a task to tick. */
export function sheetMarkdown(title: string, sections: readonly SheetSection[], ticks = false): string {
  const parts = sections.flatMap(({ title: head, lines, none }) => [
    "",
    `## ${head}`,
    ...(lines.length === 0 ? [none] : lines.map((line) => lineText(line, ticks))),
  ])
  return [`# ${title}`, ...parts, ""].join("\n")
}

export const sectionMarkdown = ({ title, lines, none }: SheetSection, ticks = false): string =>
  [`## ${title}`, ...(lines.length === 0 ? [none] : lines.map((line) => lineText(line, ticks))), ""].join(
    "\n",
  )

function lineText({ text, source, done }: SheetLine, ticks: boolean): string {
  const mark = ticks ? (done ? "- [x] " : "- [ ] ") : "- "
  return `${mark}${text.replaceAll(/\s*\n\s*/g, " ")}${source ? ` (${source})` : ""}`
}
