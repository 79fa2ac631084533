import { Notice, Scale } from "../../base"
import { formatAge } from "../../base/format"
import { sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { Facts } from "../shared/Facts"
import { useAccount } from "../shared/panel-context"
import { Source } from "../shared/Source"
import { useNow } from "~src/ui/base/use-now"
import { SetTrait } from "./SetTrait"
import type { WeighedTrait } from "./sort-traits"
import { UsageCurve } from "./UsageCurve"
import { OtherValues } from "../shared/OtherValues"

const words = panel.health

/** What opens under a trait: the scale, what to gain, how to fix it, where the value is from, setting it by hand. */
export function TraitDetail({ trait }: { trait: WeighedTrait }) {
  const { account } = useAccount()
  const share = `${Math.round(trait.share * 1000) / 10}%`
  return (
    <div className="trait-detail">
      <TraitScale trait={trait} />
      {trait.key === "mauOverSeats" || trait.key === "dauOverMau" ? (
        <UsageCurve fact={trait.key} label={trait.label} />
      ) : null}
      {trait.liftText ? <p>{trait.liftText}</p> : null}
      <OtherValues facts={[trait.key]} />
      {trait.missing && !trait.explanation.includes(trait.missing) ? <p>{trait.missing}</p> : null}
      {trait.stale ? (
        <Notice tone="concerning" icon="clock">
          {words.stale}
        </Notice>
      ) : null}
      {account.canSet.includes(trait.key) ? (
        <SetTrait trait={trait.key} label={trait.label} value={trait.value} />
      ) : null}
      {trait.status === "healthy" || trait.howToFix.length === 0 ? null : (
        <>
          <h3>{words.how}</h3>
          <ul className="bullets">
            {trait.howToFix.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <Facts
        rows={[
          [words.measures, trait.measures],
          [words.why, trait.whyItMatters],
          [words.source, <FactSource key="source" trait={trait} />],
        ]}
      />
      <p className="foot">
        {words.weight(share)} · {trait.freshness}
      </p>
    </div>
  )
}

function FactSource({ trait: { fact } }: { trait: WeighedTrait }) {
  const now = useNow()
  if (!fact) return panel.tier.unknown
  const { other } = fact
  return (
    <>
      <Source fact={fact} />
      {other ? (
        <span className="source-other">
          {words.otherSays(sourceWords[other.source], String(other.value))}
          {other.at ? ` (${formatAge(other.at, now)})` : null}
        </span>
      ) : null}
    </>
  )
}

function TraitScale({ trait: { scale, value, valueText } }: { trait: WeighedTrait }) {
  if (!scale) return null
  const format = (at: number) =>
    scale.unit === "%" ? `${Math.round(at * 1000) / 10}%` : at.toLocaleString("en-US")
  return (
    <Scale
      {...scale}
      value={typeof value === "number" ? value : null}
      format={format}
      label={words.scale(valueText, format(scale.green), format(scale.red))}
    />
  )
}
