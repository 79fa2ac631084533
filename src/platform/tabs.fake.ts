import type { TabInfo, Tabs } from "./tabs"

export interface FakeTabs extends Tabs {
  list: TabInfo[]
  /** Messages sent to gates. */
  messages: { tabId: number; message: unknown }[]
  /** Addresses opened in new tabs. */
  opened: string[]
  activate(tabId: number): void
  update(tab: TabInfo): void
  close(tabId: number): void
}

/** `find` understands patterns that end in `*`. */
export function fakeTabs(): FakeTabs {
  const activated: ((tabId: number, windowId: number) => void)[] = []
  const updated: ((tab: TabInfo) => void)[] = []
  const removed: ((tabId: number) => void)[] = []
  const byId = (tabId: number) => fake.list.find(({ id }) => id === tabId)
  const bringUp = (tab: TabInfo) => {
    for (const other of fake.list) if (other.windowId === tab.windowId) other.active = other === tab
    activated.forEach((listen) => listen(tab.id, tab.windowId))
  }
  const fake: FakeTabs = {
    list: [],
    messages: [],
    opened: [],
    send(tabId, message) {
      if (!byId(tabId)) return Promise.resolve(false)
      fake.messages.push({ tabId, message: structuredClone(message) })
      return Promise.resolve(true)
    },
    get: (tabId) => Promise.resolve(byId(tabId) ?? null),
    activeIn: (windowId) =>
      Promise.resolve(fake.list.find((tab) => tab.active && tab.windowId === windowId) ?? null),
    find: (pattern) =>
      Promise.resolve(fake.list.filter(({ url }) => url?.startsWith(pattern.replace(/\*$/, "")))),
    open(url) {
      fake.opened.push(url)
      return Promise.resolve()
    },
    show(tabId, url) {
      const tab = byId(tabId)
      if (!tab) return Promise.resolve(false)
      if (url !== undefined) tab.url = url
      bringUp(tab)
      return Promise.resolve(true)
    },
    onActivated: (listen) => void activated.push(listen),
    onUpdated: (listen) => void updated.push(listen),
    onRemoved: (listen) => void removed.push(listen),
    activate(tabId) {
      const tab = byId(tabId)
      if (tab) bringUp(tab)
    },
    update(tab) {
      fake.list = [...fake.list.filter(({ id }) => id !== tab.id), tab]
      updated.forEach((listen) => listen(tab))
    },
    close(tabId) {
      fake.list = fake.list.filter(({ id }) => id !== tabId)
      removed.forEach((listen) => listen(tabId))
    },
  }
  return fake
}
