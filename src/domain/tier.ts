/**
 * Which tier a customer is in, who serves it, and why (domain brief, section 2).
 *
 * The highest tier that matches wins. The CRM's own segment wins over ours, with a sentence where they differ. A tier that
 * needs all its measures is not claimed while one is missing; a higher tier still possible through a missing measure is said.
 */
import type { TierResult } from "./assessment"
import type { AccountFacts, Fact } from "./facts"
import type { Measure, MeasureRange, TierRule, TierScheme } from "./policy"
import { count, list, money, plain } from "./words"

type Verdict = "yes" | "no" | "missing"
export type TierCore = Omit<TierResult, "owed">

const MEASURE_WORDS: Readonly<Record<Measure, string>> = {
  employees: "employees",
  arr: "ARR",
  developers: "developers",
  seats: "seats",
}

/** The tier alone, without what it is owed (`tierOwed`). Never throws. */
export function tierOf(facts: AccountFacts, scheme: TierScheme): TierCore {
  const measures = [...new Set(scheme.tiers.flatMap((tier) => tier.when.map((range) => range.measure)))]
  const missing = measures.filter((measure) => factOf(facts, measure) === undefined)
  const ours = scheme.tiers.findIndex((tier) => verdict(facts, tier) === "yes")
  const possible = scheme.tiers.findIndex((tier) => verdict(facts, tier) !== "no")
  const own = ours >= 0 ? scheme.tiers[ours] : undefined
  const atLeast = possible >= 0 && (ours < 0 || possible < ours)
  const segment = facts.segment?.value ?? ""
  const crm = segment === "" ? -1 : scheme.tiers.findIndex((tier) => isNamed(tier, segment))
  const chosen = crm >= 0 ? crm : ours
  const tier = chosen >= 0 ? scheme.tiers[chosen] : undefined
  const decided = own && crm < 0 ? decidedBy(facts, own) : undefined
  const served = tier ? teamOf(facts, tier) : { team: null, why: null }

  return {
    name: tier?.name ?? null,
    ...(crm < 0 && atLeast ? { atLeast: true } : {}),
    rank: tier ? chosen : null,
    team: served.team,
    why: [
      ...whyLines(facts, scheme, { own, ours, crm, segment, atLeast, possible, missing }),
      ...(served.why === null ? [] : [served.why]),
    ],
    ...(decided ? { decidedBy: decided } : {}),
    missing: missing.map((measure) => MEASURE_WORDS[measure]),
    ...borderOf(facts, scheme, chosen),
    conflict: conflictOf(facts, scheme, { own, ours, crm, segment }),
  }
}

interface Found {
  own: TierRule | undefined
  ours: number
  crm: number
  segment: string
}

function whyLines(
  facts: AccountFacts,
  scheme: TierScheme,
  found: Found & { atLeast: boolean; possible: number; missing: Measure[] },
): string[] {
  const { own, ours, crm, segment, atLeast, possible, missing } = found
  const crmTier = scheme.tiers[crm]
  const missingWords = notKnown(missing)
  const lines: string[] = []
  if (crmTier) lines.push(`${crmTier.name}: the CRM's own segment says so.`)
  else if (segment !== "") lines.push(`The CRM calls it "${segment}", which is no tier of this scheme.`)
  if (own) {
    lines.push(
      `${own.name}: ${list(own.when.filter((r) => fits(facts, r) === "yes").map((r) => inWords(facts, r)))}.`,
    )
    if (atLeast && crm < 0) {
      const better = scheme.tiers
        .slice(0, ours)
        .reverse()
        .find((tier) => verdict(facts, tier) === "missing")
      const range = better?.when.find((r) => fits(facts, r) === "missing")
      if (better && range) {
        lines.push(
          `At least that: ${missingWords}, and ${bounds(facts, range)} would make it ${better.name}.`,
        )
      }
    }
  } else if (crm < 0) {
    const lowest = [...scheme.tiers].reverse().find((tier) => verdict(facts, tier) === "missing")
    const known = lowest?.when.filter((range) => fits(facts, range) === "yes") ?? []
    if (lowest && known.length > 0) {
      lines.push(
        `At least ${lowest.name}: ${list(known.map((r) => inWords(facts, r)))}, but ${missingWords}, and ${lowest.name} needs both.`,
      )
    } else if (possible >= 0 && missing.length > 0) lines.push(`Unknown: ${missingWords}.`)
    else lines.push("No tier of this scheme fits its numbers.")
  }
  return lines
}

