/** A pasted list of material as items of the team's library: one a line, with an https address somewhere in it. Pure. */
import { isCalendarDate } from "../calendar"
import type { LibraryItem } from "../policy/policy"

const tags = ["release", "article", "playlist", "collateral", "incident"] as const

interface ReadLibrary {
  items: LibraryItem[]
  /** Lines without an address or a title, as they were typed. */
  unread: string[]
}

/**
 * Parts are told apart by `|`, tab or two spaces, in any order: an address, a date as YYYY-MM-DD, one of the library's tags; what is left
 * is the title. What the library has already, by address, is left out.
 */
export function readLibrary(text: string, known: readonly LibraryItem[]): ReadLibrary {
  const seen = new Set(known.map(({ url }) => url))
  const items: LibraryItem[] = []
  const unread: string[] = []
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue
    const item = readLine(line)
    if (!item) unread.push(line.trim())
    else if (!seen.has(item.url)) {
      seen.add(item.url)
      items.push(item)
    }
  }
  return { items, unread }
}

function readLine(line: string): LibraryItem | null {
  const url = /https:\/\/[^\s|<>"]+/.exec(line)?.[0]
  if (url === undefined || !URL.canParse(url)) return null
  const parts = line
    .replace(url, "|")
    .split(/\||\t| {2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
  const date = parts.find(isCalendarDate)
  const tag = tags.find((one) => parts.some((part) => part.toLowerCase() === one))
  const title = parts.filter((part) => part !== date && part.toLowerCase() !== tag).join(", ")
  if (title === "") return null
  return { title, url, ...(date !== undefined && { date }), ...(tag && { tag }) }
}
