import { useId } from "react"

import type { PlanGoal } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"
import type { TaskView } from "~src/messaging/contract"
import { useOpen } from "~src/store/view-memory"

import { Bar, Disclosure, Icon, Name, SafeLink } from "../../base"
import { formatDay } from "../../base/format"
import { sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { PlanStatus } from "../shared/PlanStatus"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { isDone } from "../tasks/sort-tasks"
import { useTaskWrites } from "../tasks/use-task-writes"
import { usePlanLink } from "../shared/use-plan-link"

const words = panel.plan

/** The success plan: how far it is, what is next, and its goals to be opened. Nothing if no plan is known of. */
export function PlanGoals() {
  const { account } = useAccount()
  const { successPlan: plan } = account.assessment
  const [open, setOpen] = useOpen(account.id, "plan-goals")
  const id = useId()
  const link = usePlanLink()
  if (!plan) return null
  const { goals, done, overdue, project, text } = plan
  return (
    <>
      <div className="sub-head">
        <h3 id={id}>{words.title}</h3>
        <span className="small">{link}</span>
      </div>
      {goals.length > 0 ? (
        <Bar value={done / goals.length} band={overdue > 0 ? "concerning" : "healthy"} />
      ) : null}
      <p>{text}</p>
      <PlanStatus plan="successPlan" name={project?.name ?? panel.actions.plans.successPlan} />
      {goals.length > 0 ? (
        <Disclosure
          open={open}
          onToggle={setOpen}
          summary={<span className="soft">{words.goals(goals.length)}</span>}
        >
          <p className="foot">
            {words.from}{" "}
            <SafeLink href={account.openIn.vitally}>
              <Name>{project?.name ?? ""}</Name>
            </SafeLink>
          </p>
          <ul className="rows" aria-labelledby={id}>
            {goals.map((goal) => (
              <Goal key={goal.id} goal={goal} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </>
  )
}

function Goal({ goal }: { goal: PlanGoal }) {
  const { account, today } = useAccount()
  const { name, overdue, who, source, url } = goal
  const task = account.tasks.find(({ id }) => id === goal.id)
  const pending = task?.pending
  // What is settled is no longer to be ticked here; the tasks' own section does the same.
  const ticked = task && (!goal.done || pending) ? task : undefined
  const done = ticked ? isDone(ticked) : goal.done
  return (
    <li className={done ? "row goal is-done" : "row goal"}>
      {ticked ? <GoalTick task={ticked} /> : <GoalMark done={done} />}
      <div className="row-main">
        <SafeLink href={url}>
          <Name>{name}</Name>
        </SafeLink>
        <span className="row-meta">
          <span className={overdue ? "late" : undefined}>{when(goal, today)}</span>
          {who ? (
            <>
              {" · "}
              <Name>{who}</Name>
            </>
          ) : null}
          {" · "}
          {sourceWords[source]}
        </span>
        {pending ? <OutboxLine item={pending} /> : null}
      </div>
    </li>
  )
}

/** A goal is a task: it is completed where it stands, as in the list of tasks. */
function GoalTick({ task }: { task: TaskView }) {
  const { done, toggle } = useTaskWrites(task)
  return (
    <label className="task-check">
      <input type="checkbox" checked={done} onChange={toggle} aria-label={words.goal(task.name)} />
    </label>
  )
}

function GoalMark({ done }: { done: boolean }) {
  return (
    <span className="goal-mark">
      <Icon name={done ? "check" : "other"} />
      <span className="sr-only">{done ? words.done : words.open}</span>
    </span>
  )
}

function when({ done, doneOn, dueOn, overdue }: PlanGoal, today: CalendarDate): string {
  if (done) return doneOn ? words.doneOn(formatDay(doneOn, today)) : words.done
  if (dueOn === undefined) return panel.tasks.noDue
  const day = formatDay(dueOn, today)
  return overdue ? panel.tasks.overdue(day) : panel.tasks.due(day)
}
