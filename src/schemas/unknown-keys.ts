/** What a file holds that its schema does not know: kept, without effect, and mostly a slip of the pen. */
import type * as z from "./zod"

/** Paths such as "contact.base.overdueFromm". Maps with free keys know every key. */
export function unknownKeys(schema: z.Type, value: unknown, path = ""): string[] {
  const { def } = (schema as z.Types)._zod
  const at = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`)
  if (def.type === "optional" || def.type === "nullable") return unknownKeys(def.innerType, value, path)
  if (def.type === "array" && Array.isArray(value)) {
    return value.flatMap((item, index) => unknownKeys(def.element, item, at(index)))
  }
  if (def.type === "union") {
    // The kind that knows most of it is the one that was meant.
    const [fewest = []] = def.options
      .map((option) => unknownKeys(option, value, path))
      .sort((one, other) => one.length - other.length)
    return fewest
  }
  if (def.type !== "object" || typeof value !== "object" || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined
    return known ? unknownKeys(known, inner, at(key)) : [at(key)]
  })
}
