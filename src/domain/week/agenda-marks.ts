/** What people did with an agenda's lines: ticks, other words, own points; kept under keys of its week. Pure. */
import type { CalendarDate } from "../facts"
import type { SheetLine, SheetSection } from "./sheet"

type Texts = Record<string, string>

export const tickKey = (week: CalendarDate, line: string) => `monday:${week}:tick:${line}`
export const wordsKey = (week: CalendarDate, line: string) => `monday:${week}:words:${line}`
/** Own points stand until they are ticked, whatever the week. */
export const pointKey = (id: string) => `raise:${id}`

/** The lines with what people did with them. */
export function marked(sections: readonly SheetSection[], texts: Texts, week: CalendarDate): SheetSection[] {
  return sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({
      ...line,
      text: texts[wordsKey(week, line.key)] ?? line.text,
      done: texts[tickKey(week, line.key)] !== undefined,
    })),
  }))
}

/** Own points, oldest first. */
export function ownPoints(texts: Texts, source: string): SheetLine[] {
  return Object.entries(texts)
    .filter(([key]) => key.startsWith(pointKey("")))
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, text]) => ({ key, text, source }))
}
