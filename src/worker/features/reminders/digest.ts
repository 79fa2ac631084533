/** The morning's one line. Pure. */
import { weekday } from "~src/domain/calendar"
import type { Clock } from "~src/domain/facts"
import { digestTime } from "~src/domain/time-of-day"
import type { Settings } from "~src/messaging/views/settings"

import type { Alert } from "./alerts"
import { timeOfDay } from "./quiet-time"

export interface DigestFacts {
  /** Longest without contact first. */
  overdue: { name: string }[]
  dueTasks: number
  dueActions: number
  waiting: number
}

/** True from its time on, on the policy's working days (1 Monday to 7 Sunday). */
export function isDigestDue(
  reminders: Settings["reminders"],
  clock: Clock,
  workingDays: readonly number[],
): boolean {
  return (
    reminders.digest &&
    workingDays.includes(weekday(clock.today)) &&
    timeOfDay(clock.now, clock.timeZone) >= digestTime(reminders)
  )
}

export const digestKey = (clock: Clock) => `digest:${clock.today}`

/** Null if there is nothing to do today. */
export function digestOf(facts: DigestFacts, clock: Clock): Alert | null {
  const { overdue, dueTasks, dueActions, waiting } = facts
  const parts = [
    count(waiting, "customer waits for an answer", "customers wait for an answer"),
    count(overdue.length, "contact overdue", "contacts overdue"),
    count(dueTasks, "task due", "tasks due"),
    count(dueActions, "recommendation due", "recommendations due"),
  ].filter(Boolean)
  if (parts.length === 0) return null
  const first = overdue[0]
  return {
    key: digestKey(clock),
    causes: [digestKey(clock)],
    title: `Today: ${parts.join(", ")}`,
    message: first ? `Longest without contact: ${first.name}.` : "Open the list to start.",
  }
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? "" : `${number} ${number === 1 ? one : many}`
}
