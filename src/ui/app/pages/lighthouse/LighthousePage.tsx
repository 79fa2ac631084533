import { useMemo } from "react"

import { boardColumns, boardMarkdown, columnTitle, lighthouseBoard } from "~src/domain/week/lighthouse"
import type { WeekCustomers } from "~src/messaging/views/team"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { lighthouse as words } from "~src/ui/strings/lighthouse"
import { sheet } from "~src/ui/strings/sheet"

import { CopyPrint } from "../../shared/CopyPrint"
import { SheetPage } from "../../shared/SheetPage"
import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { Card } from "./Card"

/** Corrective action: who could enter, who is in, what moves each on. */
export function LighthousePage() {
  const who = useWho()
  const query = useWorkerQuery("week.customers", { who, pick: "lighthouse" }, [
    "book",
    "settings",
    "outbox",
    "week",
    "account:",
  ])
  return (
    <SheetPage title={words.title} query={query} tools={<WhosePicker />}>
      {(data) => <Board data={data} />}
    </SheetPage>
  )
}

function Board({ data }: { data: WeekCustomers }) {
  const { rows, facts, texts, policy, clock, title, cut } = data
  const { today } = clock
  const cards = useMemo(
    () => lighthouseBoard(rows, facts, texts, { policy, today }),
    [rows, facts, texts, policy, today],
  )
  const inside = cards.filter(({ column }) => column !== "entrant")
  const due = inside.filter(({ plan }) => (plan.lateBy ?? -1) >= 0)
  if (cards.length === 0) return <p className="empty">{words.none}</p>
  return (
    <>
      <div className="sheet-line">
        <p className="soft" role="status">
          {words.about(inside.length, due.length)}
        </p>
        <CopyPrint markdown={() => boardMarkdown(cards, title, today)} />
      </div>
      <div className="board">
        {boardColumns.map((column) => {
          const own = cards.filter((card) => card.column === column)
          return (
            <section key={column} aria-label={columnTitle(column)} className="board-column">
              <h2>
                {columnTitle(column)} <span className="soft">{own.length}</span>
              </h2>
              {own.length === 0 ? <p className="faint">{words.empty}</p> : null}
              <ul>
                {own.map((card) => (
                  <li key={card.id}>
                    <Card card={card} texts={texts} today={today} />
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
      <p className="soft no-print">{words.kept}</p>
      {cut > 0 ? <p className="soft">{sheet.cut(cut)}</p> : null}
    </>
  )
}
