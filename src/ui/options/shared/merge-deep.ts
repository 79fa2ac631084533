/** A patch merged into an object as the worker does: objects by key, the rest whole. */
export function mergeDeep(before: unknown, patch: unknown): unknown {
  if (patch === undefined) return before
  if (!isTree(before) || !isTree(patch)) return patch
  return {
    ...before,
    ...Object.fromEntries(Object.entries(patch).map(([key, value]) => [key, mergeDeep(before[key], value)])),
  }
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
