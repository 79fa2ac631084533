/** What the book page asks and is given: one window of rows, and totals over all that match. */
import type { BookGroup, GroupKey } from "~src/domain/book/query"
import type { BookFilter } from "~src/domain/book/filter"
import type { BookTotals } from "~src/domain/book/totals"
import type { CalendarDate } from "~src/domain/facts"

import type { BookRow } from "./lists"

export interface BookCsvRequest {
  /** `mine`: the user's customers and those they cover; `all`: everybody's; else a Vitally admin id. */
  who: string
  filter: BookFilter
  /** Column id; `-` in front sorts the largest first. */
  sort: string
}

export interface BookPageRequest extends BookCsvRequest {
  group?: GroupKey
  /** The first row of the window, and how many. */
  offset: number
  limit: number
}

export interface BookPage {
  today: CalendarDate
  rows: BookRow[]
  /** How many match the filter. */
  count: number
  /** How many there are without a filter. */
  all: number
  totals: BookTotals
  groups: BookGroup[]
  /** What can be filtered by in this book, highest tier first. */
  tiers: string[]
  stages: string[]
  quarters: string[]
  owners: { adminId: string; name: string; count: number }[]
  /** The workspace's own dashboards of the same, where the policy names them. */
  dashboards: { label: string; url: string }[]
}
