import { useOpen } from "~src/store/view-memory"

import { Disclosure, StatusMark } from "../../base"
import { bandColours, bandWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import type { WeighedTrait } from "./sort-traits"
import { TraitDetail } from "./TraitDetail"

/** Whether the value is another word than the answer: a sentiment is its own answer, and what is missing has none. */
function saysMore({ status, valueText }: WeighedTrait): boolean {
  return status !== "unknown" && valueText !== bandWords[status]
}

/**
 * One trait: label and value on a line; where it is not well a second one with the answer, the reason and the gain. Opens
 * to everything known of it. What is cut or folded from sight stays there for assistive tech.
 */
export function TraitRow({ trait }: { trait: WeighedTrait }) {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, `trait:${trait.key}`)
  const pending = account.outbox.filter(({ about }) => about?.trait === trait.key)
  return (
    <li className={`trait trait-${trait.status}`}>
      <Disclosure
        open={open}
        onToggle={setOpen}
        summary={
          <span className="trait-summary">
            <span className="trait-line">
              <StatusMark band={trait.status} words="silent" />
              <span className="trait-label">{trait.label}</span>
              {trait.status === "healthy" ? <Answer trait={trait} /> : null}
              {saysMore(trait) ? <span className="trait-value">{trait.valueText}</span> : null}
            </span>
            <Reason trait={trait} />
          </span>
        }
      >
        {open ? <TraitDetail trait={trait} /> : null}
      </Disclosure>
      {pending.map((item) => (
        <OutboxLine key={item.id} item={item} withText />
      ))}
    </li>
  )
}

function Answer({ trait: { status } }: { trait: WeighedTrait }) {
  return <span className={`trait-status mark-${status}`}>{bandWords[status]}</span>
}

function Reason({ trait }: { trait: WeighedTrait }) {
  const { status, lift, explanation } = trait
  const answer = bandWords[status]
  // Where nothing is known the explanation itself begins with the answer.
  const why =
    status === "unknown" && explanation.startsWith(answer)
      ? explanation.slice(answer.length)
      : ` ${explanation}`
  return (
    <span className="trait-reason">
      <span className="trait-why">
        {status === "healthy" ? null : <Answer trait={trait} />}
        {status === "healthy" || status === "unknown" ? null : (
          <span className="trait-colour"> {bandColours[status]}</span>
        )}
        {why}
      </span>
      {lift >= 0.05 ? (
        <span className="trait-lift" title={panel.health.liftHint}>
          {panel.health.lift(lift.toFixed(1))}
          <span className="sr-only">{panel.health.ifGreen}</span>
        </span>
      ) : null}
    </span>
  )
}
