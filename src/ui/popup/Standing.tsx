import type { Band } from "~src/domain/assessment"

import { Badge, StatusMark } from "../base"
import { popup } from "../strings/popup"

interface Props {
  tier: string | null
  band: Band
  /** Calendar days; null: nobody knows. */
  daysSinceContact: number | null
}

/** Where a customer stands, in one line: tier, band, days since contact. */
export function Standing({ tier, band, daysSinceContact }: Props) {
  return (
    <>
      {tier ? <Badge>{tier}</Badge> : null}
      <span className="standing">
        <StatusMark band={band} />
        <span>{contactText(daysSinceContact)}</span>
      </span>
    </>
  )
}

function contactText(days: number | null): string {
  if (days === null) return popup.contactUnknown
  return days === 0 ? popup.contactToday : popup.overdue.since(days)
}
