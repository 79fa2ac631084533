import { useMemo } from "react"

import { oneOnOne } from "~src/domain/week/one-on-one"
import { sheetMarkdown } from "~src/domain/week/sheet"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base"
import { formatDate } from "~src/ui/base/format"
import { team as words } from "~src/ui/strings/team"

import { CopyPrint } from "../../shared/CopyPrint"
import { SheetPage } from "../../shared/SheetPage"
import { SourcedLines } from "../../shared/SourcedLines"

const topics = ["book", "settings", "outbox", "week", "account:"]
const days = 90

/** One TA's book on a page, to talk over. */
export function OneOnOne({ owner, onBack }: { owner: string; onBack: () => void }) {
  const query = useWorkerQuery("week.customers", { who: owner, pick: "all" }, topics)
  const history = useWorkerQuery("week.history", { who: owner, days }, topics)
  const { data } = query
  const sections = useMemo(() => {
    if (!data || !history.data) return null
    const { rows, clock, policy } = data
    const weeks = history.data.trends.find((trend) => trend.owner === owner)?.weeks ?? []
    const fiscalYearStart = policy.fiscalYearFirstMonth
    return oneOnOne({ rows, weeks, moves: history.data.moves, today: clock.today, fiscalYearStart })
  }, [data, history.data, owner])
  const title = words.sheet(data?.title ?? "")
  return (
    <SheetPage
      title={title}
      query={query}
      tools={
        <Button className="no-print" kind="quiet" onClick={onBack}>
          {words.back}
        </Button>
      }
    >
      {({ clock }) =>
        sections ? (
          <>
            <div className="sheet-line">
              <span />
              <CopyPrint
                markdown={() => sheetMarkdown(`${title}, ${formatDate(clock.today, clock.today)}`, sections)}
              />
            </div>
            <div className="sheet-sections">
              {sections.map(({ key, title: head, lines, none }) => (
                <section key={key} className="sheet-section" aria-label={head}>
                  <h2>{head}</h2>
                  {lines.length === 0 ? <p className="soft">{none}</p> : null}
                  <SourcedLines lines={lines} />
                </section>
              ))}
            </div>
          </>
        ) : null
      }
    </SheetPage>
  )
}
