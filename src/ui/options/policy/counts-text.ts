import { optionsText } from "~src/ui/strings/options"

/** "Strategic 12, Large Enterprise 40, Mid-Market 310; tier not known 5." */
export function countsText(preset: { tiers: { name: string; count: number }[]; unknown: number }): string {
  const tiers = preset.tiers.map(({ name, count }) => `${name} ${count.toLocaleString("en-GB")}`).join(", ")
  return preset.unknown === 0
    ? `${tiers}.`
    : `${tiers}; ${optionsText.policy.counts.unknown(preset.unknown)}.`
}
