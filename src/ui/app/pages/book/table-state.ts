/** How the table is filtered and sorted, as the address holds it. Pure. */
import type { SortingState } from "@tanstack/react-table"

import { type BookFilter, noFilter } from "../../shared/book-filter"

export interface TableState {
  filter: BookFilter
  sorting: SortingState
}

const usualSort = "-contact"

/** Values that name nothing match no customer, and "Clear filters" is offered. */
export function tableOf(params: URLSearchParams): TableState {
  const filter = { ...noFilter }
  for (const key of Object.keys(noFilter) as (keyof BookFilter)[])
    (filter as Record<string, string>)[key] = params.get(key) ?? ""
  const sort = params.get("sort") ?? usualSort
  return { filter, sorting: [{ id: sort.replace(/^-/, ""), desc: sort.startsWith("-") }] }
}

/** What the address says of it; the usual state says nothing. */
export function addressOf({ filter, sorting: [sort] }: TableState): Record<string, string | undefined> {
  const order = sort && `${sort.desc ? "-" : ""}${sort.id}`
  return { ...filter, sort: order === usualSort ? undefined : order }
}
