/** What has been told already, so that no cause is told twice, whatever dies or starts again. */
import { addDays } from "~src/domain/calendar"
import type { CalendarDate, Instant } from "~src/domain/facts"
import type { StorageArea } from "~src/platform/storage-area"

const storageKey = "reminders"
/** Causes name their day, so older ones cannot come back. */
const keepDays = 120

export interface Told {
  /** Cause and the day it was told. */
  keys: Record<string, CalendarDate>
  /** History up to here has been looked at; absent: never. */
  until?: Instant
}

export async function readTold(area: StorageArea): Promise<Told> {
  const stored = (await area.get(storageKey)) as Partial<Told> | undefined
  return { keys: stored?.keys ?? {}, ...(stored?.until !== undefined && { until: stored.until }) }
}

/** Notes causes as told and how far history was read; forgets what is too old to return. */
export async function writeTold(
  area: StorageArea,
  { keys }: Told,
  causes: string[],
  today: CalendarDate,
  until: Instant,
): Promise<void> {
  const oldest = addDays(today, -keepDays)
  const kept = Object.entries(keys).filter(([, on]) => on >= oldest)
  const added = causes.map((cause) => [cause, today] as const)
  await area.set({ [storageKey]: { keys: Object.fromEntries([...kept, ...added]), until } satisfies Told })
}
