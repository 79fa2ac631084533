import { useId } from "react"

import { renewalWindow } from "~src/domain/book/filter"
import { sumArr } from "~src/domain/book/totals"
import type { Book, BookRow } from "~src/messaging/views/lists"

import { Badge, Name, StatusMark } from "~src/ui/base"
import { formatDate, formatMoney } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"
import type { Openers } from "../../shared/openers"

const words = book.renewals
const phases = ["ended", "formal", "early", "later"] as const
/** Later ones are listed this far ahead. */
const aheadDays = 365

/** Renewals by the window they are in, the nearest first. */
export function Renewals({ data, open }: { data: Book } & Openers) {
  const { rows, today } = data
  const near = rows
    .filter(({ daysOut }) => daysOut !== null && daysOut <= aheadDays)
    .sort((a, b) => (a.daysOut ?? 0) - (b.daysOut ?? 0))
  if (near.length === 0) return <p className="empty">{words.none}</p>
  const titles = book.windows
  return phases.map((phase) => {
    const own = near.filter((row) => renewalWindow(row, today) === phase)
    return own.length === 0 ? null : (
      <Phase key={phase} phase={phase} title={titles[phase]} rows={own} today={today} open={open} />
    )
  })
}

interface PhaseProps extends Openers {
  phase: (typeof phases)[number]
  title: string
  rows: BookRow[]
  today: string
}

function Phase({ phase, title, rows, today, open }: PhaseProps) {
  const id = useId()
  return (
    <section className="phase" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        <span className="soft">
          {words.count(rows.length)}
          {sumArr(rows).map(({ currency, sum }) => ` · ${formatMoney(sum, currency)}`)}
        </span>
      </h2>
      <p className="soft">{words[`${phase}About`]}</p>
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.id} className="renewal">
            <div className="renewal-when">
              <strong>{formatDate(row.renewalOn ?? today, today)}</strong>
              <span className={phase === "ended" ? "late" : "soft"}>{book.out(row.daysOut ?? 0)}</span>
            </div>
            <div className="renewal-main">
              <button type="button" className="customer" onClick={() => open(row.id)}>
                <Name>{row.name}</Name>
              </button>
              <span className="meta">
                {row.tier ? <Badge>{row.tier}</Badge> : null}
                <StatusMark band={row.band} />
                {row.arr === undefined ? null : <span>{formatMoney(row.arr, row.currency)}</span>}
                {row.lighthouse ? <Badge tone="accent">{book.table.lighthouse}</Badge> : null}
              </span>
            </div>
            {phase !== "later" && row.topActions?.[0] ? (
              <p className="renewal-next">
                <span className="faint">{words.next}: </span>
                {row.topActions[0].title}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
