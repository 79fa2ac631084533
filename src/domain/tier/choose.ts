/**
 * Which tier a customer is in and who serves it (domain brief, section 2).
 *
 * The highest tier that matches wins. The CRM's own segment wins over ours. A tier that needs all its measures is not claimed while one is
 * missing.
 */
import type { AccountFacts } from "../facts"
import type { TierRule, TierScheme } from "../policy/policy"
import { plain } from "../words"
import { amount, counted, factOf, MEASURE_WORDS, verdict } from "./measures"

/** The choice without its sentences: enough for a list. Indices into the scheme; -1 for none. */
export interface TierCore {
  /** Highest tier whose measures match. */
  ours: number
  /** Highest tier that match or could with a missing measure. */
  possible: number
  /** The tier the CRM's own segment names. */
  crm: number
  chosen: number
  tier: TierRule | undefined
  name: string | null
  team: string | null
  /** Why that team, or why none. */
  teamWhy: string | null
}

/** Never throws. */
export function tierCore(facts: AccountFacts, scheme: TierScheme): TierCore {
  const verdicts = scheme.tiers.map((tier) => verdict(facts, tier))
  const ours = verdicts.indexOf("yes")
  const possible = verdicts.findIndex((found) => found !== "no")
  const segment = facts.segment?.value ?? ""
  const crm = segment === "" ? -1 : scheme.tiers.findIndex((tier) => isNamed(tier, segment))
  const chosen = crm >= 0 ? crm : ours
  const tier = scheme.tiers[chosen]
  const served = tier ? teamOf(facts, tier) : { team: null, why: null }
  return {
    ours,
    possible,
    crm,
    chosen,
    tier,
    name: tier?.name ?? null,
    team: served.team,
    teamWhy: served.why,
  }
}

/** The serving team; null where the measure that would decide is missing. */
function teamOf(facts: AccountFacts, tier: TierRule): { team: string | null; why: string | null } {
  let above = ""
  for (const rule of tier.teams) {
    if (rule.measure === undefined || rule.from === undefined) {
      return { team: rule.team, why: above === "" ? null : `Served by ${rule.team}: ${above}.` }
    }
    const value = factOf(facts, rule.measure)?.value
    const border = amount(facts, rule.measure, rule.from)
    if (value === undefined) {
      const else_ = tier.teams.find((other) => other.measure === undefined)?.team ?? "another team"
      return {
        team: null,
        why: `Served by ${rule.team} from ${border} ${MEASURE_WORDS[rule.measure]}, else by ${else_}; not known here.`,
      }
    }
    const has = counted(facts, rule.measure, value)
    if (value >= rule.from)
      return { team: rule.team, why: `Served by ${rule.team}: ${has} (${border} or more).` }
    above = `${has} (less than ${border})`
  }
  return { team: null, why: null }
}

function isNamed(tier: TierRule, segment: string): boolean {
  const word = plain(segment)
  return [tier.name, ...(tier.aliases ?? [])].some((name) => plain(name) === word)
}
