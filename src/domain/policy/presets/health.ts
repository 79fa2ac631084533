/** Health formulas, thresholds and bands (domain brief, section 3). */
import type { HealthFormula, HealthPolicy } from "../policy"

export const formulas: HealthFormula[] = [
  {
    key: "default",
    label: "Default (since September 2023)",
    source: "3a [H]",
    weights: { sentiment: 0.05, technical: 0.15, relationships: 0.25, utilization: 0.55 },
  },
  {
    key: "2022",
    label: "November 2022",
    source: "3a",
    weights: { sentiment: 0.05, technical: 0.05, relationships: 0.15, utilization: 0.75 },
  },
  {
    key: "later",
    label: "Later default",
    source: "3a [N]",
    weights: { sentiment: 0.3, technical: 0.15, relationships: 0, utilization: 0.55 },
  },
]

export const health: HealthPolicy = {
  formulas,
  rules: [],
  thresholds: {
    sentiment: { kind: "sentiment" },
    versionsBehind: number({ higherIsBetter: false, green: 2, red: 5, redIncludes: true, max: 8 }),
    preciseIntel: { kind: "boolean" },
    defectTickets90d: number({ higherIsBetter: false, green: 1, red: 5, redIncludes: true, max: 8 }),
    helpTickets90d: number({ higherIsBetter: false, green: 9, red: 15, redIncludes: true, max: 20 }),
    activeChampion: { kind: "boolean" },
    accessToBuyer: { kind: "boolean" },
    lastActivityDays: number({ higherIsBetter: false, green: 14, red: 30, redIncludes: true, max: 45 }),
    dauOverMau: number({ higherIsBetter: true, green: 0.3, red: 0.2, redIncludes: true, max: 0.6 }),
    mauOverSeats: number({ higherIsBetter: true, green: 0.8, red: 0.5, redIncludes: false, max: 1 }),
  },
  points: { healthy: 10, concerning: 5, poor: 0 },
  bands: { concerning: 10 / 3, healthy: 20 / 3, tolerance: 1e-9 },
  warnAtOrBelow: 5,
  sayDifferenceOver: 0.5,
  staleAfterDays: 31,
  ownColourFrom: 2,
  usageScore: { green: null, red: null },
}

function number(scale: {
  higherIsBetter: boolean
  green: number
  red: number
  redIncludes: boolean
  max: number
}) {
  return { kind: "number" as const, min: 0, ...scale }
}
