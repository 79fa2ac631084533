/** What a policy changes against another, and merging a partial one over a whole one. */
import type { Policy } from "./policy"

export interface PolicyChange {
  /** "contact.base.overdueFrom". */
  path: string
  /** Undefined where it was not there. */
  before: unknown
  /** Undefined where it is gone. */
  after: unknown
}

/** Every value that differs, by path. Lists are compared as a whole, so that a moved tier is one change. */
export function diffPolicy(policy: Policy, base: Policy): PolicyChange[] {
  const changes: PolicyChange[] = []
  walk(base, policy, "", changes)
  return changes.filter(({ path }) => path !== "name" && path !== "preset" && path !== "version")
}

/** A partial policy over a whole one: objects are merged, lists and plain values replaced. */
export function overlayPolicy(base: unknown, patch: unknown): unknown {
  if (!isObject(base) || !isObject(patch)) return patch
  const merged: Record<string, unknown> = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    if (key === "__proto__") continue
    merged[key] = key in base ? overlayPolicy(base[key], value) : value
  }
  return merged
}

/** For a file: readable JSON with a last line break. */
export function exportPolicy(policy: Policy): string {
  return `${JSON.stringify(policy, null, 2)}\n`
}

function walk(before: unknown, after: unknown, path: string, changes: PolicyChange[]): void {
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      walk(before[key], after[key], path === "" ? key : `${path}.${key}`, changes)
    }
    return
  }
  if (JSON.stringify(before) !== JSON.stringify(after)) changes.push({ path, before, after })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
