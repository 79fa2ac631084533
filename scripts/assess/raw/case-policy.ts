/** The policy of a case. */
import type { Policy } from "~src/domain/policy/policy"
import { defaultPolicy, presets } from "~src/domain/policy/presets"
import { importPolicy } from "~src/schemas/policy"

/** A preset's key, a policy or the parts of one that differ from the default. @throws Error where it is none of these. */
export function policyOf(policy: unknown): Policy {
  if (policy === undefined || policy === null || policy === "default") return defaultPolicy
  if (typeof policy === "string") {
    const preset = Object.hasOwn(presets, policy) ? presets[policy] : undefined
    if (!preset) throw new Error(`There is no policy preset “${policy}”.`)
    return preset
  }
  const read = importPolicy(JSON.stringify(policy))
  if (read.ok) return read.policy
  const [fault] = read.faults
  throw new Error(
    `The case's policy is not valid: ${fault ? `${fault.path}: ${fault.reason}` : "unreadable"}`,
  )
}
