import { isBag } from "~src/schemas/vitally"

/** Keys of objects whose own keys may be customers' words: only their number is told. */
const closed = new Set(["traits"])
const deepest = 3

/** A body's form in words: key names and types, never a value. `{results: [{id: text, name: text}] (1), next: none}`. */
export function shapeOf(value: unknown, depth = 0): string {
  if (value === null || value === undefined) return "none"
  if (Array.isArray(value)) {
    const list: unknown[] = value
    return list.length === 0 ? "[]" : `[${shapeOf(list[0], depth + 1)}] (${list.length})`
  }
  if (!isBag(value)) return typeof value === "string" ? "text" : typeof value
  const keys = Object.keys(value)
  if (depth > deepest) return `{${keys.length} keys}`
  const parts = keys.map((key) => {
    const inner = value[key]
    return `${key}: ${closed.has(key) && isBag(inner) ? `{${Object.keys(inner).length} keys}` : shapeOf(inner, depth + 1)}`
  })
  return `{${parts.join(", ")}}`
}
