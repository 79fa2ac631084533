/** Every tier scheme of the handbook (domain brief, section 2). Each border stands once. */
import type { Measure, MeasureRange, TeamRule, TierRule, TierScheme } from "../policy"

const NAMED_TA = "Named TA"
const SCALED_SUCCESS = "Scaled Success"

const named: TeamRule[] = [{ team: NAMED_TA }]
const scaled: TeamRule[] = [{ team: SCALED_SUCCESS }]

/** Who counts as Mid-Market in the words of a CRM. */
const MID_MARKET = { name: "Mid-Market", aliases: ["Midmarket", "MM"] }

/** ARR from which a customer is large enough for a named TA, in every scheme. */
const HIGH_TOUCH_ARR = 100_000

/** Ranges that meet at the given borders, the highest first: `[40_000, 10_000]` gives 40,000 or more, 10,000 to 40,000, and less. */
function ranges(measure: Measure, borders: readonly number[]): MeasureRange[] {
  return [...borders, undefined].map((from, index) => {
    const below = borders[index - 1]
    return { measure, ...(from === undefined ? {} : { from }), ...(below === undefined ? {} : { below }) }
  })
}

/** One tier for each name: either measure is enough, but below the last ARR border both are needed. */
function sizeOrArr(
  names: readonly Pick<TierRule, "name" | "aliases">[],
  size: Measure,
  sizeBorders: readonly number[],
  arrBorders: readonly number[],
): TierRule[] {
  const sizes = ranges(size, sizeBorders)
  const arrs = ranges("arr", arrBorders)
  return names.map((name, index): TierRule => {
    const low = index >= arrBorders.length
    const when = [sizes[index], arrs[Math.min(index, arrBorders.length)]].filter(
      (range) => range !== undefined,
    )
    return { ...name, match: low ? "all" : "any", when, teams: low ? scaled : named }
  })
}

const fourTiers = [
  { name: "Strategic" },
  { name: "Large Enterprise" },
  { name: "Small Enterprise" },
  MID_MARKET,
]
const fourArrs = [1_000_000, 500_000, HIGH_TOUCH_ARR]

export const employeesOrArr: TierScheme = {
  key: "employees-or-arr",
  label: "Employees or ARR",
  source: "2a",
  tiers: sizeOrArr(fourTiers, "employees", [40_000, 10_000, 5_000], fourArrs),
}

/** From this ARR the higher-touch team serves; exactly on the border too (section 2b, clashes settled). */
function byArr(high: string, low: string): TeamRule[] {
  return [{ team: high, measure: "arr", from: HIGH_TOUCH_ARR }, { team: low }]
}

const developers = (from?: number, upTo?: number): MeasureRange[] => [
  { measure: "developers", ...(from === undefined ? {} : { from }), ...(upTo === undefined ? {} : { upTo }) },
]

/** Exactly $100k goes to the higher-touch team; 2,500 developers are Enterprise (section 2b, clashes settled). */
export const teams2024Tiers: TierScheme = {
  key: "teams-2024",
  label: "Developers, by team (2024)",
  valid: "from February 2024",
  source: "2b",
  tiers: [
    { name: "Strategic", match: "all", when: developers(2_501), teams: [{ team: "Enterprise" }] },
    { name: "Enterprise", match: "all", when: developers(501, 2_500), teams: byArr("Enterprise", "Scaled") },
    { ...MID_MARKET, match: "all", when: developers(100, 500), teams: byArr("Scaled", "Digital") },
    {
      name: "SMB",
      aliases: ["Small Business"],
      match: "all",
      when: developers(undefined, 99),
      teams: [{ team: "Digital" }],
    },
  ],
}

/** The borders of 2022, down to the customers that Tech Nurtured took up in December. */
const tiers2022 = sizeOrArr(
  [...fourTiers, { name: "Tech Nurtured" }],
  "developers",
  [10_000, 3_000, 1_500, 500],
  fourArrs,
)

const developers2022: TierScheme = {
  key: "developers-2022",
  label: "Developers or ARR (2022)",
  valid: "November 2022 to June 2023",
  source: "2c",
  tiers: tiers2022.slice(0, -1),
}

const developers2022TechNurtured: TierScheme = {
  ...developers2022,
  key: "developers-2022-tech-nurtured",
  label: "Developers or ARR, with Tech Nurtured (2022)",
  valid: "December 2022 to June 2023",
  tiers: tiers2022,
}

const threeTiers2023: TierScheme = {
  key: "three-tiers-2023",
  label: "Three tiers (2023)",
  valid: "June 2023 to January 2024",
  source: "2c",
  tiers: sizeOrArr(
    [{ name: "Strategic" }, { name: "Enterprise" }, { name: "Commercial" }],
    "developers",
    [10_000, 1_500],
    [1_000_000, HIGH_TOUCH_ARR],
  ).map((tier) =>
    // The September 2023 overlay; ours never puts so much ARR here, a CRM's own segment may.
    tier.name === "Commercial" ? { ...tier, teams: byArr(NAMED_TA, SCALED_SUCCESS) } : tier,
  ),
}

export const tierSchemes: readonly TierScheme[] = [
  employeesOrArr,
  teams2024Tiers,
  developers2022,
  developers2022TechNurtured,
  threeTiers2023,
]
