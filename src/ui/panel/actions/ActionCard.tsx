import { useState } from "react"

import type { Action } from "~src/domain/assessment"
import type { NotedPlan } from "~src/domain/lifecycle/plan-notes"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { useOpen } from "~src/store/view-memory"

import { Badge, Button, Disclosure, Menu, type MenuItem, SafeLink } from "../../base"
import { addDays, formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { nextMonday } from "../../base/next-monday"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { PlanStatus } from "../shared/PlanStatus"
import { useGuarded } from "../shared/VisibilityGuard"
import { DismissDialog, SnoozeDialog } from "./ActionDialogs"
import { runningProject } from "./running-project"
import { useActionWrites } from "./use-action-writes"

const words = panel.actions

/** One recommendation: what, why with the account's own numbers, and everything that can be done with it. */
export function ActionCard({ action, isNext = false }: { action: Action; isNext?: boolean }) {
  const { account, today } = useAccount()
  const writes = useActionWrites()
  const [open, setOpen] = useOpen(account.id, `action:${action.id}`)
  const [asking, setAsking] = useState<"dismiss" | "snooze" | null>(null)
  const { pending, isTask, startable } = useActionFacts(action)

  const items: MenuItem[] = [
    ...(startable
      ? [
          {
            key: "start",
            icon: "play" as const,
            label: words.start(startable),
            run: (event: React.MouseEvent) => writes.startProject(event, action, startable),
          },
        ]
      : []),
    ...(isTask
      ? []
      : [
          {
            key: "task",
            icon: "plus" as const,
            label: words.makeTask,
            run: (event: React.MouseEvent) => writes.makeTask(event, action),
          },
        ]),
    {
      key: "tomorrow",
      icon: "clock",
      label: words.snoozeTomorrow,
      run: (event) => writes.snooze(event, action, addDays(today, 1)),
    },
    {
      key: "week",
      icon: "clock",
      label: words.snoozeWeek,
      run: (event) => writes.snooze(event, action, nextMonday(today)),
    },
    { key: "date", icon: "clock", label: words.snoozeDate, run: () => setAsking("snooze") },
    { key: "dismiss", icon: "close", label: words.dismiss, run: () => setAsking("dismiss") },
  ]

  return (
    <li className="action" data-row>
      <Disclosure
        isMain
        open={open}
        onToggle={setOpen}
        summary={
          <span className="action-summary">
            <span className="action-title">
              {action.title} {isNext ? <Badge tone="accent">{panel.next.label}</Badge> : null}
            </span>
            {/* The eye has just read it under "Next". */}
            <span className={isNext ? "sr-only" : "action-why"}>{action.why}</span>
            <ActionMeta action={action} />
          </span>
        }
      >
        <ActionBody action={action} />
      </Disclosure>
      <Menu label={words.menu(action.title)} icon="more" className="action-menu" dataKey="s" items={items} />
      {pending.map((item) => (
        <OutboxLine key={item.id} item={item} withText />
      ))}
      {asking === "dismiss" ? <DismissDialog action={action} onClose={() => setAsking(null)} /> : null}
      {asking === "snooze" ? <SnoozeDialog action={action} onClose={() => setAsking(null)} /> : null}
    </li>
  )
}

/** What is already under way for a recommendation. */
function useActionFacts({ id, title, playbook }: Action) {
  const { account } = useAccount()
  const pending = account.outbox.filter(({ about }) => about?.actionId === id)
  const running = playbook ? runningProject(playbook, account.facts.projects) : undefined
  const isStarting = pending.some(({ kind, state }) => kind === "project.start" && state !== "refused")
  return {
    pending,
    running,
    isTask: account.tasks.some(({ name, completedAt }) => name === title && !completedAt),
    startable: playbook && !running && !isStarting ? playbook : undefined,
  }
}

/** A recommendation opened: its steps, what is under way, what can be started, and the rule behind it. */
export function ActionBody({ action }: { action: Action }) {
  const { today } = useAccount()
  const writes = useActionWrites()
  const { running, isTask, startable } = useActionFacts(action)
  // A plan that is not begun has no status.
  const plan = running || action.id === "success-plan" ? planOfAction[action.id] : undefined
  const { mutate: openPage } = useWrite("open.page")
  return (
    <>
      <Steps action={action} />
      {running ? (
        <p className="small soft">
          {words.running(running.name, running.updatedOn ? formatDay(running.updatedOn, today) : null)}
        </p>
      ) : null}
      {isTask ? <p className="small soft">{words.isTask}</p> : null}
      <div className="action-buttons">
        <MarkRed action={action} />
        {startable ? (
          <Button icon="play" onClick={(event) => writes.startProject(event, action, startable)}>
            {words.start(startable)}
          </Button>
        ) : null}
        {isTask ? null : (
          <Button icon="plus" onClick={(event) => writes.makeTask(event, action)}>
            {words.makeTask}
          </Button>
        )}
      </div>
      {plan ? <PlanStatus plan={plan} name={running?.name ?? words.plans[plan]} /> : null}
      {action.links.length > 0 ? (
        <ul className="links">
          {action.links.map(({ label, url }) => (
            <li key={url}>
              <SafeLink href={url} icon>
                {label}
              </SafeLink>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="foot">
        {words.rule(action.rule)}{" "}
        <Button
          kind="quiet"
          className="button-inline"
          onClick={() => openPage({ page: "options", hash: "policy" })}
        >
          {words.seePolicy}
        </Button>
      </p>
    </>
  )
}

/** Whose plan's status an action asks for. */
const planOfAction: Partial<Record<string, NotedPlan>> = {
  "success-plan": "successPlan",
  "lighthouse-update": "lighthouse",
  "renewal-180-unhealthy": "getWell",
  "low-mau-over-seats": "lowUtilization",
}

/** Sets the field that a step asks for, where it can be set from here. */
function MarkRed({ action: { steps } }: { action: Action }) {
  const { account } = useAccount()
  const guarded = useGuarded()
  const write = useQueuedWrite()
  const isAsked = steps.some(({ id }) => id === "red-account") && account.facts.redAccount?.value !== true
  if (!isAsked || !account.canSet.includes("redAccount")) return null
  return (
    <Button
      onClick={(event) =>
        guarded(event, () => {
          const request = { accountId: account.id, trait: "redAccount", value: true } as const
          void write("trait.set", request, words.markedRed)
        })
      }
    >
      {words.markRed}
    </Button>
  )
}

function useDone(action: Action): string[] {
  const { account } = useAccount()
  return account.actionStates.find(({ actionId }) => actionId === action.id)?.doneSteps ?? []
}

function ActionMeta({ action }: { action: Action }) {
  const { today } = useAccount()
  const done = useDone(action)
  const { dueOn, steps } = action
  const began = steps.some(({ id }) => done.includes(id))
  if (!dueOn && !began) return null
  return (
    <span className="action-meta">
      {dueOn ? (
        <Badge tone={dueOn < today ? "poor" : dueOn === today ? "concerning" : "plain"}>
          {dueOn < today ? words.overdue(formatDay(dueOn, today)) : words.due(formatDay(dueOn, today))}
        </Badge>
      ) : null}
      {began ? (
        <span>{words.steps(steps.filter(({ id }) => done.includes(id)).length, steps.length)}</span>
      ) : null}
    </span>
  )
}

/** The steps as a checklist that is remembered. */
function Steps({ action }: { action: Action }) {
  const done = useDone(action)
  const writes = useActionWrites()
  if (action.steps.length === 0) return null
  return (
    <ul className="checklist" aria-label={words.stepsOf(action.title)}>
      {action.steps.map(({ id, text }) => (
        <li key={id}>
          <label className="check">
            <input
              type="checkbox"
              checked={done.includes(id)}
              onChange={(event) => writes.step(event, action, id, event.target.checked)}
            />
            <span>{text}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}
