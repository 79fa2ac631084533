import type { SidePanel } from "./side-panel"

export interface FakeSidePanel extends SidePanel {
  openIn: number[]
}

export function fakeSidePanel(): FakeSidePanel {
  const openIn: number[] = []
  return {
    openIn,
    open(windowId) {
      openIn.push(windowId)
      return Promise.resolve(true)
    },
  }
}
