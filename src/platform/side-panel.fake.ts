import type { SidePanel } from "./side-panel"

export interface FakeSidePanel extends SidePanel {
  /** Windows whose panel was opened, in this order. */
  openIn: number[]
  closedIn: number[]
  /** As the user does, or Chrome after `open`. */
  toggle(windowId: number, open: boolean): void
}

export function fakeSidePanel(): FakeSidePanel {
  const openIn: number[] = []
  const closedIn: number[] = []
  const listeners: ((windowId: number, open: boolean) => void)[] = []
  return {
    openIn,
    closedIn,
    open(windowId) {
      openIn.push(windowId)
      return Promise.resolve(true)
    },
    close(windowId) {
      closedIn.push(windowId)
      return Promise.resolve()
    },
    onToggled: (listen) => void listeners.push(listen),
    toggle: (windowId, open) => listeners.forEach((listen) => listen(windowId, open)),
  }
}
