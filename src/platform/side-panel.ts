/** Chrome's own side panel. */
export interface SidePanel {
  setEnabled(enabled: boolean): Promise<void>
  /** Whether a click on the toolbar button opens it instead of the popup. */
  openOnAction(on: boolean): Promise<void>
  /** Needs a user gesture in the same turn. False where Chrome refuses. */
  open(windowId: number): Promise<boolean>
}

export function chromeSidePanel(path = "sidepanel.html"): SidePanel {
  const { sidePanel } = chrome
  return {
    setEnabled: (enabled) => sidePanel.setOptions({ enabled, path }),
    openOnAction: (on) => sidePanel.setPanelBehavior({ openPanelOnActionClick: on }),
    open: (windowId) =>
      sidePanel.open({ windowId }).then(
        () => true,
        () => false,
      ),
  }
}
