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
