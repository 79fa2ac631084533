/** Reads settings out of anything, and merges changes into them. */
import * as z from "~src/schemas/zod"

import type { DeepPartial, Settings } from "~src/messaging/views/settings"

import { defaultSettings, settingsShape } from "./settings-shape"

type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isLeaf = (shape: unknown): shape is z.Type => shape instanceof z.Type

/** Settings from whatever was stored: each value that cannot be read falls back to its default alone. */
export function parseSettings(stored: unknown): Settings {
  return { ...(salvage(settingsShape, defaultSettings, stored) as Settings), locked: [] }
}

function salvage(shape: object, fallback: unknown, stored: unknown): unknown {
  if (isLeaf(shape)) {
    const read = z.safeParse(shape, stored)
    return read.success ? read.data : structuredClone(fallback)
  }
  const from = isTree(stored) ? stored : {}
  return Object.fromEntries(
    Object.entries(shape).map(([key, inner]: [string, object]) => [
      key,
      salvage(inner, (fallback as Tree)[key], Object.hasOwn(from, key) ? from[key] : undefined),
    ]),
  )
}

/** Deep merge: objects by key, arrays and plain values whole; `undefined` changes nothing. */
export function mergeSettings(settings: Settings, patch: DeepPartial<Settings>): Settings {
  return merge(settings, patch) as Settings
}

function merge(before: unknown, patch: unknown): unknown {
  if (patch === undefined) return before
  if (!isTree(before) || !isTree(patch)) return patch
  const after: Tree = { ...before }
  for (const [key, value] of Object.entries(patch)) {
    if (key !== "__proto__") after[key] = merge(before[key], value)
  }
  return after
}

/** Paths in a patch that name no setting or hold a value it cannot take, e.g. `sync.backgroundShare`. */
export function faultsOfPatch(patch: unknown): string[] {
  return faults(settingsShape, patch, "")
}

function faults(shape: object, patch: unknown, path: string): string[] {
  if (patch === undefined) return []
  // A leaf may be given in part where it is an object; it is then checked after the merge.
  if (isLeaf(shape)) return z.safeParse(shape, patch).success || isTree(patch) ? [] : [path]
  if (!isTree(patch)) return [path || "settings"]
  return Object.entries(patch).flatMap(([key, value]) => {
    const inner = Object.hasOwn(shape, key) ? (shape as Record<string, object>)[key] : undefined
    const at = path ? `${path}.${key}` : key
    return inner ? faults(inner, value, at) : [at]
  })
}

/** Takes the locked paths out of a patch: an administrator's word stands. */
export function withoutLocked(
  patch: DeepPartial<Settings>,
  locked: readonly string[],
): DeepPartial<Settings> {
  return prune(patch, locked, "") as DeepPartial<Settings>
}

function prune(patch: unknown, locked: readonly string[], path: string): unknown {
  if (!isTree(patch)) return patch
  return Object.fromEntries(
    Object.entries(patch).flatMap(([key, value]) => {
      const at = path ? `${path}.${key}` : key
      return locked.includes(at) ? [] : [[key, prune(value, locked, at)]]
    }),
  )
}
