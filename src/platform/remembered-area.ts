/**
 * An area that answers at once with what it held when it was last read, and reads again behind. Just after the browser has
 * started, `chrome.storage.managed` answers only after 2 to 6 seconds (Chromium 156); nothing may wait for that.
 */
import type { StorageArea, StorageChanges } from "./storage-area"

/**
 * @param area read-only for us, such as managed storage.
 * @param memory where its last content is kept, under `key`. Nothing kept yet counts as an empty area until it has answered.
 */
export function rememberedArea(area: StorageArea, memory: StorageArea, key: string): StorageArea {
  const listeners: ((changes: StorageChanges) => void)[] = []
  let known: Promise<Record<string, unknown>> | undefined

  const last = async (): Promise<Record<string, unknown>> => {
    const kept = await memory.get(key).catch(() => undefined)
    return typeof kept === "object" && kept !== null ? { ...kept } : {}
  }
  /** What the area really holds takes the place of what is known; whoever listens hears what differs. */
  const readAgain = async (): Promise<void> => {
    const fresh = await area.all()
    const before = await (known ??= last())
    const changes = changesBetween(before, fresh)
    if (Object.keys(changes).length === 0) return
    known = Promise.resolve(fresh)
    await memory.set({ [key]: fresh })
    for (const listen of listeners) listen(changes)
  }
  const all = (): Promise<Record<string, unknown>> => {
    if (!known) {
      known = last()
      // A browser without managed storage refuses; what is known stays.
      readAgain().catch(() => undefined)
    }
    return known
  }
  return {
    all: async () => ({ ...(await all()) }),
    get: async (name) => (await all())[name],
    getInGesture: (name, then) => area.getInGesture(name, then),
    set: (items) => area.set(items),
    remove: (...names) => area.remove(...names),
    clear: () => area.clear(),
    // Access is narrowed as soon as the browser gets to it; a worker that starts does not wait.
    restrict: () => {
      area.restrict().catch(() => undefined)
      return Promise.resolve()
    },
    onChanged(listen) {
      if (listeners.push(listen) === 1) area.onChanged(() => void readAgain().catch(() => undefined))
    },
  }
}

function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): StorageChanges {
  const changes: StorageChanges = {}
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [oldValue, newValue] = [before[name], after[name]]
    if (JSON.stringify(oldValue) !== JSON.stringify(newValue)) changes[name] = { oldValue, newValue }
  }
  return changes
}
