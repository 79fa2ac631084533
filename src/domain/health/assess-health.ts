/**
 * The health score, explained (domain brief, section 3).
 *
 * Where Vitally's own score is known its band drives every rule, list and colour; ours explains it, and a sentence says where
 * they differ.
 */
import type { ActionStep, CategoryResult, HealthResult, TraitResult } from "../assessment"
import { TRAIT_KEYS, type AccountFacts, type Clock, type TraitKey } from "../facts"
import { isRatio } from "../facts"
import type { HealthPolicy, Policy } from "../policy/policy"
import { capital, colour, plural, score as say } from "../words"
import { bandOf } from "./bands"
import { CATEGORY_KEYS, CATEGORY_LABELS, CATEGORY_TRAITS, categoryScore, liftOf } from "./score"
import { type HealthCore, isCountedApart } from "./core"
import { smallestFix } from "./smallest-fix"
import { isStale } from "./stale"
import { traitRules } from "./traits"
import { withoutChampion } from "./traits/active-champion"
import { preciseFix } from "./traits/precise-intel"
import type { TraitContext } from "./traits/rule"

/** The whole answer with every trait's explanation. `gone`: a customer who left is not told what would turn green. */
export function explainHealth(
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  core: HealthCore,
  gone = false,
): HealthResult {
  const rules = policy.health
  const categories = CATEGORY_KEYS.map((key): CategoryResult => {
    return {
      key,
      label: CATEGORY_LABELS[key],
      weight: core.formula.weights[key],
      score: categoryScore(core.points, key),
      traits: CATEGORY_TRAITS[key].map((trait) => explainTrait(trait, facts, policy, clock, core, gone)),
    }
  })
  const traits = categories.flatMap((category) => category.traits)
  const fix = gone ? null : smallestFix(core, facts, rules)
  const shown = core.official?.score ?? core.score
  return {
    score: core.score,
    band: core.band,
    ownBand: core.ownBand,
    official: core.official,
    formula: core.formula.label,
    categories,
    withData: traits.filter((trait) => trait.value !== null).length,
    total: traits.length,
    summary: summaryOf(core, fix),
    difference: differenceOf(core, rules),
    atOrBelowFive: shown !== null && shown <= rules.warnAtOrBelow + rules.bands.tolerance,
    smallestFix: fix,
    usageScore: usageScoreOf(facts, rules),
  }
}

function explainTrait(
  key: TraitKey,
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  core: HealthCore,
  gone: boolean,
): TraitResult {
  const rule = traitRules[key]
  const threshold = policy.health.thresholds[key]
  const { value, fact } = core.readings[key]
  const status = core.statuses[key]
  const points = core.points[key]
  const lift = gone ? 0 : liftOf(core.points, core.formula.weights, key, policy.health.points.healthy)
  const context: TraitContext<never> = { value: value as never, status, threshold, facts }
  const known = value !== null && status !== "unknown"
  const missing = missingText(key, facts, rule.missing)
  const said = known ? capital(rule.valueText(value as never)) : ""
  return {
    key,
    label: rule.label,
    category: rule.category,
    value: known ? value : null,
    valueText: known ? said : "No data",
    status,
    points,
    lift,
    liftText: lift > 0 ? liftText(rule.toGreen(threshold, facts), lift, core, policy.health) : "",
    explanation: !known ? noData(key, facts, missing) : gone ? `${said}.` : rule.explain(context),
    stale: isStale(key, facts, policy, clock),
    freshness: rule.freshness,
    measures: rule.measures,
    whyItMatters: rule.whyItMatters,
    howToFix: gone ? [] : withoutChampion(fixOf(key, core), facts).map((step) => step.text),
    manual: rule.manual,
    ...(fact ? { fact } : {}),
    ...(threshold.kind === "number"
      ? {
          scale: {
            min: threshold.min,
            max: threshold.max,
            green: threshold.green,
            red: threshold.red,
            higherIsBetter: threshold.higherIsBetter,
            unit: rule.unit,
          },
        }
      : {}),
    ...(known ? {} : { missing }),
  }
}

