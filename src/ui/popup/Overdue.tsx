import { useId, useRef, useState } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { OverdueContact } from "~src/messaging/views/lists"

import { useWrite } from "~src/store/use-write"

import { Badge, Button, Icon, StatusMark } from "../base"
import { formatDate } from "../base/format"
import { useKeptFocus } from "../base/use-kept-focus"
import { channelWords } from "../strings/base"
import { popup } from "../strings/popup"
import { CustomerName } from "./CustomerName"
import { TouchMenu } from "./TouchMenu"

const words = popup.overdue
/** A long list is drawn in parts: the first screen must not wait for the hundredth row. */
const shownAtFirst = 25

/** Customers past their window, as many as the badge says. */
export function Overdue({
  overdue,
  today,
  reading,
  customers,
}: {
  overdue: OverdueContact[]
  today: CalendarDate
  /** The first sync still goes on. */
  reading: boolean
  customers: number
}) {
  const title = useId()
  const part = useRef<HTMLElement>(null)
  useKeptFocus(part, ".touch")
  const [shown, setShown] = useState(shownAtFirst)
  return (
    <section ref={part} id="overdue" aria-labelledby={title} className="part">
      <header className="part-head">
        <h2 id={title}>{words.title}</h2>
        {overdue.length > 0 ? <Badge tone="poor">{overdue.length}</Badge> : null}
      </header>
      {overdue.length === 0 ? (
        <NobodyOverdue reading={reading} customers={customers} />
      ) : (
        <ul className="overdue">
          {overdue.slice(0, shown).map((contact) => (
            <Row key={contact.accountId} contact={contact} today={today} />
          ))}
        </ul>
      )}
      {overdue.length > shown ? (
        <Button kind="quiet" onClick={() => setShown(overdue.length)}>
          {words.more(overdue.length - shown)}
        </Button>
      ) : null}
    </section>
  )
}

/** Good news only where there is a book to speak of. */
function NobodyOverdue({ reading, customers }: { reading: boolean; customers: number }) {
  const { mutate: open } = useWrite("open.page")
  if (reading) return <p className="empty">{words.reading}</p>
  if (customers > 0)
    return (
      <p className="empty">
        <Icon name="check" /> {words.empty}
      </p>
    )
  return (
    <>
      <p className="empty">{words.noBook}</p>
      <Button onClick={() => open({ page: "options" })}>{words.options}</Button>
    </>
  )
}

function Row({ contact, today }: { contact: OverdueContact; today: CalendarDate }) {
  const { accountId, name, tier, band, daysSince, daysOverdue, lastContactOn, lastChannel, reason } = contact
  const channel = lastChannel ? channelWords[lastChannel] : ""
  return (
    <li className="contact">
      <div className="contact-days">
        <strong>{daysSince ?? "–"}</strong>
        <span>{daysSince === null ? words.never : daysSince === 1 ? "day" : "days"}</span>
      </div>
      <div className="task-main">
        <div className="contact-name">
          <CustomerName accountId={accountId} name={name} />
          <span className="late small">{words.over(daysOverdue)}</span>
        </div>
        <div className="meta">
          {tier ? <Badge>{tier}</Badge> : null}
          <StatusMark band={band} />
          {lastContactOn === undefined ? null : (
            <span>{words.last(channel, formatDate(lastContactOn, today))}</span>
          )}
        </div>
        {reason ? <p className="reason">{reason}</p> : null}
        <TouchMenu accountId={accountId} name={name} />
      </div>
    </li>
  )
}
