import { useId } from "react"

import type { RenewalResult, RenewalStep } from "~src/domain/assessment"
import { useWrite } from "~src/store/use-write"

import { Badge, Notice } from "../../base"
import { formatDate } from "../../base/format"
import { base } from "../../strings/base"
import { panel } from "../../strings/panel"
import { Facts } from "../shared/Facts"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { useGuarded } from "../shared/VisibilityGuard"
import { Opportunities } from "./Opportunities"
import { RenewalSources } from "./RenewalSources"
import { useRenewalRows } from "./use-renewal-rows"

const words = panel.renewal

/** `110 days`, `today`, `Ended 12 days ago`. */
function daysOutText(daysOut: number): string {
  if (daysOut === 0) return base.today
  return daysOut < 0 ? words.ended(base.days(-daysOut)) : base.days(daysOut)
}

export function RenewalSection() {
  const { account, today } = useAccount()
  const { renewal } = account.assessment
  const { on, daysOut, phase } = renewal
  // Near the date or behind it, days and date are all that there is to say.
  const told = on !== null && daysOut !== null && phase !== "later" && !account.facts.churnedOn
  return (
    <Section section="renewal">
      {daysOut === null || on === null ? null : (
        <div className="figure">
          <p className="figure-number">
            <strong>{daysOutText(daysOut)}</strong>
          </p>
          <div className="figure-side">
            <Badge tone={phase === "ended" ? "poor" : "plain"}>{renewal.phaseLabel}</Badge>
            {told ? <span className="faint small">{formatDate(on, today)}</span> : null}
          </div>
        </div>
      )}
      {told ? null : <p className="why">{renewal.why || words.none}</p>}
      {renewal.nextStep && renewal.steps.length === 0 ? (
        <p>
          <strong>{words.next}:</strong> {renewal.nextStep}
        </p>
      ) : null}
      <Steps renewal={renewal} />
      {renewal.conflict ? <Notice tone="concerning">{renewal.conflict}</Notice> : null}
      <LostRenewal />
      <Facts rows={useRenewalRows()} />
      <RenewalSources />
      <Opportunities />
    </Section>
  )
}

/** The latest renewal that was lost, unless another one is open by now. */
function LostRenewal() {
  const { account, today } = useAccount()
  const { lostRenewals = [], openOpportunities = [] } = account.facts
  const [lost] = lostRenewals
  if (!lost || openOpportunities.some(({ kind }) => kind === "renewal")) return null
  const on = lost.closeOn && formatDate(lost.closeOn, today)
  return <Notice tone="concerning">{words.lost(lost.name, on)}</Notice>
}

/** The phase's steps as a checklist that is remembered; what a completed project in Vitally says can't be taken back here. */
function Steps({ renewal: { on, steps, nextStep } }: { renewal: RenewalResult }) {
  const { account } = useAccount()
  const guarded = useGuarded()
  const { mutate } = useWrite("renewal.step")
  const id = useId()
  if (steps.length === 0 || on === null) return null
  const isDone = (step: RenewalStep) => step.done === true || account.renewalDone.includes(step.id)
  return (
    <>
      <div className="sub-head">
        <h3 id={id}>{words.steps}</h3>
        <span className="faint small">{words.progress(steps.filter(isDone).length, steps.length)}</span>
      </div>
      <ul className="checklist" aria-labelledby={id}>
        {steps.map((step) => (
          <li key={step.id}>
            <label className="check">
              <input
                type="checkbox"
                checked={isDone(step)}
                disabled={step.done === true}
                onChange={(event) => {
                  const done = event.target.checked
                  guarded(event, () => mutate({ accountId: account.id, on, stepId: step.id, done }))
                }}
              />
              <span>{step.text}</span>
            </label>
            {step.done ? <span className="check-note">{words.doneInVitally}</span> : null}
          </li>
        ))}
      </ul>
      {nextStep && !steps.some(({ text }) => text === nextStep) ? (
        <p>
          <strong>{words.next}:</strong> {nextStep}
        </p>
      ) : null}
    </>
  )
}
