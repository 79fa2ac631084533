import type { SyntheticEvent } from "react"

import type { Action } from "~src/domain/assessment"
import { traitWords } from "~src/domain/trait-words"
import type { TaskView } from "~src/messaging/contract"

import { Button, Menu, SafeLink } from "../../base"
import { addDays, formatDay } from "../../base/format"
import { nextMonday } from "../../base/next-monday"
import { panel } from "../../strings/panel"
import { useActionWrites } from "../actions/use-action-writes"
import { LogTouch } from "../contact/LogTouch"
import { SetTrait } from "../health/SetTrait"
import { useAccount } from "../shared/panel-context"
import { goToSection } from "../shared/Section"
import { useTaskWrites } from "../tasks/use-task-writes"
import { setByHand, useNext } from "../shared/use-next"

const words = panel.next
/** Exactly one thing to do, with the button that does or records it. */
export function NextCard() {
  const { account } = useAccount()
  const next = useNext()
  if (next.kind === "fill") return <Fill />
  if (next.kind === "task") {
    const task = account.tasks.find(({ id }) => id === next.taskId)
    return task ? <NextTask task={task} /> : null
  }
  return next.kind === "action" ? <NextAction action={next.action} /> : <Nothing until={next.until} />
}

function Card({ title, why, children }: { title: string; why?: string; children: React.ReactNode }) {
  return (
    <div role="group" className="next" aria-label={words.label}>
      <p className="next-title">
        <strong>{title}</strong>
      </p>
      {why ? <p className="next-why">{why}</p> : null}
      <div className="next-buttons">{children}</div>
    </div>
  )
}

function NextAction({ action }: { action: Action }) {
  const { account, today } = useAccount()
  const writes = useActionWrites()
  const { waiting } = account.assessment.contact
  const isContact = action.id === "overdue-contact" || action.id === "contact-due-soon"
  const isWaiting = action.id === "unanswered-customer"
  const [link] = action.links
  return (
    <Card title={action.title} why={action.why}>
      {isContact || isWaiting ? <LogTouch text={isWaiting ? words.answered : words.logCall} primary /> : null}
      {isWaiting && waiting && account.openIn.vitally ? (
        <SafeLink href={account.openIn.vitally} className="button button-secondary" showHost={false}>
          {words.openMessage}
        </SafeLink>
      ) : null}
      {!isContact && !isWaiting ? (
        <Button
          kind="primary"
          onClick={() => {
            goToSection("actions")
          }}
        >
          {words.showSteps}
        </Button>
      ) : null}
      {!isContact && !isWaiting && link ? (
        <SafeLink href={link.url} className="button button-secondary">
          {link.label}
        </SafeLink>
      ) : null}
      <Menu
        label={words.laterOf(action.title)}
        text={words.later}
        kind="secondary"
        items={[
          {
            key: "tomorrow",
            label: panel.actions.snoozeTomorrow,
            run: (event: SyntheticEvent) => writes.snooze(event, action, addDays(today, 1)),
          },
          {
            key: "week",
            label: panel.actions.snoozeWeek,
            run: (event: SyntheticEvent) => writes.snooze(event, action, nextMonday(today)),
          },
          {
            key: "done",
            label: words.done,
            run: (event: SyntheticEvent) =>
              writes.dismiss(event, action, panel.actions.reasons[0] ?? words.done),
          },
        ]}
      />
    </Card>
  )
}

function NextTask({ task }: { task: TaskView }) {
  const { today } = useAccount()
  const { toggle, snoozeItems } = useTaskWrites(task)
  return (
    <Card
      title={task.name}
      why={
        task.dueOn === undefined
          ? words.task
          : words.taskDue(formatDay(task.dueOn, today), task.dueOn < today)
      }
    >
      <Button kind="primary" onClick={toggle}>
        {words.markDone}
      </Button>
      <Menu label={words.laterOf(task.name)} text={words.later} kind="secondary" items={snoozeItems} />
    </Card>
  )
}

/** Three clicks that give a customer its first score. */
function Fill() {
  const { account } = useAccount()
  return (
    <Card title={words.fill} why={words.fillWhy}>
      <div className="fill">
        {setByHand
          .filter((key) => account.canSet.includes(key))
          .map((key) => (
            <div key={key} className="fill-row">
              <span>{traitWords[key].name}</span>
              <SetTrait trait={key} label={traitWords[key].name} value={account.facts.traits[key]?.value} />
            </div>
          ))}
      </div>
    </Card>
  )
}

function Nothing({ until }: { until: string | null }) {
  const { account, today } = useAccount()
  const isContact = until === account.assessment.contact.dueOn
  const day = until === null ? "" : formatDay(until, today)
  return (
    <Card title={until === null ? words.nothing : isContact ? words.nothingUntil(day) : words.goodUntil(day)}>
      <LogTouch text={panel.contact.log} />
    </Card>
  )
}
