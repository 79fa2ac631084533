import type { ActionButton } from "./action"

export interface FakeAction extends ActionButton {
  shown: { text: string; color: string; title: string }
  /** How often Chrome was asked to change it. */
  writes: number
}

export function fakeAction(): FakeAction {
  const fake: FakeAction = {
    shown: { text: "", color: "", title: "" },
    writes: 0,
    badgeText: () => Promise.resolve(fake.shown.text),
    setBadge(text, color) {
      fake.writes++
      Object.assign(fake.shown, { text, color })
      return Promise.resolve()
    },
    setTitle(title) {
      fake.writes++
      fake.shown.title = title
      return Promise.resolve()
    },
  }
  return fake
}
