import { useVirtualizer } from "@tanstack/react-virtual"
import { type RefObject, useEffect } from "react"

import { columnsNamed } from "~src/domain/book/columns"
import type { BookRow } from "~src/messaging/views/lists"
import { classNames, Icon } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

import type { Openers } from "../../shared/openers"
import type { BookState } from "./address"
import { cells } from "./cells"
import { CustomerCell } from "./CustomerCell"
import { useRowKeys } from "./use-row-keys"

const rowHeight = 38
/** Shorter books are drawn whole, for printing and for the browser's own search. */
const drawAllUpTo = 100

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (row: BookRow) => void
  toggleAll: () => void
}

interface Props extends Openers {
  state: BookState
  scroller: RefObject<HTMLDivElement | null>
  rows: ReadonlyMap<number, BookRow>
  count: number
  today: string
  selection: Selection
  onSort: (sort: string) => void
  onSeen: (from: number, to: number) => void
}

/** The book as a table: only the rows in sight are drawn, and only those near it are asked for. */
export function BookTable(props: Props) {
  const { state, scroller, rows, count, today, selection, onSort, onSeen, open } = props
  const columns = columnsNamed(state.columns)
  const isLong = count > drawAllUpTo
  // Warns users of the React Compiler, which Plasmo's build does not run.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  })
  const items = virtualizer.getVirtualItems()
  const from = isLong ? (items[0]?.index ?? 0) : 0
  const to = isLong ? (items.at(-1)?.index ?? 0) : count - 1
  useEffect(() => onSeen(from, to), [from, to, onSeen])
  const onKeyDown = useRowKeys(scroller, count, (index) => virtualizer.scrollToIndex(index))
  const drawn = Array.from(
    { length: Math.max(0, Math.min(to, count - 1) - from + 1) },
    (_, nth) => from + nth,
  )
  const above = isLong ? (items[0]?.start ?? 0) : 0
  const below = isLong ? virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0) : 0
  const allChosen = count > 0 && selection.ids.size >= count
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
      <table aria-label={book.title} aria-rowcount={count + 1} className="book-table">
        <colgroup>
          <col style={{ width: 36 }} />
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: state.widths[id] ?? width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <td className="choose">
              <input
                type="checkbox"
                aria-label={book.bulk.all}
                checked={allChosen}
                disabled={count === 0}
                onChange={selection.toggleAll}
              />
            </td>
            {columns.map(({ id, head, label, numeric, largestFirst }) => {
              const isSorted = state.sort.replace(/^-/, "") === id
              const isDown = state.sort.startsWith("-")
              const first = largestFirst ? `-${id}` : id
              const next = !isSorted ? first : isDown ? id : `-${id}`
              return (
                <th
                  key={id}
                  scope="col"
                  className={classNames(`col-${id}`, numeric && "number")}
                  aria-sort={isSorted ? (isDown ? "descending" : "ascending") : undefined}
                >
                  <button type="button" className="sort" title={label} onClick={() => onSort(next)}>
                    {head}
                    <Icon
                      name={isSorted && !isDown ? "up" : "down"}
                      className={classNames("sort-mark", !isSorted && "is-off")}
                    />
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} />
          {drawn.map((index) => {
            const row = rows.get(index)
            return (
              <tr
                key={row?.id ?? index}
                data-index={index}
                aria-rowindex={index + 2}
                aria-busy={row ? undefined : true}
              >
                <td className="choose">
                  {row ? (
                    <input
                      type="checkbox"
                      aria-label={book.bulk.one(row.name)}
                      checked={selection.ids.has(row.id)}
                      onChange={() => selection.toggle(row)}
                    />
                  ) : null}
                </td>
                {columns.map(({ id, numeric }) => (
                  <td key={id} className={classNames(`col-${id}`, numeric && "number")}>
                    {row === undefined ? (
                      <span className="cell-wait" />
                    ) : id === "name" ? (
                      <CustomerCell row={row} open={open} />
                    ) : (
                      cells[id](row, today)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          <Gap height={below} />
        </tbody>
      </table>
      {count === 0 ? <p className="empty">{book.table.noneMatch}</p> : null}
    </div>
  )
}

/** Stands for rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true">
      <td style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}
