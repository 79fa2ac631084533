/** What the settings page is shown of the policy. */
import { diffPolicy } from "~src/domain/policy/diff"
import { defaultPolicy } from "~src/domain/policy/presets"
import type { PolicyView } from "~src/messaging/views/options"

import { presetChoice, presetChoices } from "../../policy/preset-choices"
import type { PolicyInForce } from "../../policy/stored-policy"

export function policyView({ policy, locked, fault }: PolicyInForce): PolicyView {
  const base = presetChoice(startedFrom(policy.preset, policy.tiers.key))?.policy ?? defaultPolicy
  return {
    policy,
    preset: startedFrom(policy.preset, policy.tiers.key),
    presets: presetChoices.map(({ id, name, about }) => ({ id, name, about })),
    diff: diffPolicy(policy, base).map(({ path, before, after }) => ({ path, from: before, to: after })),
    managed: { locked, ...(fault && { fault }) },
  }
}

/** The preset's key, or the scheme's where the default was given other tiers. */
function startedFrom(preset: string, scheme: string): string {
  const whole = presetChoice(preset)
  return whole?.policy.tiers.key === scheme ? whole.id : (presetChoice(scheme)?.id ?? whole?.id ?? "default")
}
