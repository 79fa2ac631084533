import type { Notice, Notifications } from "./notifications"

export interface FakeNotifications extends Notifications {
  shown: Map<string, Notice>
  click(id: string, button?: number): void
}

export function fakeNotifications(): FakeNotifications {
  const listeners: ((id: string, button: number | null) => void)[] = []
  const shown = new Map<string, Notice>()
  return {
    shown,
    show(id, notice) {
      shown.set(id, notice)
      return Promise.resolve()
    },
    clear(id) {
      shown.delete(id)
      return Promise.resolve()
    },
    onClicked: (listen) => void listeners.push(listen),
    click: (id, button) => listeners.forEach((listen) => listen(id, button ?? null)),
  }
}
