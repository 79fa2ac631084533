/** What a policy can start from: the two whole presets, and the default with any other tier scheme of the handbook. */
import type { Policy } from "~src/domain/policy/policy"
import { defaultPolicy, presets, tierSchemes } from "~src/domain/policy/presets"

export interface PresetChoice {
  id: string
  name: string
  about: string
  policy: Policy
}

const about: Record<string, string> = {
  default: "Tiers by employees or ARR; one contact a month for every customer.",
  "teams-2024": "Tiers by full-time developers, served by three teams with their own contact windows.",
}

export const presetChoices: readonly PresetChoice[] = [
  ...Object.entries(presets).map(([id, policy]) => ({
    id,
    name: policy.name,
    about: about[id] ?? policy.tiers.label,
    policy,
  })),
  ...tierSchemes
    .filter((scheme) => !Object.values(presets).some(({ tiers }) => tiers.key === scheme.key))
    .map((scheme) => ({
      id: scheme.key,
      name: scheme.label,
      about: ["The default's rules with older tiers", scheme.valid].filter(Boolean).join(", ") + ".",
      policy: { ...defaultPolicy, name: scheme.label, tiers: scheme },
    })),
]

export function presetChoice(id: string): PresetChoice | undefined {
  return presetChoices.find((choice) => choice.id === id)
}
