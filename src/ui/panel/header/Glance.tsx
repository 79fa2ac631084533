import type { ReactNode } from "react"

import type { Band } from "~src/domain/assessment"
import { daysFromHours } from "~src/domain/words"
import type { PanelSection } from "~src/messaging/views/settings"

import { Icon, StatusMark } from "../../base"
import { formatDate, formatDay, formatScore } from "../../base/format"
import { bandWords, base } from "../../strings/base"
import { contactStatusWords, panel, shortTraits } from "../../strings/panel"
import { sectionNames } from "../../strings/sections"
import { contactTones, daysText } from "../contact/ContactSection"
import { mainReason } from "../health/sort-traits"
import { useAccount } from "../shared/panel-context"
import { goToSection } from "../shared/Section"

const words = panel.glanceLines

/** The four answers in one second: health and why, contact, renewal, what to do next. Each leads to its section. */
export function Glance() {
  return (
    <section className="glance" aria-label={panel.glance}>
      <ul>
        <HealthLine />
        <ContactLine />
        <RenewalLine />
        <NextLine />
      </ul>
    </section>
  )
}

function Line({
  to,
  mark,
  label,
  value,
  children,
}: {
  to: PanelSection
  mark: ReactNode
  /** Said before the value to those who don't see where it stands. */
  label?: string
  value: string
  children: ReactNode
}) {
  return (
    <li>
      <button type="button" className="glance-line" onClick={() => goToSection(to)}>
        <span className="glance-mark">{mark}</span>
        <span className="glance-value">
          {label ? <span className="sr-only">{label} </span> : null}
          {value}
        </span>
        <span className="glance-text">{children}</span>
      </button>
    </li>
  )
}

function HealthLine() {
  const { health } = useAccount().account.assessment
  const score = health.official?.score ?? health.score
  const reason = mainReason(health.categories)
  return (
    <Line
      to="health"
      mark={<StatusMark band={health.band} words="silent" />}
      label={sectionNames.health}
      value={score === null ? words.noScore : formatScore(score)}
    >
      <span className={`mark-${health.band} glance-band`}>
        {health.withData === 0 && score === null ? words.noTrait : bandWords[health.band]}
      </span>
      {reason ? (
        <>
          ,{" "}
          {words[health.band === "healthy" ? "weakest" : "reason"](shortTraits[reason.key], reason.valueText)}
        </>
      ) : null}
    </Line>
  )
}

function ContactLine() {
  const { account, today } = useAccount()
  const { contact } = account.assessment
  const { waiting } = contact
  const since = contact.daysSince === null ? words.contactNone : words.contact
  const { dueOn, overdueOn } = contact
  const due =
    contact.status === "overdue" && overdueOn
      ? words.overdueSince(formatDay(overdueOn, today))
      : dueOn && overdueOn
        ? dueOn < today
          ? words.overdueFrom(formatDay(overdueOn, today))
          : words.goodUntil(formatDay(dueOn, today))
        : undefined
  // Whoever waits for an answer is not well looked after, however few days ago it was.
  const waits = waiting ? (waiting.late ? "poor" : "concerning") : null
  const band = worse(contactTones[contact.status], waits)
  return (
    <Line to="contact" mark={<StatusMark band={band} words="silent" />} value={daysText(contact.daysSince)}>
      {since}
      {waiting && waits ? (
        <>
          , <span className={`mark-${waits} glance-band`}>{words.waiting(waitingTime(waiting.hours))}</span>
        </>
      ) : due ? (
        `, ${due}`
      ) : null}
      {contact.status === "overdue" || waiting ? null : (
        <span className="sr-only">. {contactStatusWords[contact.status]}</span>
      )}
    </Line>
  )
}

const gravity: Record<Band, number> = { healthy: 0, unknown: 0, concerning: 1, poor: 2 }

function worse(band: Band, other: Band | null): Band {
  return other !== null && gravity[other] > gravity[band] ? other : band
}

/** Hours or days, as the rules' sentence says it. */
function waitingTime(hours: number): string {
  return hours < daysFromHours
    ? base.hours(Math.max(1, Math.floor(hours)))
    : base.days(Math.floor(hours / 24))
}

function RenewalLine() {
  const { account, today } = useAccount()
  const { daysOut, on } = account.assessment.renewal
  if (daysOut === null || on === null) return null
  const day = formatDate(on, today)
  const text =
    daysOut === 0 ? words.renewalToday(day) : daysOut < 0 ? words.renewalEnded(day) : words.renewal(day)
  return (
    <Line
      to="renewal"
      mark={<Icon name="calendar" />}
      value={daysOut === 0 ? base.today : base.days(Math.abs(daysOut))}
    >
      {text}
    </Line>
  )
}

function NextLine() {
  const [first] = useAccount().account.actions
  return (
    <Line to="actions" mark={<Icon name="play" />} value={words.next}>
      {first ? <strong>{first.title}</strong> : words.nothing}
    </Line>
  )
}
