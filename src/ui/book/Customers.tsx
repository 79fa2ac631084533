import type { OnChangeFn, SortingState } from "@tanstack/react-table"
import { type Dispatch, type SetStateAction, useDeferredValue, useMemo } from "react"

import type { Book } from "~src/messaging/views/lists"

import { Button } from "../base"
import { formatMoney } from "../base/format"
import { book } from "../strings/book"
import { type BookFilter, filterBook, noFilter } from "./book-filter"
import { BookTable } from "./BookTable"
import type { Openers } from "./openers"
import { bookCsv } from "./csv"
import { Filters } from "./Filters"
import { saveFile } from "../base/save-file"
import { SortPicker } from "./SortPicker"
import { sumArr } from "./sum-arr"

/** How the table is filtered and sorted. The page keeps it: a look at another view must not lose it. */
export interface TableState {
  filter: BookFilter
  sorting: SortingState
}

export const firstTable: TableState = { filter: noFilter, sorting: [{ id: "contact", desc: true }] }

interface Props extends Openers {
  data: Book
  table: TableState
  onTable: Dispatch<SetStateAction<TableState>>
}

/** The whole book, filtered and sorted. */
export function Customers({ data, table: { filter, sorting }, onTable, open }: Props) {
  const { rows, today } = data
  const setFilter = (next: BookFilter) => onTable((table) => ({ ...table, filter: next }))
  const setSorting: OnChangeFn<SortingState> = (next) =>
    onTable((table) => ({ ...table, sorting: typeof next === "function" ? next(table.sorting) : next }))
  // Typing stays quick over ten thousand rows: the table follows a moment later.
  const deferred = useDeferredValue(filter)
  const shown = useMemo(() => filterBook(rows, deferred, today), [rows, deferred, today])
  const withOwner = useMemo(() => new Set(rows.map(({ owner }) => owner)).size > 1, [rows])
  const arr = sumArr(shown)
  return (
    <>
      <Filters rows={rows} filter={filter} onChange={setFilter}>
        <SortPicker sorting={sorting} withOwner={withOwner} onChange={setSorting} />
        <span className="spacer" />
        <Button icon="down" onClick={() => saveFile(`book-${today}.csv`, bookCsv(shown), "csv")}>
          {book.filters.export}
        </Button>
      </Filters>
      <p className="shown" role="status">
        {book.filters.shown(shown.length, rows.length)}
        {arr.map(({ currency, sum }) => (
          <span key={currency}> · {book.arr(formatMoney(sum, currency))}</span>
        ))}
      </p>
      <BookTable
        rows={shown}
        today={today}
        withOwner={withOwner}
        sorting={sorting}
        onSort={setSorting}
        open={open}
      />
    </>
  )
}
