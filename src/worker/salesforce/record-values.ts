/** Tolerant readers of single values in a Salesforce record. */
import { isCalendarDate } from "~src/domain/calendar"
import type { CalendarDate } from "~src/domain/facts"

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined

export const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined

/** A Salesforce date is a plain day: never through UTC midnight. */
export const dateOf = (value: unknown): CalendarDate | undefined =>
  typeof value === "string" && isCalendarDate(value) ? value : undefined

/** The name inside a relationship such as `Owner`. */
export const nameOf = (value: unknown): string | undefined =>
  typeof value === "object" && value !== null ? textOf((value as { Name?: unknown }).Name) : undefined

/** The key only if there is a value: facts leave out what is not known. */
export const optional = <K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, V>)

/** The value at a path such as `Owner.Name`. */
export function valueAt(record: Record<string, unknown>, path: string): unknown {
  let value: unknown = record
  for (const step of path.split("."))
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[step] : undefined
  return value
}
