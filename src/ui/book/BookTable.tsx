import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type Header,
  type Row,
  type SortingState,
  useReactTable,
} from "@tanstack/react-table"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useMemo, useRef, useState } from "react"

import type { BookRow } from "~src/messaging/views/lists"

import { classNames, Icon } from "../base"
import { book } from "../strings/book"
import { columnsOf, numeric, type Openers } from "./columns"

/** Longer books are drawn only where one looks. */
const drawAllUpTo = 200
const rowHeight = 41

interface Props extends Openers {
  rows: BookRow[]
  today: string
  withOwner: boolean
}

/** The book as a table: sorted by any column, one row a customer. */
export function BookTable({ rows, today, withOwner, open }: Props) {
  const [sorting, setSorting] = useState<SortingState>([{ id: "contact", desc: true }])
  const columns = useMemo(() => columnsOf(today, { open }, withOwner), [today, open, withOwner])
  const table = useReactTable({
    data: rows,
    columns,
    state: { sorting },
    onSortingChange: setSorting,
    defaultColumn: { sortUndefined: "last" },
    enableSortingRemoval: false,
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getRowId: ({ id }) => id,
  })
  const sorted = table.getRowModel().rows
  const scroller = useRef<HTMLDivElement>(null)
  const isLong = sorted.length > drawAllUpTo
  const virtualizer = useVirtualizer({
    count: sorted.length,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const drawn = isLong
    ? items.flatMap(({ index }) => at(sorted, index))
    : sorted.map((row, index) => ({ row, index }))
  const above = isLong ? (items[0]?.start ?? 0) : 0
  const below = isLong ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={scroller} className="table-box" tabIndex={0} role="group" aria-label={book.title}>
      <table aria-label={book.title} aria-rowcount={sorted.length + 1} className="book-table">
        <thead>
          <tr aria-rowindex={1}>
            {table.getFlatHeaders().map((header) => (
              <HeadCell key={header.id} header={header} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} span={columns.length} />
          {drawn.map(({ row, index }) => (
            <tr key={row.id} aria-rowindex={index + 2}>
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} className={numeric.has(cell.column.id) ? "number" : undefined}>
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={below} span={columns.length} />
        </tbody>
      </table>
      {sorted.length === 0 ? <p className="empty">{book.table.noneMatch}</p> : null}
    </div>
  )
}

function at(rows: Row<BookRow>[], index: number): { row: Row<BookRow>; index: number }[] {
  const row = rows[index]
  return row ? [{ row, index }] : []
}

function HeadCell({ header }: { header: Header<BookRow, unknown> }) {
  const { column } = header
  const order = column.getIsSorted()
  const label = flexRender(column.columnDef.header, header.getContext())
  return (
    <th
      scope="col"
      className={numeric.has(column.id) ? "number" : undefined}
      aria-sort={order === false ? undefined : order === "asc" ? "ascending" : "descending"}
    >
      <button type="button" className="sort" onClick={column.getToggleSortingHandler()}>
        {label}
        <Icon
          name={order === "asc" ? "up" : "down"}
          className={classNames("sort-mark", !order && "is-off")}
        />
      </button>
    </th>
  )
}

/** Stands for rows that are not drawn. */
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
