import type { StorageArea, StorageChanges } from "./storage-area"

export interface FakeStorageArea extends StorageArea {
  /** What is stored, as it is. */
  items: Map<string, unknown>
  restricted: boolean
}

/** A copy as Chrome gives it back: keys of objects in alphabetical order, whatever order they were stored in. */
function stored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stored)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, part]) => [key, stored(part)]))
}

/** Copies values in and out as Chrome does, so that shared references never hide a fault. */
export function fakeStorageArea(initial: Record<string, unknown> = {}): FakeStorageArea {
  const items = new Map<string, unknown>(Object.entries(structuredClone(initial)))
  const listeners: ((changes: StorageChanges) => void)[] = []
  const tell = (changes: StorageChanges) => listeners.forEach((listen) => listen(changes))
  const drop = (keys: string[]) => {
    const changes: StorageChanges = {}
    for (const key of keys) {
      if (items.has(key)) changes[key] = { oldValue: items.get(key) }
      items.delete(key)
    }
    tell(changes)
    return Promise.resolve()
  }
  const area: FakeStorageArea = {
    items,
    restricted: false,
    get: (key) => Promise.resolve(stored(structuredClone(items.get(key)))),
    getInGesture: (key, then) => then(stored(structuredClone(items.get(key)))),
    all: () => Promise.resolve(stored(structuredClone(Object.fromEntries(items))) as Record<string, unknown>),
    set(added) {
      const changes: StorageChanges = {}
      for (const [key, value] of Object.entries(added)) {
        changes[key] = { oldValue: items.get(key), newValue: structuredClone(value) }
        items.set(key, structuredClone(value))
      }
      tell(changes)
      return Promise.resolve()
    },
    remove: (...keys) => drop(keys),
    clear: () => drop([...items.keys()]),
    restrict() {
      area.restricted = true
      return Promise.resolve()
    },
    onChanged: (listen) => void listeners.push(listen),
  }
  return area
}
