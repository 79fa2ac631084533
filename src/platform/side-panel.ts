/** Chrome's own side panel. */
export interface SidePanel {
  /** Needs a user gesture in the same turn. False where Chrome refuses. */
  open(windowId: number): Promise<boolean>
}

export function chromeSidePanel(): SidePanel {
  return {
    open: (windowId) =>
      chrome.sidePanel.open({ windowId }).then(
        () => true,
        () => false,
      ),
  }
}