function conflictOf(facts: AccountFacts, scheme: TierScheme, { own, ours, crm }: Found): string | null {
  const crmTier = scheme.tiers[crm]
  if (!crmTier) return null
  if (own && ours !== crm) {
    const because = list(own.when.filter((r) => fits(facts, r) === "yes").map((r) => inWords(facts, r)))
    return `The CRM says ${crmTier.name}; by ${because} it would be ${own.name}. The CRM's segment is used.`
  }
  if (!own && verdict(facts, crmTier) === "no") {
    const against = crmTier.when.filter((r) => fits(facts, r) === "no").map((r) => inWords(facts, r))
    return `The CRM says ${crmTier.name}, which ${list(against)} does not bear out. The CRM's segment is used.`
  }
  return null
}

/** The serving team; null where the measure that would decide is missing. */
function teamOf(facts: AccountFacts, tier: TierRule): { team: string | null; why: string | null } {
  for (const rule of tier.teams) {
    if (rule.measure === undefined || rule.from === undefined) return { team: rule.team, why: null }
    const value = factOf(facts, rule.measure)?.value
    const border = amount(facts, rule.measure, rule.from)
    if (value === undefined) {
      const else_ = tier.teams.find((other) => other.measure === undefined)?.team ?? "another team"
      return {
        team: null,
        why: `Served by ${rule.team} from ${border} ${MEASURE_WORDS[rule.measure]}, else by ${else_}; not known here.`,
      }
    }
    if (value >= rule.from) return { team: rule.team, why: `Served by ${rule.team}: ${border} or more.` }
  }
  return { team: null, why: null }
}

/** How far the next higher tier is, by the measure that is nearest in proportion. */
function borderOf(facts: AccountFacts, scheme: TierScheme, chosen: number): Pick<TierResult, "nextBorder"> {
  const higher = chosen > 0 ? scheme.tiers[chosen - 1] : undefined
  let best: { range: MeasureRange; distance: number; share: number } | undefined
  for (const range of higher?.when ?? []) {
    const value = factOf(facts, range.measure)?.value
    if (value === undefined || range.from === undefined || value >= range.from) continue
    const distance = range.from - value
    const share = distance / range.from
    if (!best || share < best.share) best = { range, distance, share }
  }
  if (!higher || !best) return {}
  const { measure } = best.range
  const text =
    measure === "arr"
      ? `${amount(facts, measure, best.distance)} more ARR would make it ${higher.name}.`
      : `${count(best.distance)} more ${MEASURE_WORDS[measure]} would make it ${higher.name}.`
  return { nextBorder: { tier: higher.name, measure, distance: best.distance, text } }
}

function decidedBy(facts: AccountFacts, tier: TierRule): TierResult["decidedBy"] {
  const range = tier.when.find((candidate) => fits(facts, candidate) === "yes")
  const fact = range && factOf(facts, range.measure)
  if (!range || !fact) return undefined
  const to = range.below ?? range.upTo
  return {
    measure: range.measure,
    value: fact.value,
    ...(range.from === undefined ? {} : { from: range.from }),
    ...(to === undefined ? {} : { to }),
    fact,
  }
}

function verdict(facts: AccountFacts, tier: TierRule): Verdict {
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

function fits(facts: AccountFacts, range: MeasureRange): Verdict {
  const value = factOf(facts, range.measure)?.value
  if (value === undefined) return "missing"
  const inside =
    value >= (range.from ?? -Infinity) &&
    value < (range.below ?? Infinity) &&
    value <= (range.upTo ?? Infinity)
  return inside ? "yes" : "no"
}

/** "12,400 employees (10,000 to 40,000)". */
function inWords(facts: AccountFacts, range: MeasureRange): string {
  const value = factOf(facts, range.measure)?.value ?? 0
  return `${amount(facts, range.measure, value)} ${MEASURE_WORDS[range.measure]} (${bounds(facts, range)})`
}

function bounds(facts: AccountFacts, range: MeasureRange): string {
  const say = (value: number) => amount(facts, range.measure, value)
  const to = range.upTo ?? range.below
  if (range.from !== undefined && to !== undefined) return `${say(range.from)} to ${say(to)}`
  if (range.from !== undefined) return `${say(range.from)} or more`
  if (range.upTo !== undefined) return `${say(range.upTo)} or less`
  return to === undefined ? "any" : `less than ${say(to)}`
}

function amount(facts: AccountFacts, measure: Measure, value: number): string {
  return measure === "arr" ? money(value, facts.currency) : count(value)
}

function factOf(facts: AccountFacts, measure: Measure): Fact<number> | undefined {
  return facts[measure]
}

function isNamed(tier: TierRule, segment: string): boolean {
  const word = plain(segment)
  return [tier.name, ...(tier.aliases ?? [])].some((name) => plain(name) === word)
}

/** "ARR is not known", "employees and ARR are not known". */
function notKnown(missing: readonly Measure[]): string {
  const [only] = missing
  const verb = missing.length === 1 && only === "arr" ? "is" : "are"
  return `${list(missing.map((measure) => MEASURE_WORDS[measure]))} ${verb} not known`
}
