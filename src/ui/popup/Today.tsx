import { useId, useRef } from "react"

import type { DeepPartial } from "~src/messaging/contract"
import type { PopupView } from "~src/messaging/views/lists"
import type { Settings } from "~src/messaging/views/settings"

import { Button, Disclosure } from "../base"
import { useKeptFocus } from "../base/use-kept-focus"
import { popup } from "../strings/popup"
import { AddTask } from "./AddTask"
import { CustomerName } from "./CustomerName"
import { DueActions } from "./DueActions"
import { Standing } from "./Standing"
import { groupTasks, openTasks, type TaskGroup } from "./task-groups"
import { TaskItem } from "./TaskItem"

const words = popup.today

interface Props {
  view: PopupView
  settings: Settings["popup"]
  change: (patch: DeepPartial<Settings>) => void
}

/** The day's tasks with how far they are, and the recommendations that are due. */
export function Today({ view, settings, change }: Props) {
  const title = useId()
  const part = useRef<HTMLElement>(null)
  useKeptFocus(part, ".task > input")
  const { tasks, today, doneToday, totalToday, status } = view
  const reading = status.sync.phase === "first"
  const groups = groupTasks(openTasks(tasks, settings.week), settings.group)
  const done = tasks.filter(({ bucket }) => bucket === "done")
  return (
    <section ref={part} id="today" aria-labelledby={title} className="part">
      <header className="part-head">
        <h2 id={title}>{words.title}</h2>
        {totalToday > 0 ? <DayProgress done={doneToday} total={totalToday} /> : null}
        <ViewChoice settings={settings} change={change} />
      </header>
      {groups.length === 0 ? (
        <p className="empty">{reading ? words.reading : doneToday > 0 ? words.allDone : words.empty}</p>
      ) : (
        groups.map((group) => <Group key={group.key} group={group} today={today} />)
      )}
      {done.length > 0 ? (
        <Disclosure className="done" summary={<span>{words.showDone(done.length)}</span>}>
          <ul className="tasks">
            {done.map((task) => (
              <TaskItem key={task.id} task={task} today={today} withCustomer />
            ))}
          </ul>
        </Disclosure>
      ) : null}
      <AddTask today={today} />
      <DueActions actions={view.dueActions} today={today} />
    </section>
  )
}

function Group({ group, today }: { group: TaskGroup; today: string }) {
  const title = useId()
  const { customer, bucket } = group
  return (
    <div className="group">
      {customer ? (
        <h3 id={title} className="group-customer">
          <CustomerName accountId={customer.accountId} name={customer.name} />
          <span className="meta">
            <Standing {...customer} />
          </span>
        </h3>
      ) : (
        <h3 id={title} className={bucket === "overdue" ? "group-title late" : "group-title"}>
          {words.buckets[bucket ?? "today"]} <span className="count">{group.tasks.length}</span>
        </h3>
      )}
      <ul className="tasks" aria-labelledby={title}>
        {group.tasks.map((task) => (
          <TaskItem key={task.id} task={task} today={today} withCustomer={!customer} />
        ))}
      </ul>
    </div>
  )
}

function DayProgress({ done, total }: { done: number; total: number }) {
  const circumference = 2 * Math.PI * 6
  return (
    <span className="day-progress">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" className="ring-track" />
        <circle
          cx="8"
          cy="8"
          r="6"
          className="ring"
          strokeDasharray={`${(done / total) * circumference} ${circumference}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      {words.done(done, total)}
    </span>
  )
}

function ViewChoice({ settings, change }: Omit<Props, "view">) {
  const { group, week } = settings
  const setGroup = (value: "due" | "customer") => change({ popup: { group: value } })
  return (
    <div className="choices">
      <div className="switch" role="group" aria-label={words.group}>
        <Button kind="quiet" aria-pressed={group === "due"} onClick={() => setGroup("due")}>
          {words.byDue}
        </Button>
        <Button kind="quiet" aria-pressed={group === "customer"} onClick={() => setGroup("customer")}>
          {words.byCustomer}
        </Button>
      </div>
      <div className="switch">
        <Button
          kind="quiet"
          aria-pressed={week}
          title={words.weekLabel}
          onClick={() => change({ popup: { week: !week } })}
        >
          {words.week}
        </Button>
      </div>
    </div>
  )
}
