import { traitWords } from "~src/domain/trait-words"
import { useOpen } from "~src/store/view-memory"

import { Disclosure, StatusMark } from "../../base"
import { bandWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { SetTrait } from "./SetTrait"
import type { WeighedTrait } from "./sort-traits"
import { TraitDetail } from "./TraitDetail"

/** Whether the value is another word than the answer: a sentiment is its own answer, and what is missing has none. */
function saysMore({ status, valueText }: WeighedTrait): boolean {
  return status !== "unknown" && valueText !== bandWords[status]
}

/** The explanation of a trait without data begins with the answer, which stands in the line above. */
export function withoutAnswer({ status, explanation }: WeighedTrait): string {
  const answer = `${bandWords[status]}. `
  return status === "unknown" && explanation.startsWith(answer)
    ? explanation.slice(answer.length)
    : explanation
}

/**
 * One trait: short name, value and gain; where it is not well the explanation in full below, and the buttons of a trait
 * that people set by hand. The workspace's own label is in the tooltip and in the detail.
 */
export function TraitRow({ trait }: { trait: WeighedTrait }) {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, `trait:${trait.key}`)
  const pending = account.outbox.filter(({ about }) => about?.trait === trait.key)
  const { key, status, label, lift } = trait
  const settable = status !== "healthy" && trait.manual && account.canSet.includes(key)
  return (
    <li className={`trait trait-${status}`}>
      <Disclosure
        open={open}
        onToggle={setOpen}
        summary={
          <span className="trait-summary">
            <span className="trait-line" title={label}>
              <StatusMark band={status} words={saysMore(trait) ? "none" : "silent"} />
              <span className="trait-label">{traitWords[key].name}</span>
              <span className="sr-only">{label}</span>
              <span className="trait-value">{saysMore(trait) ? trait.valueText : bandWords[status]}</span>
              {lift >= 0.05 ? (
                <span className="trait-lift" title={panel.health.liftHint(lift.toFixed(1))}>
                  {panel.health.lift(lift.toFixed(1))}
                  <span className="sr-only">{panel.health.ifGreen}</span>
                </span>
              ) : null}
            </span>
            <span className="trait-why">{withoutAnswer(trait)}</span>
          </span>
        }
      >
        {open ? <TraitDetail trait={trait} /> : null}
      </Disclosure>
      {settable && !open ? (
        <div className="trait-set">
          <SetTrait trait={key} label={label} value={trait.value} />
        </div>
      ) : null}
      {pending.map((item) => (
        <OutboxLine key={item.id} item={item} withText />
      ))}
    </li>
  )
}
