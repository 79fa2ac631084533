import {
  flexRender,
  getCoreRowModel,
  getSortedRowModel,
  type Header,
  type OnChangeFn,
  type Row,
  type SortingState,
  useReactTable,
} from "@tanstack/react-table"
import { useVirtualizer } from "@tanstack/react-virtual"
import { useMemo, useRef } from "react"

import type { BookRow } from "~src/messaging/views/lists"

import { classNames, Icon } from "~src/ui/base"
import { book } from "~src/ui/strings/book"
import { columnsOf, numeric } from "./columns"
import type { Openers } from "../../shared/openers"
import { useRowKeys } from "./use-row-keys"

/** Longer books are drawn only where one looks. */
const drawAllUpTo = 200
/** Until a row has been drawn and measured: narrow windows give a row a second line. */
const likelyHeight = 41

interface Props extends Openers {
  rows: BookRow[]
  today: string
  withOwner: boolean
  sorting: SortingState
  onSort: OnChangeFn<SortingState>
}

/** The book as a table: sorted by any column, one row a customer, from one to the next by arrow keys. */
export function BookTable({ rows, today, withOwner, sorting, onSort, open }: Props) {
  const columns = useMemo(() => columnsOf(today, { open }, withOwner), [today, open, withOwner])
  // Warns users of the React Compiler, which Plasmo's build doesn't run.
  // eslint-disable-next-line react-hooks/incompatible-library
  const table = useReactTable({
    data: rows,
    columns,
    state: { sorting },
    onSortingChange: onSort,
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
    estimateSize: () => likelyHeight,
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const onKeyDown = useRowKeys(scroller, sorted.length, (index) => virtualizer.scrollToIndex(index))
  const drawn = isLong
    ? items.flatMap(({ index }) => at(sorted, index))
    : sorted.map((row, index) => ({ row, index }))
  const above = isLong ? (items[0]?.start ?? 0) : 0
  const below = isLong ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  return (
    // A region that scrolls must be reachable by keyboard; the keys move between the names inside it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={scroller}
      className="table-box"
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={book.title}
      onKeyDown={onKeyDown}
    >
      <table
        aria-label={book.title}
        aria-rowcount={sorted.length + 1}
        className={classNames("book-table", withOwner && "with-owner")}
      >
        <thead>
          <tr aria-rowindex={1}>
            {table.getFlatHeaders().map((header) => (
              <HeadCell key={header.id} header={header} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {drawn.map(({ row, index }) => (
            <tr
              key={row.id}
              ref={isLong ? virtualizer.measureElement : undefined}
              data-index={index}
              aria-rowindex={index + 2}
            >
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} className={classOf(cell.column.id)}>
                  {flexRender(cell.column.columnDef.cell, cell.getContext())}
                </td>
              ))}
            </tr>
          ))}
          <Gap height={below} />
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

const classOf = (id: string) => classNames(`col-${id}`, numeric.has(id) && "number")

function HeadCell({ header }: { header: Header<BookRow, unknown> }) {
  const { column } = header
  const order = column.getIsSorted()
  const label = flexRender(column.columnDef.header, header.getContext())
  return (
    <th
      scope="col"
      className={classOf(column.id)}
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

/** Stands for rows that are not drawn. Over one column: a span would count those that a narrow window leaves out. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
