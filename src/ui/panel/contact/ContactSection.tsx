import type { Band, ContactResult, ContactStatus, TouchResult } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"

import { Badge, Notice } from "../../base"
import { formatDay } from "../../base/format"
import { base, channelWords } from "../../strings/base"
import { contactStatusWords, panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { Section, sectionId } from "../shared/Section"
import { TypedLine } from "../shared/TypedLine"
import { LogTouch, useTouchForm } from "./LogTouch"
import { Timeline } from "./Timeline"
import { TouchWords } from "./TouchWords"

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
  return late ? "" : words.left(base.hours(Math.max(1, Math.floor(promiseHours - hours))))
}

/** Until when all is well, or since when it is not; nothing where that takes the rules' own sentence. */
function untilText({ status, dueOn, overdueOn }: ContactResult, today: CalendarDate): string | null {
  if (status === "overdue") return overdueOn && words.overdueSince(formatDay(overdueOn, today))
  return dueOn && dueOn >= today ? words.nextDue(formatDay(dueOn, today)) : null
}

/** Who it was with, how, from whom to whom, and when. */
function LastTouch({ touch }: { touch: TouchResult }) {
  const { today } = useAccount()
  return (
    <p className="why">
      <TouchWords touch={touch} /> · <span className="whole">{formatDay(touch.on, today)}</span>
    </p>
  )
}

export function ContactSection() {
  const { account, today } = useAccount()
  const { contact } = account.assessment
  const { byMe } = contact
  const until = untilText(contact, today)
  const form = useTouchForm()
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
          {until ? <span className="faint small">{until}</span> : null}
        </div>
      </div>
      {contact.last && contact.last.channel !== "other" && until ? (
        <>
          <LastTouch touch={contact.last} />
          {contact.perhaps ? <p className="small soft">{contact.perhaps.text}</p> : null}
        </>
      ) : (
        <p className="why">{contact.why}</p>
      )}
      {contact.last?.byMe ? null : (
        <p className="small soft">
          {byMe.last
            ? words.byYou(`${daysText(byMe.daysSince)}, ${channelWords[byMe.last.channel].toLowerCase()}`)
            : words.byYouNever}
        </p>
      )}
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
      <TypedLine form={form} text={form.fields.note} onContinue={openLog} />
      <Timeline touches={contact.timeline} />
    </Section>
  )
}

/** The section's own form, with the cursor in the note. */
function openLog() {
  const section = document.getElementById(sectionId("contact"))
  section?.querySelector<HTMLElement>(".log-touch")?.click()
  section?.querySelector<HTMLElement>("input[name=note]")?.focus()
}
