import type { SyntheticEvent } from "react"

import type { RenewalPlan, RenewalPlanStep } from "~src/domain/assessment"
import { useOpen } from "~src/store/view-memory"

import { Badge, Disclosure } from "../../base"
import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { LogTouch } from "../contact/LogTouch"
import { ActionBody } from "./ActionCard"
import { useActionWrites } from "./use-action-writes"

const words = panel.renewalPlan

/**
 * One card for one renewal: people first, then rating, status and meeting. A step is done where its parts are ticked, here
 * or in the recommendation itself, or where a fact proves it.
 */
export function PlanCard({ plan, nextId }: { plan: RenewalPlan; nextId: string | undefined }) {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, "plan:done")
  const isDone = (step: RenewalPlanStep) => step.done || isTicked(step, account.actionStates)
  const left = plan.steps.filter((step) => !isDone(step))
  const done = plan.steps.filter(isDone)
  return (
    <div role="group" className="plan" aria-label={words[plan.kind]}>
      <header className="plan-head">
        <h3>{words[plan.kind]}</h3>
        <span className="faint">{words.progress(done.length, plan.steps.length)}</span>
      </header>
      <progress
        className="plan-bar"
        aria-label={words.progress(done.length, plan.steps.length)}
        max={plan.steps.length}
        value={done.length}
      />
      <ul className="plan-steps">
        {left.map((step) => (
          <Step key={step.id} step={step} isNext={step.title !== null && step.actionId === nextId} />
        ))}
      </ul>
      {done.length > 0 ? (
        <Disclosure
          className="foot"
          open={open}
          onToggle={setOpen}
          summary={<span>{words.done(done.length, done.map(titleOf).join(", "))}</span>}
        >
          <ul className="plan-steps">
            {done.map((step) => (
              <Step key={step.id} step={step} done />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </div>
  )
}

function titleOf(step: RenewalPlanStep): string {
  return step.title ?? (step.done ? step.text : words.kinds[step.kind])
}

function isTicked(
  { actionId, stepIds }: RenewalPlanStep,
  states: readonly { actionId: string; doneSteps: string[] }[],
): boolean {
  const done = states.find((state) => state.actionId === actionId)?.doneSteps ?? []
  return stepIds.length > 0 && stepIds.every((id) => done.includes(id))
}

function Step({
  step,
  isNext = false,
  done = false,
}: {
  step: RenewalPlanStep
  isNext?: boolean
  done?: boolean
}) {
  const { account, today } = useAccount()
  const writes = useActionWrites()
  const { actionId, stepIds, dueOn, why, text } = step
  const action = account.assessment.actions.find(({ id }) => id === actionId)
  const tick = (event: SyntheticEvent) => {
    if (!action) return
    for (const id of stepIds) writes.step(event, action, id, !done)
  }
  const title = titleOf(step)
  // A step that is a part of a recommendation has its details where the whole of it stands.
  const whole = step.title === null ? undefined : action
  const [open, setOpen] = useOpen(account.id, `plan:${step.id}`)
  const late = dueOn !== null && dueOn < today
  return (
    <li className="plan-step" data-row>
      <label className="check">
        <input
          type="checkbox"
          checked={done}
          disabled={!action}
          onChange={tick}
          aria-label={title}
          data-main
          data-key="c"
        />
        <span>
          <span className={done ? "plan-title is-done" : "plan-title"}>{title}</span>
          {done ? null : (
            <span className="plan-why">
              {dueOn ? (
                <span className={late ? "late" : undefined}>
                  {late
                    ? panel.actions.overdue(formatDay(dueOn, today))
                    : panel.actions.due(formatDay(dueOn, today))}
                  {why || text ? ". " : ""}
                </span>
              ) : null}
              {why || text}
            </span>
          )}
        </span>
      </label>
      {isNext ? <Badge tone="accent">{words.next}</Badge> : null}
      {step.kind === "contact" ? <LogTouch text={words.log} /> : null}
      {whole && !done ? (
        <Disclosure className="plan-more" open={open} onToggle={setOpen} summary={<span>{words.how}</span>}>
          {open ? <ActionBody action={whole} /> : null}
        </Disclosure>
      ) : null}
    </li>
  )
}
