/** For the first run: how a book falls under each scheme, and which scheme the CRM's own words fit (domain brief, section 2a). */
import type { AccountFacts } from "../facts"
import type { TierScheme } from "../policy/policy"
import { plain } from "../words"
import { tierCore } from "./choose"

export interface SchemeCount {
  scheme: string
  label: string
  /** Accounts by tier name, in the scheme's order. */
  tiers: { name: string; accounts: number }[]
  unknown: number
}

/** Counts by our own measures: the CRM's segment is left aside, for it would not change between schemes. */
export function countBySchemes(
  book: readonly Pick<AccountFacts, "arr" | "employees" | "developers" | "seats">[],
  schemes: readonly TierScheme[],
): SchemeCount[] {
  return schemes.map((scheme) => {
    const counts = scheme.tiers.map(() => 0)
    let unknown = 0
    for (const { arr, employees, developers, seats } of book) {
      const facts: AccountFacts = {
        id: "",
        name: "",
        traits: {},
        ...(arr ? { arr } : {}),
        ...(employees ? { employees } : {}),
        ...(developers ? { developers } : {}),
        ...(seats ? { seats } : {}),
      }
      const { ours } = tierCore(facts, scheme)
      if (ours < 0) unknown += 1
      else counts[ours] = (counts[ours] ?? 0) + 1
    }
    const tiers = scheme.tiers.map((tier, index) => ({ name: tier.name, accounts: counts[index] ?? 0 }))
    return { scheme: scheme.key, label: scheme.label, tiers, unknown }
  })
}

/** The scheme whose tier names fit most of the CRM's segment words; the first scheme if none fits better. */
export function suggestScheme(
  segments: readonly string[],
  schemes: readonly TierScheme[],
): TierScheme | undefined {
  let best: TierScheme | undefined
  let most = -1
  for (const scheme of schemes) {
    const names = new Set(scheme.tiers.flatMap((tier) => [tier.name, ...(tier.aliases ?? [])].map(plain)))
    const fitting = segments.filter((segment) => names.has(plain(segment))).length
    if (fitting > most) {
      best = scheme
      most = fitting
    }
  }
  return best
}
