/** Whose customers are in the lists: the user's own and, for a while, a colleague's. */
import type { CalendarDate } from "~src/domain/facts"
import type { Settings } from "~src/messaging/views/settings"

export interface Scope {
  /** Vitally admin ids, the user first; empty if nobody said who they are. */
  owners: string[]
  covering: Settings["covering"]
}

/** Coverings whose first and last day (both included) enclose `today`. They end by themselves: nothing is stored. */
function activeCoverings(settings: Pick<Settings, "covering">, today: CalendarDate): Settings["covering"] {
  return settings.covering.filter(({ from, to }) => from <= today && today <= to)
}

/** The books that lists and badge show today. */
export function scopeOf(settings: Pick<Settings, "covering" | "me">, today: CalendarDate): Scope {
  const covering = activeCoverings(settings, today)
  const mine = settings.me ? [settings.me.adminId] : []
  return { owners: [...new Set([...mine, ...covering.map(({ adminId }) => adminId)])], covering }
}
