import type { OnChangeFn, SortingState } from "@tanstack/react-table"
import { useDeferredValue, useMemo } from "react"

import type { Book } from "~src/messaging/views/lists"

import { Button } from "~src/ui/base"
import { formatMoney } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"
import { type BookFilter, filterBook } from "../../shared/book-filter"
import { BookTable } from "./BookTable"
import type { Openers } from "../../shared/openers"
import { bookCsv } from "./csv"
import { Filters } from "./Filters"
import { saveFile } from "~src/ui/base/save-file"
import { SortPicker } from "./SortPicker"
import { addressOf, tableOf } from "./table-state"
import { useRoute } from "../../shared/use-route"
import { sumArr } from "../../shared/sum-arr"

/** The whole book, filtered and sorted. */
export function Customers({ data, open }: { data: Book } & Openers) {
  const { rows, today } = data
  const { params, set } = useRoute()
  const table = useMemo(() => tableOf(params), [params])
  const { filter, sorting } = table
  const setFilter = (next: BookFilter) => set(addressOf({ ...table, filter: next }))
  const setSorting: OnChangeFn<SortingState> = (next) =>
    set(addressOf({ ...table, sorting: typeof next === "function" ? next(sorting) : next }))
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
