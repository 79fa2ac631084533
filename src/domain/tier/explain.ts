/** The sentences about a tier: what decided, what is missing, how near the next border is, where the CRM differs (section 2). */
import type { TierResult } from "../assessment"
import type { AccountFacts } from "../facts"
import type { Measure, MeasureRange, TierRule, TierScheme } from "../policy/policy"
import { list } from "../words"
import type { TierCore } from "./choose"
import { bounds, factOf, fits, inWords, MEASURE_WORDS, more, notKnown, verdict } from "./measures"

/** The whole answer but for what the tier is owed. */
export function explainTier(
  facts: AccountFacts,
  scheme: TierScheme,
  core: TierCore,
): Omit<TierResult, "owed"> {
  const { ours, possible, crm, chosen, tier } = core
  const measures = [...new Set(scheme.tiers.flatMap((rule) => rule.when.map((range) => range.measure)))]
  const missing = measures.filter((measure) => factOf(facts, measure) === undefined)
  const own = scheme.tiers[ours]
  const anyKnown = missing.length < measures.length
  const atLeast = anyKnown && possible >= 0 && (ours < 0 || possible < ours)
  const found: Found = { own, ours, crm, segment: facts.segment?.value ?? "", atLeast, possible, missing }
  const decided = own && (crm < 0 || crm === ours) ? decidedBy(facts, own) : undefined
  return {
    name: core.name,
    ...(crm < 0 && atLeast ? { atLeast: true } : {}),
    rank: tier ? chosen : null,
    team: core.team,
    why: [...whyLines(facts, scheme, found), ...(core.teamWhy === null ? [] : [core.teamWhy])],
    ...(decided ? { decidedBy: decided } : {}),
    missing: missing.map((measure) => MEASURE_WORDS[measure]),
    ...borderOf(facts, scheme, chosen),
    conflict: conflictOf(facts, scheme, found),
  }
}

interface Found {
  own: TierRule | undefined
  ours: number
  crm: number
  segment: string
  atLeast: boolean
  possible: number
  missing: Measure[]
}

function whyLines(facts: AccountFacts, scheme: TierScheme, found: Found): string[] {
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
  const text = `${more(facts, measure, best.distance)} would make it ${higher.name}.`
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
