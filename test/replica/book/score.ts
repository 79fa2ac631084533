import type { HealthTruth } from "./customer"

const weights = { sentiment: 5, technical: 15, relationship: 25, utilization: 55 }

/**
 * The overall score that Vitally would show, 0-10 with two decimals, or null without any data. Written apart from
 * the extension's own rules on purpose: two hands, one handbook (domain brief, section 3c).
 */
export function vitallyScore(health: HealthTruth): number | null {
  const yes = (value: boolean | undefined): number | undefined =>
    value === undefined ? undefined : value ? 10 : 0
  const banded = (value: number | undefined, grade: (value: number) => number): number | undefined =>
    value === undefined ? undefined : grade(value)
  const categories: [number, (number | undefined)[]][] = [
    [
      weights.sentiment,
      [
        health.sentiment === undefined
          ? undefined
          : { Healthy: 10, Concerning: 5, Poor: 0 }[health.sentiment],
      ],
    ],
    [
      weights.technical,
      [
        banded(health.versionsBehind, (n) => (n <= 2 ? 10 : n <= 4 ? 5 : 0)),
        yes(health.preciseIntel),
        banded(health.defectTickets, (n) => (n <= 1 ? 10 : n <= 4 ? 5 : 0)),
        banded(health.helpTickets, (n) => (n <= 9 ? 10 : n <= 14 ? 5 : 0)),
      ],
    ],
    [
      weights.relationship,
      [
        yes(health.champion),
        yes(health.buyer),
        banded(health.lastActivityDays, (n) => (n <= 14 ? 10 : n < 30 ? 5 : 0)),
      ],
    ],
    [
      weights.utilization,
      [
        banded(health.dauOverMau, (r) => (r >= 0.3 ? 10 : r > 0.2 ? 5 : 0)),
        banded(health.mauOverSeats, (r) => (r >= 0.8 ? 10 : r >= 0.5 ? 5 : 0)),
      ],
    ],
  ]
  let sum = 0
  let total = 0
  for (const [weight, points] of categories) {
    const known = points.filter((point) => point !== undefined)
    if (known.length === 0) continue
    sum += (weight * known.reduce((a, b) => a + b, 0)) / known.length
    total += weight
  }
  return total === 0 ? null : Math.round((sum / total) * 1000) / 1000
}
