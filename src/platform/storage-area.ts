/** One `chrome.storage` area. */
export type StorageChanges = Record<string, { oldValue?: unknown; newValue?: unknown }>

export interface StorageArea {
  /** Undefined if nothing is stored. */
  get(key: string): Promise<unknown>
  /**
   * As `get`, by callback: asked in the turn of a user's gesture, it calls back within that gesture, where Chrome grants what
   * a promise's turn is refused (seen in Chromium 156; one step, a second one in the callback is too far).
   */
  getInGesture(key: string, then: (value: unknown) => void): void
  /** Everything in the area. */
  all(): Promise<Record<string, unknown>>
  /** Stores all items in one step. @throws where the area is full or read-only. */
  set(items: Record<string, unknown>): Promise<void>
  remove(...keys: string[]): Promise<void>
  clear(): Promise<void>
  /** Shuts content scripts out. Called at every worker start: whether Chrome keeps it is not documented. */
  restrict(): Promise<void>
  onChanged(listen: (changes: StorageChanges) => void): void
}

export function chromeStorageArea(area: chrome.storage.StorageArea): StorageArea {
  return {
    async get(key) {
      const items: Record<string, unknown> = await area.get(key)
      return items[key]
    },
    getInGesture: (key, then) => area.get(key, (items) => then(items[key])),
    async all() {
      const items: Record<string, unknown> = await area.get(null)
      return items
    },
    set: (items) => area.set(items),
    remove: (...keys) => area.remove(keys),
    clear: () => area.clear(),
    restrict: () => area.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" }),
    onChanged: (listen) => area.onChanged.addListener(listen),
  }
}
