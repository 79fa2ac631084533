import type { SortingState } from "@tanstack/react-table"
import { useDeferredValue, useMemo, useState } from "react"

import type { Book } from "~src/messaging/views/lists"

import { Button } from "../base"
import { formatMoney } from "../base/format"
import { book } from "../strings/book"
import { filterBook, noFilter } from "./book-filter"
import { BookTable } from "./BookTable"
import type { Openers } from "./columns"
import { bookCsv } from "./csv"
import { Filters } from "./Filters"
import { saveCsv } from "./save-csv"
import { SortPicker } from "./SortPicker"
import { sumArr } from "./sum-arr"

/** The whole book, filtered and sorted. */
export function Customers({ data, open }: { data: Book } & Openers) {
  const { rows, today } = data
  const [filter, setFilter] = useState(noFilter)
  const [sorting, setSorting] = useState<SortingState>([{ id: "contact", desc: true }])
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
        <Button icon="down" onClick={() => saveCsv(`book-${today}.csv`, bookCsv(shown))}>
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