function fixOf(key: TraitKey, { readings }: HealthCore): readonly ActionStep[] {
  if (key === "versionsBehind" && readings.versionsBehind.value === 0) return []
  return key === "preciseIntel" ? preciseFix(readings.versionsBehind.value) : traitRules[key].fix
}

function liftText(start: string, lift: number, core: HealthCore, rules: HealthPolicy): string {
  // Where Vitally shows another score than ours comes to, only the gain can be promised.
  if (isCountedApart(core)) return `${start} would add ${points(lift)} by our count.`
  const after = (core.score ?? 0) + lift
  return `${start} would make it ${say(after)}, ${colour(bandOf(after, rules.bands))}.`
}

function points(lift: number): string {
  const said = say(lift)
  return said === "1.0" ? "1 point" : `${said} points`
}

/** What there is, where it is not nothing: told that a field were empty, the TA would look for nothing. */
function missingText(key: TraitKey, facts: AccountFacts, missing: string): string {
  const unread = facts.unread?.[key]
  if (unread !== undefined) return `Its field holds "${unread}", which can't be used here.`
  const users = facts.monthlyActiveUsers?.value ?? 0
  if (key !== "mauOverSeats" || users === 0) return missing
  const divisor = facts.unlimitedSeats?.value === true ? "could use it (TAM)" : "seats are paid for"
  return `${plural(users, "person was", "people were")} active last month; how many ${divisor} is not known.`
}

/** Missing is never red: the sentence says why there is nothing, and that it does not count (section 3b). */
function noData(key: TraitKey, facts: AccountFacts, missing: string): string {
  const fromUsage = isRatio(key)
  const telemetry = facts.telemetry?.value
  if (fromUsage && telemetry === "none") {
    return "No usage data: this instance sends no telemetry. Not counted against the score."
  }
  if (fromUsage && telemetry === "critical-only") {
    return "No usage data: this instance sends critical telemetry only. Not counted against the score."
  }
  return `No data. ${missing} Not counted against the score.`
}

function summaryOf(core: HealthCore, fix: HealthResult["smallestFix"]): string {
  if (core.score === null && !core.official) return "No data on any of the ten traits, so there is no score."
  const start = core.official
    ? `${say(core.official.score)} of 10 in Vitally, ${colour(core.band)}.`
    : `${say(core.score ?? 0)} of 10, ${colour(core.band)}.`
  return fix ? `${start} ${fix.text}` : start
}

function differenceOf(core: HealthCore, rules: HealthPolicy): string | null {
  const { official, score } = core
  if (!official || score === null) return null
  const apart = Math.abs(official.score - score)
  if (apart <= rules.sayDifferenceOver + rules.bands.tolerance && official.band === core.ownBand) return null
  const had = TRAIT_KEYS.filter((key) => core.points[key] !== null).length
  return `Vitally says ${say(official.score)}, ${colour(official.band)}; by the traits we can read (${had} of ${TRAIT_KEYS.length}) it is ${say(score)}, ${colour(core.ownBand)}. Vitally's colour is used.`
}

/** The old 0-100 figure: shown, never computed, no colour unless the policy gives thresholds (section 3b). */
function usageScoreOf(facts: AccountFacts, rules: HealthPolicy): HealthResult["usageScore"] {
  const fact = facts.usageScore
  if (!fact || !Number.isFinite(fact.value)) return null
  const { green, red } = rules.usageScore
  const status =
    green === null || red === null
      ? ""
      : `, ${fact.value >= green ? "green" : fact.value <= red ? "red" : "yellow"}`
  return {
    value: fact.value,
    text: `Usage Score (old, 0 to 100): ${fact.value}${status}. Computed on the 1st for the month before; not part of the score.`,
  }
}
