import type { RenewalResult } from "~src/domain/assessment"

import { Badge, Icon, Name, Notice, SafeLink } from "../../base"
import { formatCount, formatDate, formatDay, formatMoney } from "../../base/format"
import { base, sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { Facts } from "../Facts"
import { useAccount } from "../panel-context"
import { Section } from "../Section"
import { Opportunities } from "./Opportunities"

const words = panel.renewal

/** `110 days`, `today`, `Ended 12 days ago`. */
export function daysOutText(daysOut: number): string {
  if (daysOut === 0) return base.today
  return daysOut < 0 ? words.ended(base.days(-daysOut)) : base.days(daysOut)
}

export function RenewalSection() {
  const { account, today } = useAccount()
  const { renewal } = account.assessment
  return (
    <Section section="renewal" aside={renewal.on ? formatDate(renewal.on, today) : null}>
      {renewal.daysOut === null ? null : (
        <div className="figure">
          <p className="figure-number">
            <strong>{daysOutText(renewal.daysOut)}</strong>
          </p>
          <div className="figure-side">
            <Badge tone={renewal.phase === "ended" ? "poor" : "plain"}>{renewal.phaseLabel}</Badge>
          </div>
        </div>
      )}
      <p className="why">{renewal.why || words.none}</p>
      {renewal.nextStep && renewal.steps.length === 0 ? (
        <p>
          <strong>{words.next}:</strong> {renewal.nextStep}
        </p>
      ) : null}
      <Steps renewal={renewal} />
      {renewal.conflict ? <Notice tone="concerning">{renewal.conflict}</Notice> : null}
      <Facts rows={useRows(renewal)} />
      <Opportunities />
    </Section>
  )
}

function Steps({ renewal: { steps, nextStep } }: { renewal: RenewalResult }) {
  if (steps.length === 0) return null
  return (
    <>
      <h3>{words.steps}</h3>
      <ol className="phase-steps">
        {steps.map(({ id, text, done }) => (
          <li key={id} className={done ? "is-done" : undefined}>
            <Icon name={done ? "check" : "other"} />
            <span>
              {text}
              {done ? <span className="sr-only"> ({words.done})</span> : null}
            </span>
          </li>
        ))}
      </ol>
      {nextStep && !steps.some(({ text }) => text === nextStep) ? (
        <p>
          <strong>{words.next}:</strong> {nextStep}
        </p>
      ) : null}
    </>
  )
}

function useRows(renewal: RenewalResult): [string, React.ReactNode][] {
  const { account, today } = useAccount()
  const { facts } = account
  const { arr, seats, seatsUsed } = renewal
  const updated = facts.planUpdatedOn?.value
  const planUpdated = updated ? words.planUpdated(formatDay(updated, today)) : null
  return [
    [
      words.arr,
      arr ? (
        <>
          {formatMoney(arr.value, facts.currency)}
          {arr.other ? (
            <span className="source-other">
              {words.otherSystem(sourceWords[arr.other.source], formatMoney(arr.other.value, facts.currency))}
            </span>
          ) : null}
        </>
      ) : null,
    ],
    [words.seats, seatsText(seats?.value, seatsUsed?.value)],
    [words.executive, facts.accountExecutive ? <Name>{facts.accountExecutive}</Name> : null],
    [
      words.plan,
      facts.planUrl ? (
        <>
          <SafeLink href={facts.planUrl} icon>
            {words.openPlan}
          </SafeLink>
          {planUpdated ? <span className="faint"> · {planUpdated}</span> : null}
        </>
      ) : (
        planUpdated
      ),
    ],
  ]
}

function seatsText(bought: number | undefined, used: number | undefined): string | null {
  if (bought === undefined) return null
  if (used === undefined || bought <= 0) return words.seatsBought(formatCount(bought))
  return words.seatsOf(formatCount(used), formatCount(bought), `${Math.floor((used / bought) * 100)}%`)
}
