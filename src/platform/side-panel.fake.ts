import type { SidePanel } from "./side-panel"

export interface FakeSidePanel extends SidePanel {
  enabled: boolean
  onAction: boolean
  openIn: number[]
}

export function fakeSidePanel(): FakeSidePanel {
  const fake: FakeSidePanel = {
    enabled: true,
    onAction: false,
    openIn: [],
    setEnabled(enabled) {
      fake.enabled = enabled
      return Promise.resolve()
    },
    openOnAction(on) {
      fake.onAction = on
      return Promise.resolve()
    },
    open(windowId) {
      fake.openIn.push(windowId)
      return Promise.resolve(true)
    },
  }
  return fake
}
