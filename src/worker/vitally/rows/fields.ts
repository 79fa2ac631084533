/** Safe looks into what the shapes leave as it came: nested objects and entries of arrays. */
import { isBag } from "./parts"

/** Text under `key`; undefined for anything else and for empty text. */
export function textIn(value: unknown, key: string): string | undefined {
  if (!isBag(value)) return undefined
  const found = value[key]
  return typeof found === "string" && found.trim() !== "" ? found : undefined
}

/** Objects among the entries of an array; empty for anything else. */
export function bagsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isBag) : []
}

/** Text entries of an array; empty for anything else. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : []
}

/** Text that is not blank, trimmed; else undefined. */
export function filled(value: string | null | undefined): string | undefined {
  const trimmed = value?.trim()
  return trimmed === undefined || trimmed === "" ? undefined : trimmed
}

/** An ISO instant as epoch milliseconds; undefined where it is none. */
export function timeOf(value: string | null | undefined): number | undefined {
  const time = value ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
