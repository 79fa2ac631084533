import type { FieldSchema } from "../schema"

/** A stored value as the API writes it: instants as `2026-11-22T15:00:00.000+0000`, missing as null. */
export function salesforceValue(field: FieldSchema, value: unknown): unknown {
  if (value === undefined || value === null) return field.type === "boolean" ? false : null
  if (field.type === "datetime" && typeof value === "string")
    return new Date(value).toISOString().replace("Z", "+0000")
  return value
}
