/** Why a customer is not green, largest lift first. Champion and buyer stand apart: lists show them as chips. */
import type { Cause } from "../assessment"
import type { HealthCore } from "../health/core"
import { liftOf } from "../health/score"
import { TRAIT_KEYS, type TraitKey } from "../facts"

/**
 * Red traits, then yellow ones. Days since contact are left out: a stored day count is wrong tomorrow, and the contact
 * is said by its own date.
 */
export function causesOf({ statuses, readings, points, formula }: HealthCore): Cause[] {
  const causes: Cause[] = []
  for (const key of named) {
    const status = statuses[key]
    const { value } = readings[key]
    if ((status === "poor" || status === "concerning") && value !== null) causes.push({ key, status, value })
  }
  const lift = (key: TraitKey) => liftOf(points, formula.weights, key)
  return causes.sort((a, b) => order(a) - order(b) || lift(b.key) - lift(a.key))
}

const named = TRAIT_KEYS.filter(
  (key) => key !== "activeChampion" && key !== "accessToBuyer" && key !== "lastActivityDays",
)

const order = ({ status }: Cause) => (status === "poor" ? 0 : 1)
