/** Tabs. `url` is known for the hosts in the manifest and for our own pages only. */
export interface TabInfo {
  id: number
  windowId: number
  active: boolean
  url?: string
}

export interface Tabs {
  /** To the gate of a tab's top document; false if nobody is there. */
  send(tabId: number, message: unknown): Promise<boolean>
  /** To the gate of one document, and what it answers; undefined if nobody is there. */
  ask(tabId: number, documentId: string, message: unknown): Promise<unknown>
  get(tabId: number): Promise<TabInfo | null>
  activeIn(windowId: number): Promise<TabInfo | null>
  /** Open tabs whose address matches a Chrome match pattern. */
  find(pattern: string): Promise<TabInfo[]>
  open(url: string): Promise<void>
  /** Brings an open tab to the front; with `url`, goes there first. False where it is gone. */
  show(tabId: number, url?: string): Promise<boolean>
}

const infoOf = ({ id, windowId, active, url }: chrome.tabs.Tab): TabInfo | null =>
  id === undefined ? null : { id, windowId, active, ...(url !== undefined && { url }) }

export function chromeTabs(): Tabs {
  const { tabs, windows } = chrome
  return {
    async send(tabId, message) {
      try {
        await tabs.sendMessage(tabId, message, { frameId: 0 })
        return true
      } catch {
        return false
      }
    },
    ask: (tabId, documentId, message) =>
      tabs.sendMessage<unknown, unknown>(tabId, message, { documentId }).catch(() => undefined),
    get: (tabId) => tabs.get(tabId).then(infoOf, () => null),
    async activeIn(windowId) {
      const [tab] = await tabs.query({ active: true, windowId }).catch(() => [])
      return tab ? infoOf(tab) : null
    },
    async find(pattern) {
      const found = await tabs.query({ url: pattern }).catch(() => [])
      return found.flatMap((tab) => infoOf(tab) ?? [])
    },
    async open(url) {
      await tabs.create({ url })
    },
    async show(tabId, url) {
      try {
        const tab = await tabs.update(tabId, { active: true, ...(url !== undefined && { url }) })
        if (tab) await windows.update(tab.windowId, { focused: true })
        return tab !== undefined
      } catch {
        return false
      }
    },
  }
}
