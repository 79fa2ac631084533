/** Managed storage read as settings: each entry that cannot be used is named and left out, the rest stands. */
import type { DeepPartial, Settings } from "~src/messaging/views/settings"
import type { StorageArea } from "~src/platform/storage-area"
import { mergeSettings } from "../cache/settings-parse"
import type { ManagedSettings } from "../cache/settings"

import { managedEntries, managedFeatures } from "./managed-shape"

interface ManagedFault {
  /** The entry, e.g. `region` or `features.badge`. */
  path: string
  reason: string
}

export interface Managed extends ManagedSettings {
  /** As pushed, unchecked; undefined where the administrator sets none. */
  policy: unknown
  faults: ManagedFault[]
}

/** Everything managed storage holds. A browser without managed storage is one without an administrator. */
export async function readManaged(area: StorageArea): Promise<Managed> {
  return parseManaged(await area.all().catch(() => ({})))
}

/** Pure part of `readManaged`. */
export function parseManaged(items: Record<string, unknown>): Managed {
  const read: Managed = { overrides: {}, locked: [], policy: items.policy, faults: [] }
  for (const [key, entry] of Object.entries(managedEntries)) {
    if (items[key] === undefined) continue
    const value = entry.read(items[key])
    if (value) apply(read, value)
    else read.faults.push({ path: key, reason: `This must be ${entry.wants}.` })
  }
  readFeatures(read, items.features)
  return read
}

function readFeatures(read: Managed, features: unknown): void {
  if (features === undefined) return
  if (typeof features !== "object" || features === null || Array.isArray(features)) {
    read.faults.push({ path: "features", reason: "This must be an object of names and true or false." })
    return
  }
  for (const [name, on] of Object.entries(features as Record<string, unknown>)) {
    const feature = Object.hasOwn(managedFeatures, name) ? managedFeatures[name] : undefined
    const path = `features.${name}`
    if (!feature)
      read.faults.push({ path, reason: `Known names are ${Object.keys(managedFeatures).join(", ")}.` })
    else if (typeof on !== "boolean") read.faults.push({ path, reason: "This must be true or false." })
    else if (!on) apply(read, feature)
  }
}

function apply(read: Managed, value: { patch: DeepPartial<Settings>; locks: string[] }): void {
  // The settings' merge works on any part of them.
  read.overrides = mergeSettings(read.overrides as Settings, value.patch)
  read.locked.push(...value.locks)
}
