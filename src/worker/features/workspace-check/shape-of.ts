import { isBag } from "~src/worker/vitally/rows"

import { isApiKey } from "./api-words"

const deepest = 4
/** Rows of a list whose forms are told as one. */
const rowsRead = 20

/**
 * A body's form in words: names of API fields and types, never a value: `{results: [{id: text, mrr: number or none}] (3), next: none}`.
 * A key that may be somebody's own word, as in `traits`, is only counted: `{+2: number}`.
 */
export function shapeOf(value: unknown): string {
  return formOf([value], 0)
}

/** One form for several values of one place. */
function formOf(values: readonly unknown[], depth: number): string {
  const forms = new Set(values.map(plainForm))
  const bags = values.filter(isBag)
  const lists = values.filter((value): value is unknown[] => Array.isArray(value))
  if (lists.length > 0) {
    const entries = lists.flat()
    const inner = entries.length === 0 ? "" : formOf(entries.slice(0, rowsRead), depth + 1)
    forms.add(`[${inner}] (${entries.length})`)
  }
  if (bags.length > 0) forms.add(depth > deepest ? "{…}" : bagForm(bags, depth))
  forms.delete("")
  return [...forms].join(" or ")
}

function plainForm(value: unknown): string {
  if (value === null || value === undefined) return "none"
  if (typeof value === "object") return ""
  if (typeof value !== "string") return typeof value
  if (value === "") return "empty text"
  if (!/^\d{4}-\d\d-\d\d/.test(value)) return "text"
  return value.length === 10 ? "date" : "instant"
}

function bagForm(bags: readonly Record<string, unknown>[], depth: number): string {
  const keys = [...new Set(bags.flatMap(Object.keys))]
  const formUnder = (...names: string[]) =>
    formOf(
      bags.flatMap((bag) => names.filter((name) => name in bag).map((name) => bag[name])),
      depth + 1,
    )
  const own = keys.filter((key) => !isApiKey(key))
  const parts = keys.filter(isApiKey).map((key) => `${key}: ${formUnder(key)}`)
  if (own.length > 0) parts.push(`+${own.length}: ${formUnder(...own)}`)
  return `{${parts.join(", ")}}`
}
