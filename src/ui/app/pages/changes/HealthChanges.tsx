import { useState } from "react"

import type { Band } from "~src/domain/assessment"
import type { Book, HealthChange } from "~src/messaging/views/lists"

import { Name, StatusMark } from "~src/ui/base"
import { formatDate, formatScore } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"
import type { Openers } from "../../shared/openers"

const words = book.changes
const height: Record<Band, number> = { poor: 0, concerning: 1, healthy: 2, unknown: -1 }

/** Scores and bands that moved in the last 90 days, newest first, with the traits that moved them. */
export function HealthChanges({ data, open }: { data: Book } & Openers) {
  const [drops, setDrops] = useState(false)
  const shown = drops ? data.changes.filter(isDrop) : data.changes
  return (
    <>
      <label className="check">
        <input type="checkbox" checked={drops} onChange={(event) => setDrops(event.target.checked)} />
        {words.drops}
      </label>
      {shown.length === 0 ? <p className="empty">{words.none}</p> : null}
      <ul className="cards">
        {shown.map((change, nth) => (
          <li key={`${change.accountId} ${change.at} ${nth}`} className="change">
            <time dateTime={change.at} className="soft">
              {formatDate(change.at.slice(0, 10), data.today)}
            </time>
            <button type="button" className="customer" onClick={() => open(change.accountId)}>
              <Name>{change.name}</Name>
            </button>
            <span className="change-bands">
              <Standing {...change.from} />
              <span aria-hidden="true">→</span>
              <span className="sr-only">{words.to}</span>
              <Standing {...change.to} />
            </span>
            {change.moved.length > 0 ? (
              <ul className="moved">
                {change.moved.map(({ label, from, to }) => (
                  <li key={label}>{words.moved(label, from, to)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Standing({ score, band }: { score: number | null; band: Band }) {
  return (
    <span className="health-cell">
      <StatusMark band={band} />
      {score === null ? null : <span className="soft">{formatScore(score)}</span>}
    </span>
  )
}

/** A lower band, or a lower score within one. Data gone missing is no drop. */
function isDrop({ from, to }: HealthChange): boolean {
  if (from.band === "unknown" || to.band === "unknown") return false
  if (from.band !== to.band) return height[to.band] < height[from.band]
  return (to.score ?? 0) < (from.score ?? 0)
}
