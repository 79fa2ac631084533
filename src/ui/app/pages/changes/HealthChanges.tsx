import type { Band } from "~src/domain/assessment"
import type { WeekHistory } from "~src/messaging/views/team"

import { StatusMark } from "~src/ui/base"
import { formatDate, formatScore } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"
import { CustomerButton } from "../../shared/CustomerButton"

const words = book.changes

interface Props {
  /** Those that are wanted, newest first. */
  changes: WeekHistory["changes"]
  data: WeekHistory
}

/** Scores and bands that moved, with the traits that moved them; and since when any were noted. */
export function HealthChanges({ changes, data: { today, knownSince } }: Props) {
  return (
    <>
      <p className="soft" role="status">
        {words.count(changes.length)}{" "}
        {knownSince === null ? words.never : words.since(formatDate(knownSince, today))}
      </p>
      {changes.length === 0 ? <p className="empty">{words.none}</p> : null}
      <ul className="cards">
        {changes.map((change, nth) => (
          <li key={`${change.accountId} ${change.at} ${nth}`} className="change">
            <time dateTime={change.at} className="soft">
              {formatDate(change.at.slice(0, 10), today)}
            </time>
            <span>
              <CustomerButton id={change.accountId} name={change.name} />
              <span className="row-meta">{change.ownerName}</span>
            </span>
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
