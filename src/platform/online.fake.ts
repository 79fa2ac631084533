import type { Online } from "./online"

export interface FakeOnline extends Online {
  set(online: boolean): void
}

export function fakeOnline(): FakeOnline {
  let state = true
  const listeners: ((online: boolean) => void)[] = []
  return {
    now: () => state,
    onChange: (listen) => void listeners.push(listen),
    set(online) {
      state = online
      listeners.forEach((listen) => listen(online))
    },
  }
}
