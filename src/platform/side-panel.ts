/** Chrome's own side panel. */
export interface SidePanel {
  /** Needs a user gesture in the same turn. False where Chrome refuses. */
  open(windowId: number): Promise<boolean>
  /** Known to Chrome 141 and later; before, it stays. */
  close(windowId: number): Promise<void>
  /** Calls back when the panel of a window is opened or closed. Known to Chrome 142 and later; before, nothing is told. */
  onToggled(listen: (windowId: number, open: boolean) => void): void
}

export function chromeSidePanel(): SidePanel {
  // Typed as always there; older browsers lack some of it.
  const sidePanel: Partial<typeof chrome.sidePanel> = chrome.sidePanel
  return {
    open: (windowId) =>
      chrome.sidePanel.open({ windowId }).then(
        () => true,
        () => false,
      ),
    async close(windowId) {
      await sidePanel.close?.({ windowId }).catch(() => undefined)
    },
    onToggled(listen) {
      // One without the other would leave pages without a panel for good.
      const { onOpened, onClosed } = sidePanel
      if (!onOpened || !onClosed) return
      onOpened.addListener(({ windowId }) => listen(windowId, true))
      onClosed.addListener(({ windowId }) => listen(windowId, false))
    },
  }
}
