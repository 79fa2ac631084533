import { useMemo } from "react"

import { countWords, returnCounts, returnReport } from "~src/domain/week/return-report"
import { sheetMarkdown } from "~src/domain/week/sheet"
import type { WeekCustomers, WeekHistory } from "~src/messaging/views/team"
import { Button } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { cover as words } from "~src/ui/strings/cover"

import { CopyPrint } from "../../shared/CopyPrint"
import { SourcedLines } from "../../shared/SourcedLines"

interface Props {
  data: WeekCustomers
  history: WeekHistory
  period: { from: string; to: string }
  onEnd: () => void
}

/** From the last day away until the cover is ended: what happened, and what is left. */
export function ReturnReport({ data, history, period, onEnd }: Props) {
  const { rows, facts, clock } = data
  const { today } = clock
  const { from, to } = period
  const input = useMemo(
    () => ({ from, to, rows, facts, changes: history.changes, clock }),
    [from, to, rows, facts, history.changes, clock],
  )
  const sections = useMemo(() => returnReport(input), [input])
  const about = words.backAbout(formatDate(from, today), formatDate(to, today))
  return (
    <section className="plan" aria-label={words.back}>
      <header className="plan-head">
        <h2>{words.back}</h2>
        <CopyPrint markdown={() => sheetMarkdown(`${words.back}. ${about}`, sections)} />
        <Button className="no-print" onClick={onEnd}>
          {words.end}
        </Button>
      </header>
      <p className="soft">
        {about}: {countWords(returnCounts(input))}
      </p>
      {sections.length === 0 ? <p>{words.backNone}</p> : null}
      <div className="sheet-sections">
        {sections.map(({ key, title, lines }) => (
          <section key={key} className="sheet-section" aria-label={title}>
            <h3>{title}</h3>
            <SourcedLines lines={lines} />
          </section>
        ))}
      </div>
    </section>
  )
}
