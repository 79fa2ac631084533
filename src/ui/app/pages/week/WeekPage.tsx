import { useState } from "react"

import type { PlanItem, WeekPlan } from "~src/messaging/views/week"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { Button, ErrorNotice, Icon, type IconName, IconButton, Name, Skeleton } from "~src/ui/base"
import { saveFile } from "~src/ui/base/save-file"
import { week } from "~src/ui/strings/week"

import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { itemTitle, lateText, planCalendar, planMarkdown } from "./plan-text"

const icons: Record<PlanItem["kind"], IconName> = { meeting: "calendar", task: "check", contact: "mail" }

/** The next seven days of a book: meetings, tasks and contacts that fall due. */
export function WeekPage() {
  const who = useWho()
  const { data, fault, refetch } = useWorkerQuery("week.plan", { who }, [
    "book",
    "settings",
    "outbox",
    "popup",
  ])
  return (
    <>
      <header className="page-head">
        <h1>{week.title}</h1>
        <WhosePicker />
        <span className="spacer" />
        {data ? <Actions plan={data} /> : null}
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {!data && !fault ? <Skeleton lines={8} /> : null}
      {data?.items.length === 0 ? <p className="empty">{week.none}</p> : null}
      {data?.days.map((day) => (
        <Day key={day} day={day} plan={data} />
      ))}
    </>
  )
}

function Actions({ plan }: { plan: WeekPlan }) {
  const [said, setSaid] = useState("")
  const copy = () =>
    void navigator.clipboard.writeText(planMarkdown(plan)).then(
      () => setSaid(week.copied),
      () => setSaid(week.notCopied),
    )
  return (
    <span className="buttons no-print">
      <span role="status" className="soft">
        {said}
      </span>
      <Button icon="copy" onClick={copy}>
        {week.copy}
      </Button>
      <Button onClick={() => window.print()}>{week.print}</Button>
      <Button
        icon="calendar"
        onClick={() => saveFile(`week-${plan.today}.ics`, planCalendar(plan, new Date()), "ics")}
      >
        {week.calendar}
      </Button>
    </span>
  )
}

function Day({ day, plan }: { day: string; plan: WeekPlan }) {
  const items = plan.items.filter(({ on }) => on === day)
  if (items.length === 0) return null
  return (
    <section className="phase" aria-label={week.day(day)}>
      <h2>
        {week.day(day)}
        {day === plan.today ? <span className="soft">{week.today}</span> : null}
      </h2>
      <ul className="cards">
        {items.map((item) => (
          <Item key={`${item.kind} ${item.accountId} ${item.id}`} item={item} today={plan.today} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item, today }: { item: PlanItem; today: string }) {
  const { kind, accountId, accountName, at, title, attendees, id } = item
  const { mutate: openPage } = useWrite("open.page")
  const write = useQueuedWrite()
  const late = lateText(item, today)
  return (
    <li className="plan-item">
      <Icon name={icons[kind]} />
      <span className="sr-only">{week.kinds[kind]}</span>
      <button type="button" className="customer" onClick={() => openPage({ page: "vitally", accountId })}>
        <Name>{accountName}</Name>
      </button>
      <span>
        {at ? <time dateTime={at}>{week.hour(at)} </time> : null}
        {kind === "contact" ? week.contactDue : title}
        {late ? <span className="late">{late}</span> : null}
        {attendees.length > 0 ? <span className="row-meta">{attendees.join(", ")}</span> : null}
      </span>
      {kind === "task" ? (
        <IconButton
          icon="check"
          className="no-print"
          label={week.done(itemTitle(item))}
          onClick={() =>
            void write(
              "task.complete",
              { accountId, taskId: id, source: id.startsWith("salesforce:") ? "salesforce" : "vitally" },
              week.completed(title),
            )
          }
        />
      ) : null}
    </li>
  )
}
