import { useState } from "react"

import { assessmentWords, type MeetingRow, planWords } from "~src/domain/week/renewals-meeting"
import { ask } from "~src/messaging/client"
import type { RenewalsMeeting } from "~src/messaging/views/week"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { Button, Name, StatusMark } from "~src/ui/base"
import { formatDate, formatMoney, formatScore } from "~src/ui/base/format"
import { meeting } from "~src/ui/strings/week"

import { useUndoable } from "../../shared/use-undoable"

const { heads } = meeting

/** One line a customer, soonest renewal first; rating, ask and task are written in place. */
export function MeetingTable({ data }: { data: RenewalsMeeting }) {
  return (
    <table className="sheet" aria-label={meeting.title}>
      <thead>
        <tr>
          <th scope="col">{heads.customer}</th>
          <th scope="col">{heads.renews}</th>
          <th scope="col">{heads.score}</th>
          <th scope="col">{heads.ae}</th>
          <th scope="col">{heads.plan}</th>
          <th scope="col">{heads.contact}</th>
          {data.canRate ? (
            <th scope="col" className="no-print">
              {heads.rating}
            </th>
          ) : null}
          <th scope="col">{heads.ask}</th>
        </tr>
      </thead>
      <tbody>
        {data.rows.map((row) => (
          <Row key={row.id} row={row} today={data.today} canRate={data.canRate} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ row, today, canRate }: { row: MeetingRow; today: string; canRate: boolean }) {
  const { mutate: openPage } = useWrite("open.page")
  const { id, name, tier, arr, currency, renewalOn, daysOut, score, band, causes, change, before } = row
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="customer"
          onClick={() => openPage({ page: "vitally", accountId: id })}
        >
          <Name>{name}</Name>
        </button>
        <span className="row-meta">
          {[tier, arr === undefined ? "" : formatMoney(arr, currency)].filter(Boolean).join(" · ")}
        </span>
      </th>
      <td>
        <strong>{meeting.days(daysOut)}</strong>
        <span className="row-meta">{formatDate(renewalOn, today)}</span>
      </td>
      <td>
        <span className="health-cell">
          <StatusMark band={band} />
          <strong>{score === null ? meeting.noScore : formatScore(score)}</strong>
          {change ? (
            <span className="soft">
              {meeting.change[change]}
              {before?.score != null && change !== "same"
                ? `, ${meeting.was(formatScore(before.score))}`
                : ""}
            </span>
          ) : null}
        </span>
        <span className="row-meta">{causes.join(", ") || meeting.noCause}</span>
      </td>
      <td>
        {row.accountExecutive ?? <span className="faint">–</span>}
        <span className="row-meta">{meeting.assessment(assessmentWords(row, today))}</span>
      </td>
      <td>
        {planWords(row, today)}
        <Status row={row} />
      </td>
      <td>{meeting.ago(row.daysSinceContact)}</td>
      {canRate ? (
        <td className="no-print">
          <Rating row={row} />
        </td>
      ) : null}
      <td className="ask-cell">
        <Ask key={row.ask} row={row} />
      </td>
    </tr>
  )
}

function Rating({ row: { id, name, rating } }: { row: MeetingRow }) {
  const write = useQueuedWrite()
  return (
    <select
      className="input select"
      aria-label={meeting.rate(name)}
      value={rating ?? ""}
      onChange={({ target: { value } }) => {
        const word = meeting.ratings[value as keyof typeof meeting.ratings]
        void write("trait.set", { accountId: id, trait: "sentiment", value }, meeting.rated(name, word))
      }}
    >
      <option value="" disabled>
        {meeting.notRated}
      </option>
      {Object.entries(meeting.ratings).map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  )
}

/** The week's status of the Get Well plan, posted as a note of that name. */
function Status({ row: { id, name } }: { row: MeetingRow }) {
  const [text, setText] = useState<string | null>(null)
  const write = useQueuedWrite()
  if (text === null) {
    return (
      <Button kind="quiet" className="no-print" aria-label={meeting.status(name)} onClick={() => setText("")}>
        {meeting.statusShort}
      </Button>
    )
  }
  const post = () => {
    setText(null)
    if (text.trim() === "") return
    void write(
      "note.add",
      { accountId: id, subject: meeting.statusTitle, text: text.trim(), about: "get-well" },
      meeting.statusPosted(name),
    )
  }
  return (
    <span className="no-print">
      <textarea
        className="input"
        rows={3}
        maxLength={4000}
        aria-label={meeting.statusText(name)}
        // Opened by the button just pressed.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setText(null)
        }}
      />
      <Button aria-label={meeting.statusPost(name)} onClick={post}>
        {meeting.postShort}
      </Button>
    </span>
  )
}

/** Saved when the field is left; the former text comes back with Undo. */
function Ask({ row: { id, name, ask: saved } }: { row: MeetingRow }) {
  const [text, setText] = useState(saved)
  const undoable = useUndoable()
  const write = useQueuedWrite()
  const clean = text.trim()
  const save = () => {
    if (clean === saved) return
    void undoable(
      () => ask("week.saveAsk", { accountId: id, text: clean }),
      meeting.saved(name),
      () => ask("week.saveAsk", { accountId: id, text: saved }),
    )
  }
  return (
    <>
      <textarea
        className="input"
        rows={2}
        maxLength={2000}
        aria-label={meeting.askLabel(name)}
        title={meeting.askHint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
      />
      {clean ? (
        <Button
          kind="quiet"
          className="no-print"
          aria-label={meeting.post(name)}
          onClick={() =>
            void write(
              "note.add",
              { accountId: id, subject: meeting.noteTitle, text: clean, about: "ask" },
              meeting.posted(name),
            )
          }
        >
          {meeting.postShort}
        </Button>
      ) : null}
      {clean ? (
        <Button
          kind="quiet"
          className="no-print"
          aria-label={meeting.task(name)}
          onClick={() =>
            void write("task.add", { accountId: id, name: clean.slice(0, 250) }, meeting.taskDone(name))
          }
        >
          {meeting.taskShort}
        </Button>
      ) : null}
    </>
  )
}
