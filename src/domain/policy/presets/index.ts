/** The presets by key: whole policies, and tier schemes and formulas to build one's own from. */
import type { Policy } from "../policy"
import { defaultPolicy } from "./default"
import { teams2024 } from "./teams-2024"

export { defaultPolicy } from "./default"
export { formulas } from "./health"
export { teams2024 } from "./teams-2024"
export { tierSchemes } from "./tiers"

export const presets: Readonly<Record<string, Policy>> = { default: defaultPolicy, "teams-2024": teams2024 }

/** The preset a policy started from; the default where its key is unknown. */
export function presetOf(policy: Policy): Policy {
  return presets[policy.preset] ?? defaultPolicy
}
