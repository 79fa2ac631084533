/** An assessment before and after a change of policy, as comparable lines. */
import type { Assessment, Band } from "~src/domain/assessment"
import { dayText } from "../shared/span"
import { bandWords } from "~src/ui/strings/base"
import { optionsText } from "~src/ui/strings/options"

const text = optionsText.policy.preview

export interface PreviewRow {
  label: string
  now: string
  then: string
}

export function previewRows(now: Assessment, then: Assessment): PreviewRow[] {
  return lines(now).map(([label, value], index) => ({
    label,
    now: value,
    then: lines(then)[index]?.[1] ?? "",
  }))
}

function lines({ tier, health, contact, renewal, lifecycle, actions }: Assessment): [string, string][] {
  return [
    [text.rows.tier, [tier.name ?? text.unknown, tier.team].filter(Boolean).join(", ")],
    [text.rows.health, band(health.score, health.band)],
    [text.rows.stage, lifecycle.stage ?? text.unknown],
    [
      text.rows.contact,
      [text.contact[contact.status], contact.overdueOn && text.overdueOn(dayText(contact.overdueOn))]
        .filter(Boolean)
        .join(", "),
    ],
    [text.rows.renewal, [renewal.phaseLabel, renewal.nextStep].filter(Boolean).join(": ") || text.unknown],
    [
      text.rows.actions,
      actions
        .slice(0, 3)
        .map(({ title }) => title)
        .join("; ") || text.noActions,
    ],
  ]
}

function band(score: number | null, of: Band): string {
  return score === null
    ? bandWords[of]
    : `${(Math.round((score + 1e-9) * 10) / 10).toFixed(1)}, ${bandWords[of]}`
}
