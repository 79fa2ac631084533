import type { RenewalResult } from "../assessment"
import type { RenewalPolicy } from "../policy/policy"

/** What each window before a renewal is called, wherever it is named. */
export function phaseLabel(
  phase: RenewalResult["phase"],
  { earlyDays, formalDays }: Pick<RenewalPolicy, "earlyDays" | "formalDays">,
): string {
  const labels: Record<RenewalResult["phase"], string> = {
    none: "No renewal date",
    later: `More than ${earlyDays} days out`,
    early: `${earlyDays} to ${formalDays + 1} days out`,
    formal: `Within ${formalDays} days`,
    ended: "Contract ended",
  }
  return labels[phase]
}
