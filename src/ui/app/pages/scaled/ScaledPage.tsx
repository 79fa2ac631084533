import { useMemo } from "react"

import { waitingDesk } from "~src/domain/week/desk"
import { mailRow } from "~src/domain/week/digital-mails"
import type { WeekCustomers } from "~src/messaging/views/team"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { SafeLink } from "~src/ui/base"
import { scaled as words } from "~src/ui/strings/scaled"
import { sheet } from "~src/ui/strings/sheet"

import { SheetPage } from "../../shared/SheetPage"
import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { Inbox } from "./Inbox"
import { Library } from "./Library"
import { Mails } from "./Mails"
import { TextToCopy } from "./TextToCopy"

/** For those who serve a pool of customers: who waits, which mails are due, and texts to copy. */
export function ScaledPage() {
  const who = useWho()
  const query = useWorkerQuery("week.customers", { who, pick: "scaled" }, [
    "book",
    "settings",
    "outbox",
    "week",
    "account:",
  ])
  return (
    <SheetPage title={words.title} query={query} tools={<WhosePicker />}>
      {(data) => (data.rows.length === 0 ? <p className="empty">{words.none}</p> : <Desk data={data} />)}
    </SheetPage>
  )
}

function Desk({ data }: { data: WeekCustomers }) {
  const { rows, facts, policy, clock, cut } = data
  const waiting = useMemo(() => waitingDesk(rows, facts, { policy, clock }), [rows, facts, policy, clock])
  const mails = useMemo(() => {
    const byId = new Map(facts.map((one) => [one.id, one]))
    return rows.map((row) => mailRow(row, byId.get(row.id), { policy, today: clock.today }))
  }, [rows, facts, policy, clock.today])
  const due = mails.flatMap((row) => row.mails).filter(({ state }) => state === "due").length
  const inbox = policy.links.sharedInbox
  return (
    <>
      <div className="sheet-line">
        <p className="soft" role="status">
          {words.about(rows.length + cut, waiting.length, due)}
        </p>
        {inbox ? <SafeLink href={inbox}>{words.inboxOpen}</SafeLink> : null}
      </div>
      <div className="scaled-columns">
        <Inbox waiting={waiting} hours={policy.contact.answerWithinHours} today={clock.today} />
        <Mails rows={mails} points={policy.digital.touchpoints} today={clock.today} />
        <TextToCopy facts={facts} policy={policy} today={clock.today} />
        <Library policy={policy} today={clock.today} />
      </div>
      {cut > 0 ? <p className="soft">{sheet.cut(cut)}</p> : null}
    </>
  )
}
