/** What a page of ours needs to know of the window it is in. */

/** The id of the window this page is in; undefined where the browser does not say. */
export async function currentWindowId(): Promise<number | undefined> {
  try {
    return (await chrome.windows.getCurrent()).id
  } catch {
    return undefined
  }
}

/**
 * Opens Chrome's side panel in a window. Must be called within a click, without an await before it.
 * False where Chrome refuses, as it does while the side panel is switched off.
 */
export function openSidePanelIn(windowId: number): Promise<boolean> {
  return chrome.sidePanel.open({ windowId }).then(
    () => true,
    () => false,
  )
}

/**
 * Calls back when a tab goes to another address, in-page navigation included, a few milliseconds after it did. Only of the
 * hosts in the manifest are addresses told.
 */
export function onTabMoved(listen: (tabId: number, url: string) => void): void {
  chrome.tabs.onUpdated.addListener((tabId, { url }) => {
    if (url !== undefined) listen(tabId, url)
  })
}

/**
 * Calls back when another tab of the window comes to the front, or the one in front goes elsewhere; returns the way to
 * stop. Heard by the page that shows it, so that the worker sleeps while somebody merely browses.
 */
export function onFrontTab(windowId: number, listen: () => void): () => void {
  const { tabs } = chrome
  const activated = (tab: { windowId: number }) => {
    if (tab.windowId === windowId) listen()
  }
  const updated = (_id: number, change: { url?: string; status?: string }, tab: chrome.tabs.Tab) => {
    const moved = change.url !== undefined || change.status !== undefined
    if (moved && tab.active && tab.windowId === windowId) listen()
  }
  tabs.onActivated.addListener(activated)
  tabs.onUpdated.addListener(updated)
  return () => {
    tabs.onActivated.removeListener(activated)
    tabs.onUpdated.removeListener(updated)
  }
}
