import { useId, useRef } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { WaitingCustomer } from "~src/messaging/views/lists"
import { useQueuedWrite } from "~src/store/use-write"

import { Badge, Button, classNames, Icon, Name, SafeLink } from "../base"
import { formatAge } from "../base/format"
import { useKeptFocus } from "../base/use-kept-focus"
import { useNow } from "../base/use-now"
import { base, channelWords } from "../strings/base"
import { popup } from "../strings/popup"
import { CoverChip } from "./CoverChip"
import { TouchMenu } from "./TouchMenu"
import { WaitingVerdict } from "./WaitingVerdict"
import { useOpenCustomer } from "./use-open-customer"

const words = popup.waiting
const hourMs = 3_600_000
/** From here on an answer is urgent. */
const soonHours = 24

/** Customers who wrote and have no answer, the earliest promise first. Nothing if nobody waits. */
export function Waiting({ waiting, today }: { waiting: WaitingCustomer[]; today: CalendarDate }) {
  const title = useId()
  const part = useRef<HTMLElement>(null)
  useKeptFocus(part, "[data-main]")
  const now = useNow()
  const [first] = waiting
  if (!first) return null
  const promise = Math.round((Date.parse(first.answerBy) - Date.parse(first.since)) / hourMs)
  return (
    <section ref={part} aria-labelledby={title} className="part">
      <header className="part-head">
        <h2 id={title}>{words.title}</h2>
        <Badge tone="concerning">{waiting.length}</Badge>
        <span className="part-aside">{words.promise(promise)}</span>
      </header>
      <ul>
        {waiting.map((one) => (
          <Row key={one.accountId} waiting={one} now={now} today={today} />
        ))}
      </ul>
    </section>
  )
}

function Row({ waiting, now, today }: { waiting: WaitingCustomer; now: number; today: CalendarDate }) {
  const { accountId, name, who, subject, url, channel, since, answerBy, coverFor, touchId } = waiting
  const open = useOpenCustomer()
  const queue = useQueuedWrite()
  const hours = (Date.parse(answerBy) - now) / hourMs
  const tone = hours < 0 ? "late" : hours < soonHours ? "soon" : undefined
  const answered = () =>
    void queue(
      "touch.log",
      { accountId, channel, direction: "outbound", at: new Date().toISOString() },
      words.logged(name),
    )
  return (
    <li className="row-work" data-row>
      <Icon name="mail" className={classNames("row-mark", tone)} />
      <div className="row-main">
        <span className="row-title">
          {url ? (
            <SafeLink href={url} className="customer" showHost={false} data-main>
              <Name>{name}</Name>
            </SafeLink>
          ) : (
            <button
              type="button"
              className="customer"
              title={words.open(name)}
              data-main
              data-key="enter"
              onClick={() => open(accountId)}
            >
              <Name>{name}</Name>
            </button>
          )}
          {who ? (
            <span className="row-who">
              <Name>{who}</Name>
            </span>
          ) : null}
          <CoverChip name={coverFor} />
        </span>
        <span className="row-why">
          {subject ? (
            <Name>{words.subject(subject)}</Name>
          ) : (
            words.wrote(channelWords[channel], formatAge(since, now))
          )}
        </span>
      </div>
      <span className="row-end">
        <span className={classNames("row-due strong", tone)}>{timeLeft(hours)}</span>
        <span className="row-tools">
          <Button data-key="c" aria-label={words.answeredOf(name)} onClick={answered}>
            {words.answered}
          </Button>
          <TouchMenu accountId={accountId} name={name} today={today} icon />
          {touchId ? <WaitingVerdict accountId={accountId} name={name} touchId={touchId} /> : null}
        </span>
      </span>
    </li>
  )
}

/** Hours while they are few, then days; never "0 h": under an hour it is said so. */
function timeLeft(hours: number): string {
  const abs = Math.abs(hours)
  const time =
    abs < 1 ? base.underAnHour : abs < 72 ? base.hours(Math.floor(abs)) : base.days(Math.floor(abs / 24))
  return hours < 0 ? words.late(time) : words.left(time)
}
