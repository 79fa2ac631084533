import { useState } from "react"

import { sumArr } from "~src/domain/book/totals"
import { meetingMarkdown } from "~src/domain/week/renewals-meeting"
import { ask } from "~src/messaging/client"
import type { RenewalsMeeting } from "~src/messaging/views/week"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button, ErrorNotice, Skeleton } from "~src/ui/base"
import { formatDate, formatMoney } from "~src/ui/base/format"
import { meeting } from "~src/ui/strings/week"

import { useUndoable } from "../../shared/use-undoable"
import { useRoute } from "../../shared/use-route"
import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { MeetingTable } from "./MeetingTable"

/** The weekly meeting on red and yellow renewals: its list, written into during the meeting. */
export function MeetingPage() {
  const who = useWho()
  const { params, set } = useRoute()
  const withGreen = params.get("green") === "yes"
  const { data, fault, refetch } = useWorkerQuery("week.renewals", { who, ...(withGreen && { withGreen }) }, [
    "book",
    "settings",
    "outbox",
    "week",
  ])
  return (
    <>
      <header className="page-head">
        <h1>{meeting.title}</h1>
        <WhosePicker />
        <label className="check no-print">
          <input
            type="checkbox"
            checked={withGreen}
            onChange={({ target }) => set({ green: target.checked ? "yes" : undefined })}
          />
          {meeting.withGreen}
        </label>
        <span className="spacer" />
        {data ? <Actions data={data} who={who} /> : null}
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {!data && !fault ? <Skeleton lines={8} /> : null}
      {data ? <Shown data={data} /> : null}
    </>
  )
}

function Actions({ data, who }: { data: RenewalsMeeting; who: string }) {
  const [said, setSaid] = useState("")
  const undoable = useUndoable()
  const copy = () =>
    void navigator.clipboard.writeText(meetingMarkdown(data.rows, data)).then(
      () => setSaid(meeting.copied),
      () => setSaid(meeting.notCopied),
    )
  const close = () =>
    void undoable(
      () => ask("week.closeMeeting", { who }),
      meeting.closed,
      () => ask("week.closeMeeting", { who, undo: true }),
    )
  return (
    <span className="buttons no-print">
      <span role="status" className="soft">
        {said}
      </span>
      <Button icon="copy" onClick={copy}>
        {meeting.copy}
      </Button>
      <Button onClick={() => window.print()}>{meeting.print}</Button>
      <Button title={meeting.closeAbout} onClick={close}>
        {meeting.close}
      </Button>
    </span>
  )
}

function Shown({ data }: { data: RenewalsMeeting }) {
  const { rows, today, heldOn, left } = data
  const money = sumArr(rows)
    .map(({ currency, sum }) => formatMoney(sum, currency))
    .join(" + ")
  return (
    <>
      <p className="soft" role="status">
        {meeting.about(rows.length, money)} ·{" "}
        {heldOn ? meeting.heldOn(formatDate(heldOn, today)) : meeting.neverHeld}
      </p>
      {left.length > 0 ? <p>{meeting.left(left.join(", "))}</p> : null}
      {rows.length === 0 ? <p className="empty">{meeting.none}</p> : <MeetingTable data={data} />}
    </>
  )
}
