import { useMemo } from "react"

import { lighthouseBoard } from "~src/domain/week/lighthouse"
import { marked, ownPoints } from "~src/domain/week/agenda-marks"
import { mondayAgenda, mondayOf, sinceMonday } from "~src/domain/week/monday"
import { sheetMarkdown } from "~src/domain/week/sheet"
import type { WeekCustomers, WeekHistory } from "~src/messaging/views/team"
import type { Settings } from "~src/messaging/views/settings"
import { useSettings } from "~src/store/use-settings"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { formatDate } from "~src/ui/base/format"
import { monday as words } from "~src/ui/strings/monday"
import { sheet } from "~src/ui/strings/sheet"

import { CopyPrint } from "../../shared/CopyPrint"
import { SheetPage } from "../../shared/SheetPage"
import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { AgendaSection } from "./AgendaSection"
import { Points } from "./Points"

const topics = ["book", "settings", "outbox", "week", "account:"]
/** Reaches back to the Monday before this week's, from any day of it. */
const days = 14

/** The agenda of the team's Monday: each line can be ticked, put in other words, and copied. */
export function MondayPage() {
  const who = useWho()
  const query = useWorkerQuery("week.customers", { who, pick: "all" }, topics)
  const history = useWorkerQuery("week.history", { who, days }, topics)
  const { settings } = useSettings()
  return (
    <SheetPage title={words.title} query={query} tools={<WhosePicker />}>
      {(data) =>
        history.data && settings ? (
          <Agenda data={data} history={history.data} covering={settings.covering} />
        ) : null
      }
    </SheetPage>
  )
}

interface Props {
  data: WeekCustomers
  history: WeekHistory
  covering: Settings["covering"]
}

function Agenda({ data, history, covering }: Props) {
  const { texts, clock, title, cut } = data
  const { today } = clock
  const since = sinceMonday(today)
  const sections = useMemo(() => sectionsOf({ data, history, covering }), [data, history, covering])
  const points = ownPoints(texts, words.own)
  const all = [...sections, { key: "raise", title: words.raise, lines: points, none: words.raiseNone }]
  const { knownSince } = history
  return (
    <>
      <div className="sheet-line">
        <p className="soft">
          {words.about(formatDate(since, today))}.{" "}
          {knownSince === null
            ? words.never
            : knownSince > since
              ? words.knownSince(formatDate(knownSince, today))
              : ""}
        </p>
        <CopyPrint
          markdown={() => sheetMarkdown(`${words.title}, ${formatDate(today, today)} (${title})`, all, true)}
        />
      </div>
      <div className="sheet-sections">
        {sections.map((section) => (
          <AgendaSection key={section.key} section={section} week={mondayOf(today)} texts={texts} />
        ))}
        <Points points={points} texts={texts} />
      </div>
      {cut > 0 ? <p className="soft">{sheet.cut(cut)}</p> : null}
    </>
  )
}

function sectionsOf({ data, history, covering }: Props) {
  const { rows, facts, texts, policy, clock } = data
  const { today } = clock
  const lighthouse = lighthouseBoard(rows, facts, texts, { policy, today })
  const { changes, moves } = history
  const sections = mondayAgenda({ rows, facts, changes, moves, lighthouse, covering, clock })
  return marked(sections, texts, mondayOf(today))
}
