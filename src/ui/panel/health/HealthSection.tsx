import type { Band, CategoryResult, HealthResult } from "~src/domain/assessment"
import { traitWords } from "~src/domain/trait-words"
import { useOpen } from "~src/store/view-memory"

import { Disclosure, Icon, Notice, Sparkline, StatusMark } from "../../base"
import { formatDate, formatScore } from "../../base/format"
import { bandWords, base } from "../../strings/base"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { Section } from "../shared/Section"
import { Source } from "../shared/Source"
import { Categories } from "./Categories"
import { sortTraits, type WeighedTrait } from "./sort-traits"
import { TraitRow, withoutAnswer } from "./TraitRow"

const words = panel.health

/** What is wrong with its explanation in full; what is well, and what nobody knows, on a line each. */
export function HealthSection() {
  const { account, today } = useAccount()
  const { health } = account.assessment
  const traits = sortTraits(health.categories)
  const of = (...bands: Band[]) => traits.filter(({ status }) => bands.includes(status))
  const bad = of("poor", "concerning")
  const green = of("healthy")
  const unknown = of("unknown")
  const shown = health.official?.score ?? health.score
  // The score and its colour stand in the glance: here only what a number can't say.
  const lines = [shown === null ? health.summary : null, health.smallestFix?.text, health.difference]
  return (
    <Section section="health" aside={<Score health={health} traits={traits} />}>
      {lines.map((text) =>
        text ? (
          <p key={text} className="why">
            {text}
          </p>
        ) : null,
      )}
      <History today={today} />
      <CategoryLine categories={health.categories} />
      {bad.length > 0 ? <Rows traits={bad} label={words.toImprove} /> : null}
      <Fold id="green" band="healthy" traits={green} title={words.green(green.length)} />
      <Fold id="unknown" band="unknown" traits={unknown} title={words.withoutData(unknown.length)} />
      {account.outbox
        .filter(({ about }) => about?.trait === "redAccount" || about?.trait === "lighthouse")
        .map((item) => (
          <OutboxLine key={item.id} item={item} withText />
        ))}
      <p className="foot">
        {health.official ? (
          <>
            {whose(health)} <Source fact={health.official.fact} />
            {" · "}
          </>
        ) : null}
        {words.formula(health.formula)}
      </p>
      {health.usageScore ? (
        <Disclosure className="foot" summary={<span>{words.usageScore}</span>}>
          <Notice>{health.usageScore.text}</Notice>
        </Disclosure>
      ) : null}
    </Section>
  )
}

/** "5.4 of 10, 7 red, 3 green"; missing data is counted apart. */
function Score({ health, traits }: { health: HealthResult; traits: WeighedTrait[] }) {
  const score = health.official?.score ?? health.score
  const count = (band: Band) => traits.filter(({ status }) => status === band).length
  return (
    <span className="health-counts">
      <StatusMark band={health.band} words="none" />{" "}
      {score === null ? null : (
        <>
          <strong>{formatScore(score)}</strong> {words.of}
          {" · "}
        </>
      )}
      {words.counts(count("poor"), count("concerning"), count("healthy"), count("unknown"))}
    </span>
  )
}

function Rows({ traits, label }: { traits: WeighedTrait[]; label: string }) {
  return (
    <ul className="traits" aria-label={label}>
      {traits.map((trait) => (
        <TraitRow key={trait.key} trait={trait} />
      ))}
    </ul>
  )
}

/** One line for many traits that need nothing now. Folded from sight they are still read out, one by one. */
function Fold({
  id,
  band,
  traits,
  title,
}: {
  id: string
  band: Band
  traits: WeighedTrait[]
  title: string
}) {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, `traits:${id}`)
  if (traits.length === 0) return null
  return (
    <div className="trait-fold">
      <button type="button" className="trait-fold-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <StatusMark band={band} words="silent" />
        <strong>{title}</strong>
        <span className="faint trait-fold-names" aria-hidden="true">
          {traits.map(({ key }) => traitWords[key].name.toLowerCase()).join(", ")}
        </span>
        <Icon name="chevron" className="disclosure-mark" />
      </button>
      {open ? (
        <Rows traits={traits} label={title} />
      ) : (
        <ul className="sr-only" aria-label={title}>
          {traits.map((trait) => (
            <li key={trait.key} className="trait">
              {foldedText(trait)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Everything that the row would say: name, label, value, answer, explanation. */
function foldedText(trait: WeighedTrait): string {
  const { key, label, valueText, status } = trait
  const value = valueText === bandWords[status] ? valueText : `${valueText}, ${bandWords[status]}`
  return `${traitWords[key].name} (${label}): ${value}. ${withoutAnswer(trait)}`
}

/** "Sentiment 5 · Technical 7.5 · …"; opens to the weights behind the score. */
function CategoryLine({ categories }: { categories: CategoryResult[] }) {
  const { account } = useAccount()
  const [open, setOpen] = useOpen(account.id, "categories")
  return (
    <Disclosure
      className="category-line"
      open={open}
      onToggle={setOpen}
      summary={
        <span className="faint">
          {categories
            .map(
              ({ key, score }) =>
                `${words.categoryNames[key]} ${score === null ? base.dash : formatScore(score)}`,
            )
            .join(" · ")}
        </span>
      }
    >
      <Categories categories={categories} />
    </Disclosure>
  )
}

/** Vitally's score, and ours beside it if no sentence above compares the two. */
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
    <div className="health-history" title={label}>
      <Sparkline points={history.map(({ on, score }) => ({ on, value: score }))} label={label} />
    </div>
  )
}
