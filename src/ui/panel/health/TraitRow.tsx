import { useOpen } from "~src/store/view-memory"

import { Disclosure, StatusMark } from "../../base"
import { bandColours, bandWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../OutboxLine"
import { useAccount } from "../panel-context"
import type { WeighedTrait } from "./sort-traits"
import { TraitDetail } from "./TraitDetail"

/** The answer in a word and its colour, then why. Where nothing is known the explanation itself begins with the word. */
function Explanation({ trait: { status, explanation } }: { trait: WeighedTrait }) {
  if (status === "unknown" && explanation.startsWith(bandWords.unknown)) return explanation
  return (
    <>
      <span className={`trait-status mark-${status}`}>{bandWords[status]}</span>{" "}
      {bandColours[status] ? <span className="trait-colour">{bandColours[status]} </span> : null}
      {explanation}
    </>
  )
}

/** Whether the value is another word than the answer: a sentiment is its own answer, and what is missing has none. */
function saysMore({ status, valueText }: WeighedTrait): boolean {
  return status !== "unknown" && valueText !== bandWords[status]
}

/** One trait in two lines: label, value and answer; then why. Opens to everything known of it. */
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
              <span className="trait-value">{saysMore(trait) ? trait.valueText : null}</span>
            </span>
            <span className="trait-explanation">
              <Explanation trait={trait} />
              {trait.lift >= 0.05 ? (
                <>
                  {" "}
                  <span className="trait-lift" title={panel.health.liftHint}>
                    {panel.health.lift(trait.lift.toFixed(1))}
                  </span>
                </>
              ) : null}
            </span>
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
