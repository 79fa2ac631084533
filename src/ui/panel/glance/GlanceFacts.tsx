import type { ReactNode } from "react"

import type { ContactResult, TouchResult } from "~src/domain/assessment"
import { daysFromHours } from "~src/domain/words"
import type { PanelSection } from "~src/messaging/views/settings"

import { Badge, Name } from "../../base"
import { formatDate, formatDay } from "../../base/format"
import { base, channelWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { goToSection } from "../shared/Section"

const words = panel.glanceLines

function Row({
  to,
  label,
  children,
  note,
}: {
  to: PanelSection
  label: string
  children: ReactNode
  note: ReactNode
}) {
  return (
    <div className="glance-fact">
      <dt>
        <button type="button" className="glance-label" onClick={() => goToSection(to)}>
          {label}
        </button>
      </dt>
      <dd>
        <span className="glance-main">{children}</span>
        {note ? <span className="glance-note">{note}</span> : null}
      </dd>
    </div>
  )
}

/** How long ago anyone was in touch, until when that holds, and who did what with whom; who waits comes before all. */
export function ContactFact() {
  const { contact } = useAccount().account.assessment
  const { daysSince, last, unknownBecause, waiting } = contact
  const days = daysSince === null ? null : daysSince === 0 ? base.today : words.daysAgo(daysSince)
  return (
    <Row
      to="contact"
      label={words.contactLabel}
      note={
        waiting ? (
          <Wrote waiting={waiting} />
        ) : last ? (
          <Touch touch={last} />
        ) : unknownBecause ? (
          contact.why
        ) : null
      }
    >
      <strong>{days ?? words.noContact}</strong>{" "}
      {waiting ? <TimeLeft waiting={waiting} /> : <Until contact={contact} />}
    </Row>
  )
}

function Touch({ touch }: { touch: TouchResult }) {
  const { today } = useAccount()
  return (
    <>
      {words.touch(channelWords[touch.channel], touch.byMe === true, touch.automatic)}{" "}
      {touch.who ? <Name>{touch.who}</Name> : null}
      {words.touchOn(formatDay(touch.on, today))}
    </>
  )
}

type Waits = NonNullable<ContactResult["waiting"]>

function Wrote({ waiting: { who, hours } }: { waiting: Waits }) {
  return (
    <>
      {who ? <Name>{who}</Name> : words.theCustomer} {words.wrote(timeText(hours))}
    </>
  )
}

function TimeLeft({ waiting: { hours, promiseHours, late } }: { waiting: Waits }) {
  return late ? (
    <Badge tone="poor">{words.late(timeText(hours - promiseHours))}</Badge>
  ) : (
    <Badge tone="concerning">{words.left(timeText(promiseHours - hours))}</Badge>
  )
}

/** Hours or days, as the rules' sentence says it. */
function timeText(hours: number): string {
  if (hours < 1) return base.underAnHour
  return hours < daysFromHours ? base.hours(Math.floor(hours)) : base.days(Math.floor(hours / 24))
}

/** Until when all is well, or since when it is not. */
function Until({ contact: { status, dueOn, overdueOn } }: { contact: ContactResult }) {
  const { today } = useAccount()
  if (status === "overdue" && overdueOn) return <Badge tone="poor">{words.overdue(overdueOn, today)}</Badge>
  if (status === "due-soon" && overdueOn && (dueOn === null || dueOn < today))
    return <Badge tone="concerning">{words.overdueFrom(formatDay(overdueOn, today))}</Badge>
  if (status === "due-soon" && dueOn)
    return <Badge tone="concerning">{words.due(formatDay(dueOn, today))}</Badge>
  if (status === "ok" && dueOn) return <span className="soft">{words.nextBy(formatDate(dueOn, today))}</span>
  return status === "exempt" ? <span className="soft">{words.noneDue}</span> : null
}

/** When it renews, for how much, and with whom. */
export function RenewalFact() {
  const { account, today } = useAccount()
  const { daysOut, on } = account.assessment.renewal
  const { accountExecutive: executive } = account.facts
  if (daysOut === null || on === null)
    return (
      <Row to="renewal" label={words.renewalLabel} note={words.noRenewalWhy}>
        <strong>{words.unknown}</strong>
      </Row>
    )
  const ended = daysOut < 0
  return (
    <Row
      to="renewal"
      label={words.renewalLabel}
      note={
        executive ? (
          <>
            {words.with} <Name>{executive}</Name> {words.ae}
          </>
        ) : null
      }
    >
      <strong className={ended ? "late" : undefined}>
        {daysOut === 0 ? base.today : ended ? words.ended(-daysOut) : words.inDays(daysOut)}
      </strong>{" "}
      <span className="soft whole">{formatDate(on, today)}</span>
    </Row>
  )
}
