import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"

import type { LeftView, PanelState } from "~src/messaging/contract"
import { useViewMemory } from "~src/store/view-memory"
import { renderPanel } from "~test/fakes/render-panel"
import { accountState, viewOf } from "~test/fixtures/panel/account-view"
import { accountFacts, healthyFacts } from "~test/fixtures/panel/facts"

const own = accountFacts().id
const trait = "Seats used"
const openTrait = "trait:mauOverSeats"
const label = () => screen.findByText(trait, { selector: ".trait-label" })
const lessons = () => screen.queryByText(/share of paid seats/)

/** A document of this height in a window of 768 pixels, scrolled as asked: jsdom lays nothing out. */
function page(height: number) {
  vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(height)
  window.scrollY = 0
  const moves: number[] = []
  vi.spyOn(window, "scrollTo").mockImplementation((_x: number, y: number) => {
    window.scrollY = y
    moves.push(y)
  })
  return moves
}

const leftAt = (left: LeftView, more: Partial<PanelState> = {}) => ({ ...accountState({}, more), left })

function scrollTo(y: number) {
  window.scrollY = y
  fireEvent.scroll(document)
}

beforeEach(() => void page(3000))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  window.scrollY = 0
})

describe("an account that was left before", () => {
  it("stands at once where it was, with the same things open", async () => {
    const moves = page(3000)
    renderPanel(leftAt({ scroll: 400, open: [openTrait] }))
    await label()
    expect(lessons()).toBeInTheDocument()
    expect(moves).toEqual([400])
  })

  it("is read from the top where there is not so much any more", async () => {
    const moves = page(1000)
    renderPanel(leftAt({ scroll: 400, open: [] }))
    await label()
    expect(moves).toEqual([])
  })

  it("stays where somebody scrolled while it loaded", async () => {
    const moves = page(3000)
    let answer: (state: PanelState) => void = () => undefined
    renderPanel(accountState(), {
      handlers: { "panel.get": () => new Promise<PanelState>((resolve) => (answer = resolve)) },
    })
    await screen.findByRole("status", { name: "Loading this account" })
    scrollTo(60)
    await act(async () => answer(leftAt({ scroll: 400, open: [] })))
    await label()
    expect(moves).toEqual([])
  })

  it("believes itself more than what the worker was told", async () => {
    const { worker, setState, user } = renderPanel(leftAt({ scroll: 0, open: [openTrait] }))
    await user.click(await label())
    await waitFor(() => expect(lessons()).toBeNull())
    setState({ ...accountState({ ...viewOf(healthyFacts()), id: "other" }, { seq: 2 }) })
    act(() => worker.broadcast(["tab:7"]))
    await screen.findByRole("heading", { name: "Hooli" })
    setState(leftAt({ scroll: 0, open: [openTrait] }, { seq: 3 }))
    act(() => worker.broadcast(["tab:7"]))
    await label()
    expect(lessons()).toBeNull()
  })
})

describe("leaving an account", () => {
  const told = (asked: (m: string) => unknown[]) => asked("panel.leave")

  it("is told with the first move and once things rest, not with every step", async () => {
    const { asked } = renderPanel(accountState({}, { tabId: 7 }))
    await label()
    vi.useFakeTimers()
    act(() => useViewMemory.getState().setOpen(own, openTrait, true))
    const first = { accountId: own, tabId: 7, scroll: 0, open: [openTrait] }
    expect(told(asked)).toEqual([first])
    for (let y = 10; y <= 100; y += 10) {
      scrollTo(y)
      fireEvent(document, new Event("scrollend"))
    }
    act(() => void vi.advanceTimersByTime(499))
    expect(told(asked)).toEqual([first])
    act(() => void vi.advanceTimersByTime(2))
    expect(told(asked)).toEqual([first, { ...first, scroll: 100 }])
  })

  it("is told as the page goes, in the middle of a scroll too", async () => {
    const { asked } = renderPanel(accountState({}, { tabId: 7 }))
    await label()
    scrollTo(10)
    const first = { accountId: own, tabId: 7, scroll: 10, open: [] }
    expect(told(asked)).toEqual([first])
    scrollTo(250)
    // The frame is out of its page already.
    window.scrollY = 0
    fireEvent(window, new Event("pagehide"))
    expect(told(asked)).toEqual([first, { ...first, scroll: 250 }])
  })

  it("is told of the account that was shown, when another comes", async () => {
    const { worker, asked, setState } = renderPanel(accountState({}, { tabId: 7 }))
    await label()
    scrollTo(250)
    setState(accountState({ ...viewOf(healthyFacts()), id: "other" }, { seq: 2, tabId: 7 }))
    act(() => worker.broadcast(["tab:7"]))
    await screen.findByRole("heading", { name: "Hooli" })
    expect(told(asked)).toEqual([{ accountId: own, tabId: 7, scroll: 250, open: [] }])
    expect(window.scrollY).toBe(0)
  })

  it("is no word at all where nothing was moved or opened", async () => {
    const { asked } = renderPanel(accountState())
    await label()
    fireEvent(window, new Event("pagehide"))
    cleanup()
    expect(told(asked)).toEqual([])
  })
})
