import type { HealthResult } from "~src/domain/assessment"

import { Disclosure, Notice, Sparkline, StatusMark } from "../../base"
import { formatDate, formatScore } from "../../base/format"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { Source } from "../shared/Source"
import { Categories } from "./Categories"
import { sortTraits } from "./sort-traits"
import { TraitRow } from "./TraitRow"

const words = panel.health

export function HealthSection() {
  const { account, today } = useAccount()
  const { health } = account.assessment
  const traits = sortTraits(health.categories)
  const shown = health.official?.score ?? health.score
  // The score and its colour stand above in figures: of the summary only what they can't say.
  const lines = [shown === null ? health.summary : null, health.smallestFix?.text, health.difference]
  return (
    <Section section="health" aside={words.withData(health.withData, health.total)}>
      <div className="figure">
        <p className="figure-number">
          {shown === null ? (
            <StatusMark band="unknown" />
          ) : (
            <>
              <strong>{formatScore(shown)}</strong> <span className="faint">{words.of}</span>
            </>
          )}
        </p>
        <div className="figure-side">
          {shown === null ? null : <StatusMark band={health.band} words="full" />}
          {health.official ? <span className="faint small">{whose(health)}</span> : null}
        </div>
        <History today={today} />
      </div>
      {lines.map((text) =>
        text ? (
          <p key={text} className="why">
            {text}
          </p>
        ) : null,
      )}
      <Categories categories={health.categories} />
      <p className="traits-head" aria-hidden="true">
        <span>{words.traits}</span>
        {traits.some(({ lift }) => lift > 0) ? <span>{words.gain}</span> : null}
      </p>
      <ul className="traits" aria-label={words.traits}>
        {traits.map((trait) => (
          <TraitRow key={trait.key} trait={trait} />
        ))}
      </ul>
      {account.outbox
        .filter(({ about }) => about?.trait === "redAccount" || about?.trait === "lighthouse")
        .map((item) => (
          <OutboxLine key={item.id} item={item} withText />
        ))}
      <p className="foot">
        {words.formula(health.formula)}
        {health.official ? (
          <>
            {" · "}
            {words.official}: <Source fact={health.official.fact} />
          </>
        ) : null}
      </p>
      {health.usageScore ? (
        <Disclosure className="foot" summary={<span>{words.usageScore}</span>}>
          <Notice>{health.usageScore.text}</Notice>
        </Disclosure>
      ) : null}
    </Section>
  )
}

/** Vitally's score, and ours beside it where no sentence below compares the two. */
function whose({ official, score, difference }: HealthResult): string {
  if (!official || score === null || difference !== null) return words.official
  const ours = formatScore(score)
  return ours === formatScore(official.score) ? words.agrees : words.ours(ours)
}

function History({ today }: { today: string }) {
  const history = useAccount().account.facts.history ?? []
  const known = history.filter(({ score }) => score !== null)
  const first = known[0]
  const last = known.at(-1)
  if (!first || !last || first === last) return null
  const label = words.history(
    formatScore(first.score ?? 0),
    formatDate(first.on, today),
    formatScore(last.score ?? 0),
    formatDate(last.on, today),
  )
  return (
    <div className="figure-end" title={label}>
      <Sparkline points={history.map(({ on, score }) => ({ on, value: score }))} label={label} />
    </div>
  )
}
