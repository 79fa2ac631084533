/** Keeps a row within the sizes that a page can show and a worker can hold. */
import {
  maxDepth,
  maxEntries,
  maxNameLength,
  maxTextLength,
  maxTraitLength,
  maxTraits,
} from "../../kernel/limits"

const names: ReadonlySet<string> = new Set(["name", "title", "subject", "label", "email", "displayName"])

/** Characters that a text under `key` may have, `depth` levels down. */
function lengthOf(key: string, depth: number): number {
  if (names.has(key)) return maxNameLength
  return depth === 1 ? maxTextLength : maxTraitLength
}

/** Whether everything in `value` is of a usual size. Looked at for every row: most are. */
export function isUsual(value: unknown, key = "", depth = 0): boolean {
  if (typeof value === "string") return value.length <= lengthOf(key, depth)
  if (typeof value !== "object" || value === null) return true
  if (depth >= maxDepth) return false
  if (Array.isArray(value))
    return value.length <= maxEntries && value.every((entry) => isUsual(entry, key, depth + 1))
  let count = 0
  for (const name in value) {
    count += 1
    if (count > maxTraits || !isUsual((value as Record<string, unknown>)[name], name, depth + 1)) return false
  }
  return true
}

/** The same cut to size: texts are shortened, what lies too deep or is too many is left out. */
export function cut(value: unknown, key = "", depth = 0): unknown {
  if (typeof value === "string") {
    const limit = lengthOf(key, depth)
    return value.length <= limit ? value : `${value.slice(0, limit - 1)}…`
  }
  if (typeof value !== "object" || value === null) return value
  if (depth >= maxDepth) return null
  if (Array.isArray(value)) return value.slice(0, maxEntries).map((entry) => cut(entry, key, depth + 1))
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, maxTraits)
      .map(([name, inner]) => [name, cut(inner, name, depth + 1)]),
  )
}
