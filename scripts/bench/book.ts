/** How long the book page's questions take over 10,000 customers: the rules alone, without a store and without a page. */
import { clockAt } from "~src/domain/calendar"
import { summarise } from "~src/domain/assess/summarise"
import type { BookEntry } from "~src/domain/book/entry"
import { noFilter } from "~src/domain/book/filter"
import { queryBook } from "~src/domain/book/query"
import { defaultPolicy } from "~src/domain/policy/presets"

import { median, round } from "./measure"
import { book } from "./rules"

const clock = clockAt("2026-11-22T12:00:00Z", "Europe/Berlin")
const day = { today: clock.today, fiscalYearStart: 2 }
const size = 10_000

function rows(): BookEntry[] {
  return book(size).map((facts) => ({
    ...summarise(facts, defaultPolicy, clock),
    daysSinceContact: null,
    daysOut: null,
    contactStatus: "unknown",
  }))
}

/** Milliseconds: the first question to a book that was just read, another column, a filter, and the next window. */
export function benchBook(): Promise<Record<string, number>> {
  const made = rows()
  const times: Record<string, number[]> = { first: [], sort: [], filter: [], window: [] }
  for (let turn = 0; turn < 9; turn++) {
    // Another array each time: what was worked out before is not found again.
    const all = [...made]
    const ask = (name: string, part: { sort?: string; text?: string; offset?: number }) => {
      const { sort = "score", text = "", offset = 0 } = part
      const start = performance.now()
      queryBook(all, { filter: { ...noFilter, text }, sort, group: "owner", offset, limit: 60 }, day)
      times[name]?.push(performance.now() - start)
    }
    ask("first", {})
    ask("sort", { sort: "-arr" })
    ask("filter", { sort: "-arr", text: "account 7" })
    ask("window", { sort: "-arr", text: "account 7", offset: 60 })
  }
  return Promise.resolve(
    Object.fromEntries(
      Object.entries(times).map(([name, all]) => [`book.query_10k.${name}_ms`, round(median(all))]),
    ),
  )
}
