/** Measures of a tier scheme: whether they fit, and how they are written (domain brief, section 2). */
import type { AccountFacts, Fact } from "../facts"
import type { Measure, MeasureRange, TierRule } from "../policy/policy"
import { count, list, money, moneyMissing, plural } from "../words"

export type Verdict = "yes" | "no" | "missing"

export const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  employees: "employees",
  arr: "ARR",
  developers: "developers",
  seats: "seats",
}

export function verdict(facts: AccountFacts, tier: TierRule): Verdict {
  let yes = 0
  let missing = 0
  for (const range of tier.when) {
    const fit = fits(facts, range)
    if (fit === "yes") yes += 1
    else if (fit === "missing") missing += 1
  }
  if (tier.match === "any") return yes > 0 ? "yes" : missing > 0 ? "missing" : "no"
  return yes === tier.when.length ? "yes" : yes + missing === tier.when.length ? "missing" : "no"
}

export function fits(facts: AccountFacts, range: MeasureRange): Verdict {
  const value = factOf(facts, range.measure)?.value
  if (value === undefined) return "missing"
  const inside =
    value >= (range.from ?? -Infinity) &&
    value < (range.below ?? Infinity) &&
    value <= (range.upTo ?? Infinity)
  return inside ? "yes" : "no"
}

/** "12,400 employees (10,000 to 40,000)". */
export function inWords(facts: AccountFacts, range: MeasureRange): string {
  const value = factOf(facts, range.measure)?.value ?? 0
  return `${counted(facts, range.measure, value)} (${bounds(facts, range)})`
}

/** "12,400 employees", "1 employee", "$420k ARR". */
export function counted(facts: AccountFacts, measure: Measure, value: number): string {
  return measure === "arr" ? `${amount(facts, measure, value)} ARR` : plural(value, one(measure))
}

/** "30,000 more employees", "1 more employee", "$80k more ARR". */
export function more(facts: AccountFacts, measure: Measure, value: number): string {
  if (measure === "arr") return `${moneyMissing(value, facts.currency)} more ARR`
  return plural(value, `more ${one(measure)}`)
}

function one(measure: Measure): string {
  return MEASURE_WORDS[measure].replace(/s$/, "")
}

export function bounds(facts: AccountFacts, range: MeasureRange): string {
  const say = (value: number) => amount(facts, range.measure, value)
  const to = range.upTo ?? range.below
  if (range.from !== undefined && to !== undefined) return `${say(range.from)} to ${say(to)}`
  if (range.from !== undefined) return `${say(range.from)} or more`
  if (range.upTo !== undefined) return `${say(range.upTo)} or less`
  return to === undefined ? "any" : `less than ${say(to)}`
}

export function amount(facts: AccountFacts, measure: Measure, value: number): string {
  return measure === "arr" ? money(value, facts.currency) : count(value)
}

export function factOf(facts: AccountFacts, measure: Measure): Fact<number> | undefined {
  return facts[measure]
}

/** "ARR is not known", "employees and ARR are not known". */
export function notKnown(missing: readonly Measure[]): string {
  const [only] = missing
  const verb = missing.length === 1 && only === "arr" ? "is" : "are"
  return `${list(missing.map((measure) => MEASURE_WORDS[measure]))} ${verb} not known`
}
