import { useId, useRef, useState } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { OverdueContact } from "~src/messaging/views/lists"
import { useWrite } from "~src/store/use-write"

import { Badge, Button, Icon, StatusMark } from "../base"
import { Name } from "../base/Name"
import { daysBetween, formatMoney } from "../base/format"
import { useKeptFocus } from "../base/use-kept-focus"
import { popup } from "../strings/popup"
import { CoverChip } from "./CoverChip"
import { Parts } from "./Parts"
import { TouchMenu } from "./TouchMenu"
import { useOpenCustomer } from "./use-open-customer"

const words = popup.overdue
const shownAtFirst = 3
/** A renewal this near says more than the contract's size. */
const renewalDays = 180

interface Props {
  overdue: OverdueContact[]
  today: CalendarDate
  /** The first sync still goes on. */
  reading: boolean
  customers: number
}

/** Customers past their window, as many as the badge says: three in sight, the rest a click away. */
export function Overdue({ overdue, today, reading, customers }: Props) {
  const title = useId()
  const part = useRef<HTMLElement>(null)
  useKeptFocus(part, "[data-main]")
  const [all, setAll] = useState(false)
  // One hidden row behind a button would save no room.
  const few = overdue.length <= shownAtFirst + 1
  const shown = all || few ? overdue : overdue.slice(0, shownAtFirst)
  return (
    <section ref={part} id="overdue" aria-labelledby={title} className="part">
      <header className="part-head">
        <h2 id={title}>{words.title}</h2>
        {overdue.length > 0 ? (
          <>
            <Badge tone="poor">{reading ? words.soFar(overdue.length) : overdue.length}</Badge>
            <span className="part-aside">{words.unit}</span>
          </>
        ) : null}
      </header>
      {overdue.length === 0 ? (
        <NobodyOverdue reading={reading} customers={customers} />
      ) : (
        <ul>
          {shown.map((contact) => (
            <Row key={contact.accountId} contact={contact} today={today} />
          ))}
        </ul>
      )}
      {shown.length < overdue.length ? (
        <Button kind="quiet" className="more" onClick={() => setAll(true)}>
          {words.more(overdue.length - shown.length)}
        </Button>
      ) : null}
    </section>
  )
}

/** Good news only if there is a book to speak of. */
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
  const { accountId, name, tier, band, daysSince, daysOverdue, reason, coverFor } = contact
  const open = useOpenCustomer()
  const long = daysSince === null ? words.none : words.days(daysSince)
  return (
    <li className="row-line" data-row>
      <StatusMark band={band} words="none" />
      <div className="row-main">
        <button
          type="button"
          className="customer"
          title={[name, reason].filter(Boolean).join("\n")}
          data-main
          onClick={() => open(accountId)}
        >
          <Name>{name}</Name>
        </button>
        <CoverChip name={coverFor} />
        <span className="row-why">
          <Parts parts={[tier ?? "", ...stake(contact, today)]} />
        </span>
      </div>
      <span className="row-end">
        <span className="row-due strong late" title={`${long}, ${words.over(daysOverdue)}`}>
          <span aria-hidden="true">{daysSince ?? "–"}</span>
          <span className="sr-only">
            {long}, {words.over(daysOverdue)}
            {reason ? `. ${reason}` : ""}
          </span>
        </span>
        <span className="row-tools">
          <TouchMenu accountId={accountId} name={name} today={today} />
        </span>
      </span>
    </li>
  )
}

/** What is at stake: a renewal that is near, else the contract's size. */
function stake({ renewalOn, arr, currency }: OverdueContact, today: CalendarDate): string[] {
  const days = renewalOn === undefined ? null : daysBetween(today, renewalOn)
  if (days !== null && days >= 0 && days <= renewalDays) return [popup.reasons.renewsShort(days)]
  return arr === undefined ? [] : [formatMoney(arr, currency)]
}
