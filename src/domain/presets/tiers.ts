/** Every tier scheme of the handbook (domain brief, section 2). */
import type { TeamRule, TierScheme } from "../policy"

export const NAMED_TA = "Named TA"
export const SCALED_SUCCESS = "Scaled Success"

const named: TeamRule[] = [{ team: NAMED_TA }]
const scaled: TeamRule[] = [{ team: SCALED_SUCCESS }]

export const employeesOrArr: TierScheme = {
  key: "employees-or-arr",
  label: "Employees or ARR",
  source: "2a",
  tiers: [
    {
      name: "Strategic",
      match: "any",
      when: [
        { measure: "employees", from: 40_000 },
        { measure: "arr", from: 1_000_000 },
      ],
      teams: named,
    },
    {
      name: "Large Enterprise",
      match: "any",
      when: [
        { measure: "employees", from: 10_000, below: 40_000 },
        { measure: "arr", from: 500_000, below: 1_000_000 },
      ],
      teams: named,
    },
    {
      name: "Small Enterprise",
      match: "any",
      when: [
        { measure: "employees", from: 5_000, below: 10_000 },
        { measure: "arr", from: 100_000, below: 500_000 },
      ],
      teams: named,
    },
    {
      name: "Mid-Market",
      aliases: ["Midmarket", "MM"],
      match: "all",
      when: [
        { measure: "employees", below: 5_000 },
        { measure: "arr", below: 100_000 },
      ],
      teams: scaled,
    },
  ],
}

/** Exactly $100k goes to the higher-touch team; 2,500 developers are Enterprise (section 2b, clashes settled). */
export const teams2024Tiers: TierScheme = {
  key: "teams-2024",
  label: "Developers, by team (2024)",
  valid: "from February 2024",
  source: "2b",
  tiers: [
    {
      name: "Strategic",
      match: "all",
      when: [{ measure: "developers", from: 2_501 }],
      teams: [{ team: "Enterprise" }],
    },
    {
      name: "Enterprise",
      match: "all",
      when: [{ measure: "developers", from: 501, upTo: 2_500 }],
      teams: [{ team: "Enterprise", measure: "arr", from: 100_000 }, { team: "Scaled" }],
    },
    {
      name: "Mid-Market",
      aliases: ["Midmarket", "MM"],
      match: "all",
      when: [{ measure: "developers", from: 100, upTo: 500 }],
      teams: [{ team: "Scaled", measure: "arr", from: 100_000 }, { team: "Digital" }],
    },
    {
      name: "SMB",
      aliases: ["Small Business"],
      match: "all",
      when: [{ measure: "developers", upTo: 99 }],
      teams: [{ team: "Digital" }],
    },
  ],
}

export const developers2022: TierScheme = {
  key: "developers-2022",
  label: "Developers or ARR (2022)",
  valid: "November 2022 to June 2023",
  source: "2c",
  tiers: [
    {
      name: "Strategic",
      match: "any",
      when: [
        { measure: "developers", from: 10_000 },
        { measure: "arr", from: 1_000_000 },
      ],
      teams: named,
    },
    {
      name: "Large Enterprise",
      match: "any",
      when: [
        { measure: "developers", from: 3_000, below: 10_000 },
        { measure: "arr", from: 500_000, below: 1_000_000 },
      ],
      teams: named,
    },
    {
      name: "Small Enterprise",
      match: "any",
      when: [
        { measure: "developers", from: 1_500, below: 3_000 },
        { measure: "arr", from: 100_000, below: 500_000 },
      ],
      teams: named,
    },
    {
      name: "Mid-Market",
      aliases: ["Midmarket", "MM"],
      match: "all",
      when: [
        { measure: "developers", from: 500, below: 1_500 },
        { measure: "arr", below: 100_000 },
      ],
      teams: scaled,
    },
  ],
}

export const developers2022TechNurtured: TierScheme = {
  ...developers2022,
  key: "developers-2022-tech-nurtured",
  label: "Developers or ARR, with Tech Nurtured (2022)",
  valid: "December 2022 to June 2023",
  tiers: [
    ...developers2022.tiers,
    {
      name: "Tech Nurtured",
      match: "all",
      when: [
        { measure: "developers", below: 500 },
        { measure: "arr", below: 100_000 },
      ],
      teams: scaled,
    },
  ],
}

export const threeTiers2023: TierScheme = {
  key: "three-tiers-2023",
  label: "Three tiers (2023)",
  valid: "June 2023 to January 2024",
  source: "2c",
  tiers: [
    {
      name: "Strategic",
      match: "any",
      when: [
        { measure: "developers", from: 10_000 },
        { measure: "arr", from: 1_000_000 },
      ],
      teams: named,
    },
    {
      name: "Enterprise",
      match: "any",
      when: [
        { measure: "developers", from: 1_500, below: 10_000 },
        { measure: "arr", from: 100_000, below: 1_000_000 },
      ],
      teams: named,
    },
    {
      name: "Commercial",
      match: "all",
      when: [
        { measure: "developers", below: 1_500 },
        { measure: "arr", below: 100_000 },
      ],
      // The September 2023 overlay; ours never puts so much ARR here, a CRM's own segment may.
      teams: [{ team: NAMED_TA, measure: "arr", from: 100_000 }, { team: SCALED_SUCCESS }],
    },
  ],
}

export const tierSchemes: readonly TierScheme[] = [
  employeesOrArr,
  teams2024Tiers,
  developers2022,
  developers2022TechNurtured,
  threeTiers2023,
]
