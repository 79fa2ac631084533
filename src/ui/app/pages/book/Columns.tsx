import { bookColumns, type ColumnId, usualColumns } from "~src/domain/book/columns"
import { Button, IconButton, Popover } from "~src/ui/base"
import { book } from "~src/ui/strings/book"

import type { BookControls } from "./use-book-state"

const words = book.columns
const step = 20

/** Which columns are shown, in which order, and how wide. */
export function Columns({ controls: { state, change } }: { controls: BookControls }) {
  const shown: ColumnId[] = state.columns.filter((id) => id !== "name")
  const hidden = bookColumns.filter(({ id }) => id !== "name" && !shown.includes(id))
  const setWidth = (id: ColumnId, width: number) => change({ widths: { ...state.widths, [id]: width } })
  const move = (id: ColumnId, by: number) => {
    const at = shown.indexOf(id)
    const next = shown.filter((one) => one !== id)
    next.splice(at + by, 0, id)
    change({ columns: next })
  }
  return (
    <Popover label={words.label} kind="secondary" text={words.open}>
      <div className="column-list">
        <h3>{words.shown}</h3>
        <ol>
          {shown.map((id, at) => {
            const column = bookColumns.find((one) => one.id === id)
            if (!column) return null
            const name = column.label ?? column.head
            const width = state.widths[id] ?? column.width
            return (
              <li key={id}>
                <label className="check">
                  <input
                    type="checkbox"
                    checked
                    onChange={() => change({ columns: shown.filter((one) => one !== id) })}
                  />
                  {name}
                </label>
                <span className="column-tools">
                  <Button
                    kind="quiet"
                    aria-label={words.narrower(name)}
                    onClick={() => setWidth(id, width - step)}
                  >
                    −
                  </Button>
                  <Button
                    kind="quiet"
                    aria-label={words.wider(name)}
                    onClick={() => setWidth(id, width + step)}
                  >
                    +
                  </Button>
                  <IconButton
                    icon="up"
                    label={words.earlier(name)}
                    disabled={at === 0}
                    onClick={() => move(id, -1)}
                  />
                  <IconButton
                    icon="down"
                    label={words.later(name)}
                    disabled={at === shown.length - 1}
                    onClick={() => move(id, 1)}
                  />
                </span>
              </li>
            )
          })}
        </ol>
        <h3>{words.hidden}</h3>
        <ul>
          {hidden.map(({ id, label, head }) => (
            <li key={id}>
              <label className="check">
                <input type="checkbox" checked={false} onChange={() => change({ columns: [...shown, id] })} />
                {label ?? head}
              </label>
            </li>
          ))}
        </ul>
        <Button kind="quiet" onClick={() => change({ columns: [...usualColumns], widths: {} })}>
          {words.reset}
        </Button>
      </div>
    </Popover>
  )
}
