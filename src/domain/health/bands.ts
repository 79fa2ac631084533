/** From values to colours and points (domain brief, sections 3b and 3c). */
import type { Band } from "../assessment"
import type { HealthPolicy, TraitThreshold } from "../policy/policy"

/** Thresholds are compared with this tolerance, so that 0.1 + 0.2 of a ratio still reaches 0.3. */
const TOLERANCE = 1e-9

/** The band of a score of 0-10: equal thirds by default, compared unrounded. */
export function bandOf(score: number | null, bands: HealthPolicy["bands"]): Band {
  if (score === null) return "unknown"
  if (score >= bands.healthy - bands.tolerance) return "healthy"
  return score >= bands.concerning - bands.tolerance ? "concerning" : "poor"
}

/** The colour of one trait's value; "unknown" for no data or a value of another kind. */
export function statusOf(value: number | boolean | string | null, threshold: TraitThreshold): Band {
  if (value === null) return "unknown"
  if (threshold.kind === "boolean") return typeof value !== "boolean" ? "unknown" : value ? "healthy" : "poor"
  if (threshold.kind === "sentiment") {
    return value === "healthy" || value === "concerning" || value === "poor" ? value : "unknown"
  }
  if (typeof value !== "number" || !Number.isFinite(value)) return "unknown"
  const { higherIsBetter, green, red, redIncludes } = threshold
  // Turn the scale so that more is always better.
  const sign = higherIsBetter ? 1 : -1
  const toGreen = (value - green) * sign
  const toRed = (value - red) * sign
  if (toGreen >= -TOLERANCE) return "healthy"
  return (redIncludes ? toRed <= TOLERANCE : toRed < -TOLERANCE) ? "poor" : "concerning"
}

/** Yellow or red. */
export function isUnhealthy(band: Band | undefined): boolean {
  return band === "concerning" || band === "poor"
}

/** Points of a status; null for no data. */
export function pointsOf(status: Band, points: HealthPolicy["points"]): number | null {
  return status === "unknown" ? null : points[status]
}
