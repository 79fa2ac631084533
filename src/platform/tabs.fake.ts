import type { TabInfo, Tabs } from "./tabs"

export interface FakeTabs extends Tabs {
  list: TabInfo[]
  /** Messages sent to gates. */
  messages: { tabId: number; message: unknown }[]
  /** Addresses opened in new tabs. */
  opened: string[]
  /** What gates answer; undefined: nobody is there. */
  answer: (tabId: number, documentId: string, message: unknown) => unknown
}

/** `find` understands patterns that end in `*`. */
export function fakeTabs(): FakeTabs {
  const byId = (tabId: number) => fake.list.find(({ id }) => id === tabId)
  const bringUp = (tab: TabInfo) => {
    for (const other of fake.list) if (other.windowId === tab.windowId) other.active = other === tab
  }
  const fake: FakeTabs = {
    list: [],
    messages: [],
    opened: [],
    answer: () => undefined,
    ask: (tabId, documentId, message) => Promise.resolve(fake.answer(tabId, documentId, message)),
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
  }
  return fake
}
