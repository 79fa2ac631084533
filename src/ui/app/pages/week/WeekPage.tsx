import { useState } from "react"

import { plannedKey } from "~src/domain/week/planned"
import type { PlanItem, WeekPlan } from "~src/messaging/views/week"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { Button, ErrorNotice, Icon, type IconName, IconButton, Name, Skeleton } from "~src/ui/base"
import { saveFile } from "~src/ui/base/save-file"
import { sheet } from "~src/ui/strings/sheet"
import { week } from "~src/ui/strings/week"

import { useWho, WhosePicker } from "../../shared/WhosePicker"
import { itemTitle, lateText, planCalendar, planMarkdown } from "./plan-text"
import { Unplanned } from "./Unplanned"
import { useMoves } from "./use-moves"

const icons: Record<PlanItem["kind"], IconName> = { meeting: "calendar", task: "check", contact: "mail" }

/** The next seven days of a book: meetings, tasks and contacts that fall due. */
export function WeekPage() {
  const who = useWho()
  const { data, fault, refetch } = useWorkerQuery("week.plan", { who }, [
    "book",
    "settings",
    "outbox",
    "popup",
    "week",
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
      {data ? <Days plan={data} /> : null}
      {data ? <Unplanned plan={data} /> : null}
      {data && data.cut > 0 ? <p className="soft">{sheet.cut(data.cut)}</p> : null}
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

function Days({ plan }: { plan: WeekPlan }) {
  const moves = useMoves(plan)
  return (
    <>
      {plan.items.length > 0 ? <p className="soft no-print">{week.moveHint}</p> : null}
      {plan.days.map((day) => (
        <Day key={day} day={day} plan={plan} moves={moves} />
      ))}
    </>
  )
}

interface DayProps {
  day: string
  plan: WeekPlan
  moves: ReturnType<typeof useMoves>
}

/** Days without anything are shown while there is something to drag onto them. */
function Day({ day, plan, moves }: DayProps) {
  const items = plan.items.filter(({ on }) => on === day)
  if (plan.items.length === 0) return null
  return (
    <section
      className="phase"
      aria-label={week.day(day)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const dragged = plan.items.find(
          (item) => plannedKey(item) === event.dataTransfer.getData("text/plain"),
        )
        if (dragged) moves.move(dragged, day)
      }}
    >
      <h2>
        {week.day(day)}
        {day === plan.today ? <span className="soft">{week.today}</span> : null}
      </h2>
      {items.length === 0 ? <p className="faint">{week.free}</p> : null}
      <ul className="cards">
        {items.map((item) => (
          <Item key={`${item.kind} ${item.accountId} ${item.id}`} item={item} plan={plan} moves={moves} />
        ))}
      </ul>
    </section>
  )
}

function Item({ item, plan, moves }: { item: PlanItem } & Omit<DayProps, "day">) {
  const { today, days } = plan
  const { kind, accountId, accountName, at, title, attendees, id } = item
  const { mutate: openPage } = useWrite("open.page")
  const write = useQueuedWrite()
  const late = lateText(item, today)
  return (
    // The keys work from the customer's button inside it; dragging is the mouse's way to the same.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className="plan-item"
      draggable={kind !== "meeting"}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", plannedKey(item))}
      onKeyDown={kind === "meeting" ? undefined : moves.onKeyDown(item)}
    >
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
      {kind === "meeting" ? null : (
        <select
          className="input select no-print"
          aria-label={week.moveTo(itemTitle(item))}
          value={item.on}
          onChange={(event) => moves.move(item, event.target.value)}
        >
          {days.map((day) => (
            <option key={day} value={day}>
              {week.day(day)}
            </option>
          ))}
        </select>
      )}
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
