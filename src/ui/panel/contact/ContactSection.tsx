import type { Band, ContactResult, ContactStatus } from "~src/domain/assessment"

import { Badge, Notice } from "../../base"
import { formatDay } from "../../base/format"
import { base, channelWords } from "../../strings/base"
import { contactStatusWords, panel } from "../../strings/panel"
import { OutboxLine } from "../OutboxLine"
import { useAccount } from "../panel-context"
import { Section } from "../Section"
import { LogTouch } from "./LogTouch"
import { Timeline } from "./Timeline"

const words = panel.contact

export const contactTones: Record<ContactStatus, Band> = {
  ok: "healthy",
  "due-soon": "concerning",
  overdue: "poor",
  unknown: "unknown",
  exempt: "unknown",
}

/** `26 days`, `today`, or no data. */
export function daysText(days: number | null): string {
  if (days === null) return words.none
  return days === 0 ? base.today : base.days(days)
}

/** The clock of the promise: what is left of it. Once it is broken the rules' own sentence says so. */
function timeLeft({ hours, promiseHours, late }: NonNullable<ContactResult["waiting"]>): string {
  return late
    ? ""
    : words.left(base.hours(Math.max(1, Math.floor(promiseHours - hours))), base.hours(promiseHours))
}

export function ContactSection() {
  const { account, today } = useAccount()
  const { contact } = account.assessment
  const { byMe } = contact
  return (
    <Section section="contact" aside={<LogTouch />}>
      <div className="figure">
        <p className="figure-number">
          <strong>{daysText(contact.daysSince)}</strong>
        </p>
        <div className="figure-side">
          {contact.status === "unknown" ? null : (
            <Badge tone={contactTones[contact.status]}>{contactStatusWords[contact.status]}</Badge>
          )}
          {contact.dueOn && contact.status !== "overdue" ? (
            <span className="faint small">{words.nextDue(formatDay(contact.dueOn, today))}</span>
          ) : null}
        </div>
      </div>
      <p className="why">{contact.why}</p>
      <p className="small soft">
        {byMe.last
          ? words.byYou(`${daysText(byMe.daysSince)}, ${channelWords[byMe.last.channel].toLowerCase()}`)
          : words.byYouNever}
      </p>
      {contact.waiting ? (
        <Notice tone={contact.waiting.late ? "poor" : "concerning"} icon="clock">
          {contact.waiting.text} {timeLeft(contact.waiting)}
        </Notice>
      ) : null}
      {[contact.officialDiffers, contact.staleSource].map((text) =>
        text ? <Notice key={text}>{text}</Notice> : null,
      )}
      {account.outbox
        .filter(({ kind }) => kind === "touch.log")
        .map((item) => (
          <OutboxLine key={item.id} item={item} withText />
        ))}
      <Timeline touches={contact.timeline} />
    </Section>
  )
}
