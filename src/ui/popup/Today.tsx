import { useId, useRef, useState } from "react"

import type { CalendarDate } from "~src/domain/facts"
import type { PopupTask, PopupView } from "~src/messaging/views/lists"
import type { DeepPartial, Settings } from "~src/messaging/views/settings"

import { Button, Disclosure, Icon, Name, StatusMark } from "../base"
import { useKeptFocus } from "../base/use-kept-focus"
import { popup } from "../strings/popup"
import { AddTask } from "./AddTask"
import { type CustomerGroup, dueItems, splitDay, taskItem } from "./day-items"
import { WorkRow } from "./WorkRow"

const words = popup.today
/** A rest this short stands open: folding it would hide more than it orders. */
const fewAreOpen = 6
const groupsAtFirst = 5

interface Props {
  view: PopupView
  settings: Settings["popup"]
  change: (patch: DeepPartial<Settings>) => void
}

/** The five things to begin with, then the rest by customer, then what is not due yet. */
export function Today({ view, settings, change }: Props) {
  const part = useRef<HTMLElement>(null)
  useKeptFocus(part, "[data-main]")
  const { tasks, today, status } = view
  const items = dueItems(view)
  const { top, rest } = splitDay(items, today)
  const left = rest.reduce((sum, { items }) => sum + items.length, 0)
  const inBucket = (bucket: PopupTask["bucket"]) => tasks.filter((task) => task.bucket === bucket)
  return (
    <section ref={part} id="today" aria-label={words.title} className="part">
      <header className="part-head">
        <h2 tabIndex={-1}>{left > 0 ? words.top : words.topFew}</h2>
        {left > 0 ? <span className="part-aside">{words.of(items.length)}</span> : null}
      </header>
      {top.length === 0 ? (
        <NothingDue view={view} reading={status.sync.phase === "first"} />
      ) : (
        <ul className="tasks">
          {top.map((item) => (
            <WorkRow key={item.key} item={item} today={today} />
          ))}
        </ul>
      )}
      {left > 0 ? <Rest groups={rest} count={left} today={today} /> : null}
      <AddTask today={today} />
      <Later
        title={words.week}
        tasks={inBucket("week")}
        today={today}
        open={settings.week}
        onToggle={(week) => {
          if (week !== settings.week) change({ popup: { week } })
        }}
      />
      <Later title={words.undated} tasks={inBucket("undated")} today={today} />
      <Later title={words.showDone} tasks={inBucket("done")} today={today} />
    </section>
  )
}

/** Pleasant where the whole day is clear, plain where only the tasks are. */
function NothingDue({ view, reading }: { view: PopupView; reading: boolean }) {
  const { waiting, overdue, customers, doneToday } = view
  if (reading) return <p className="empty">{words.reading}</p>
  if (waiting.length > 0 || overdue.length > 0 || customers === 0)
    return <p className="empty">{words.emptyTasks}</p>
  return (
    <div className="all-clear">
      <Icon name="check" />
      <p className="all-clear-title">{words.emptyTitle}</p>
      <p>{doneToday > 0 ? words.emptyDone(doneToday) : words.emptyNone}</p>
    </div>
  )
}

function Rest({ groups, count, today }: { groups: CustomerGroup[]; count: number; today: CalendarDate }) {
  const title = useId()
  const [all, setAll] = useState(false)
  const few = groups.length <= groupsAtFirst + 1
  const shown = all || few ? groups : groups.slice(0, groupsAtFirst)
  return (
    <div className="rest" role="group" aria-labelledby={title}>
      <header className="part-head">
        <h3 id={title}>
          {words.rest} <span className="count">{count}</span>
        </h3>
        <span className="part-aside">{words.customers(groups.length)}</span>
      </header>
      {shown.map((group) => (
        <Group key={group.accountId} group={group} today={today} openAtFirst={count <= fewAreOpen} />
      ))}
      {shown.length < groups.length ? (
        <Button kind="quiet" className="more" onClick={() => setAll(true)}>
          {words.moreCustomers(groups.length - shown.length)}
        </Button>
      ) : null}
    </div>
  )
}

/** One customer's further work; drawn only while open. */
function Group({
  group,
  today,
  openAtFirst,
}: {
  group: CustomerGroup
  today: CalendarDate
  openAtFirst: boolean
}) {
  const [open, setOpen] = useState(openAtFirst)
  const { name, band, items, late } = group
  return (
    <Disclosure
      className="group"
      open={open}
      onToggle={setOpen}
      summary={
        <span className="group-line">
          <StatusMark band={band} words="none" />
          <span className="group-name">{name ? <Name>{name}</Name> : words.noCustomer}</span>
          <span className="faint">{words.tasks(items.length)}</span>
          {late > 0 ? <span className="row-due late">{words.late(late)}</span> : null}
        </span>
      }
    >
      {open ? (
        <ul className="tasks" aria-label={name}>
          {items.map((item) => (
            <WorkRow key={item.key} item={item} today={today} />
          ))}
        </ul>
      ) : null}
    </Disclosure>
  )
}

interface LaterProps {
  title: (count: number) => string
  tasks: PopupTask[]
  today: CalendarDate
  open?: boolean
  onToggle?: (open: boolean) => void
}

/** Work that is not today's: folded, and open again where that is remembered. */
function Later({ title, tasks, today, open = false, onToggle }: LaterProps) {
  const [shown, setShown] = useState(open)
  if (tasks.length === 0) return null
  return (
    <Disclosure
      className="later"
      open={shown}
      onToggle={(now) => {
        setShown(now)
        onToggle?.(now)
      }}
      summary={<span>{title(tasks.length)}</span>}
    >
      {shown ? (
        <ul className="tasks">
          {tasks.map((task) => (
            <WorkRow key={task.id} item={taskItem(task)} today={today} />
          ))}
        </ul>
      ) : null}
    </Disclosure>
  )
}
