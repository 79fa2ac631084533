/** The moment for which rules are asked. */
import { clockAt, isTimeZone } from "~src/domain/calendar"
import type { Clock } from "~src/domain/facts"

/** `chosen`: IANA name from the settings; the browser's own zone where empty or unknown here. */
export function clockOf(now: number, chosen: string): Clock {
  const timeZone =
    chosen !== "" && isTimeZone(chosen) ? chosen : new Intl.DateTimeFormat().resolvedOptions().timeZone
  return clockAt(new Date(now).toISOString(), timeZone)
}
