import { act, screen, within } from "@testing-library/react"
import { beforeEach, describe, expect, it, vi } from "vitest"

import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState } from "~test/fixtures/panel/account-view"
import { accountId } from "~test/fixtures/panel/facts"

import { announceLayer } from "../../base/own-layer"
import { neededMs, watchVisibility } from "./visibility"

let report: (isVisible: boolean | undefined, target?: Element, seen?: DOMRect) => void
let options: IntersectionObserverInit | undefined

/** The panel's page, longer than its frame and scrolled a little, and what of it the frame has room for. */
const box = new DOMRect(0, -100, innerWidth, innerHeight + 3_000)
const whole = new DOMRect(0, 0, innerWidth, innerHeight)

beforeEach(() => {
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(callback: (entries: object[]) => void, init: IntersectionObserverInit) {
        options = init
        report = (isVisible, target = document.documentElement, seen = whole) =>
          callback([{ isVisible, target, boundingClientRect: box, intersectionRect: seen }])
      }
      observe = vi.fn()
      unobserve = vi.fn()
      disconnect = vi.fn()
    },
  )
})

describe("watching", () => {
  it("asks for version 2 of the observer", () => {
    watchVisibility(document.documentElement)
    expect(options).toMatchObject({ trackVisibility: true, delay: 100 })
  })

  it("is long enough only after an unbroken while", () => {
    const watch = watchVisibility(document.documentElement)
    const start = performance.now()
    expect(watch.longEnough(start + 10_000)).toBe(false)
    report(true)
    const since = performance.now()
    expect(watch.longEnough(since + neededMs - 50)).toBe(false)
    expect(watch.longEnough(since + neededMs + 1)).toBe(true)
    report(false)
    expect(watch.longEnough(since + 60_000)).toBe(false)
  })

  it("starts anew where the host page cuts a part of it away", () => {
    const watch = watchVisibility(document.documentElement)
    report(true, undefined, new DOMRect(0, 0, 80, innerHeight))
    expect(watch.longEnough(performance.now() + 60_000)).toBe(false)
    report(true, undefined, new DOMRect(0, 300, innerWidth, 60))
    expect(watch.longEnough(performance.now() + 60_000)).toBe(false)
    report(true)
    expect(watch.longEnough(performance.now() + neededMs + 1)).toBe(true)
  })

  it("takes an own popover for itself, once that one is seen, and carries the time over both ways", () => {
    const watch = watchVisibility(document.documentElement)
    const menu = document.createElement("div")
    report(true)
    const later = performance.now() + neededMs + 1
    announceLayer(menu, true)
    report(false)
    expect(watch.longEnough(later)).toBe(false)
    report(true, menu)
    expect(watch.longEnough(later)).toBe(true)
    announceLayer(menu, false)
    expect(watch.longEnough(later)).toBe(false)
    report(true)
    expect(watch.longEnough(later)).toBe(true)
  })

  it("knows of the moment after an own popover was closed, in which nothing can be told yet", () => {
    const watch = watchVisibility(document.documentElement)
    const menu = document.createElement("div")
    report(true)
    announceLayer(menu, true)
    expect(watch.uncovering()).toBe(false)
    report(true, menu)
    announceLayer(menu, false)
    expect(watch.uncovering()).toBe(true)
    report(false)
    expect(watch.uncovering()).toBe(false)
  })

  it("promises the first report on an own popover to who acts in it at once", async () => {
    const watch = watchVisibility(document.documentElement)
    const menu = document.createElement("div")
    expect(watch.awaited()).toBeUndefined()
    report(true)
    expect(watch.awaited()).toBeUndefined()
    const later = performance.now() + neededMs + 1
    announceLayer(menu, true)
    const told = watch.awaited()?.then(() => watch.longEnough(later))
    report(true, menu)
    await expect(told).resolves.toBe(true)
    expect(watch.awaited()).toBeUndefined()
    announceLayer(menu, false)
    expect(watch.awaited()).toBeUndefined()
  })

  it("starts anew where an own popover is covered", () => {
    const watch = watchVisibility(document.documentElement)
    const menu = document.createElement("div")
    report(true)
    announceLayer(menu, true)
    report(false, menu)
    announceLayer(menu, false)
    report(true)
    expect(watch.longEnough(performance.now() + neededMs - 50)).toBe(false)
  })

  it("does not trust a browser that can't tell", () => {
    const watch = watchVisibility(document.documentElement)
    report(undefined)
    expect(watch.longEnough(performance.now() + 60_000)).toBe(false)
  })
})

describe("in a host page's frame", () => {
  it("refuses a write that a script made, saves nothing and offers a safe place", async () => {
    const { user, asked } = renderPanel(accountState({}, { where: "frame" }))
    const tasks = await region("Open tasks")
    act(() => report(true))
    // user-event's clicks are scripted: `isTrusted` is false, whatever is visible.
    await user.click(tasks.getByRole("checkbox", { name: "Book the business review" }))
    expect(asked("task.complete")).toEqual([])
    const dialog = within(screen.getByRole("dialog", { name: "Not saved" }))
    await user.click(dialog.getByRole("button", { name: "Open in a tab" }))
    expect(asked("open.page")).toEqual([{ page: "account", accountId }])
  })

  it("takes the click that closes a menu for just that: nothing is saved, and nobody warned", async () => {
    const { user, asked } = renderPanel(accountState({}, { where: "frame" }))
    const tasks = await region("Open tasks")
    act(() => report(true))
    act(() => announceLayer(document.createElement("div"), false))
    await user.click(tasks.getByRole("checkbox", { name: "Book the business review" }))
    expect(asked("task.complete")).toEqual([])
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("leaves reading alone", async () => {
    const { user } = renderPanel(accountState({}, { where: "frame" }))
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: /^Show \d+ more/ }))
    expect(screen.queryByRole("dialog")).toBeNull()
  })
})

it("lets writes through in the browser's own places", async () => {
  const { user, asked } = renderPanel(accountState({}, { where: "page" }))
  const tasks = await region("Open tasks")
  await user.click(tasks.getByRole("checkbox", { name: "Book the business review" }))
  expect(asked("task.complete")).toHaveLength(1)
})
