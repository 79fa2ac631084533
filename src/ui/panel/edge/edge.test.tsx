import { screen, within } from "@testing-library/react"
import { afterEach, describe, expect, it, vi } from "vitest"

import { renderPanel } from "~test/fakes/render-panel"
import { accountState, panelState, viewOf } from "~test/fixtures/panel/account-view"
import {
  accountFacts,
  bareFacts,
  churnedFacts,
  fact,
  healthyFacts,
  poorFacts,
} from "~test/fixtures/panel/facts"

/** The gate's frame at this size, in a page around it. */
function frameOf(width: number, height = 92) {
  Object.assign(window, { innerWidth: width, innerHeight: height })
}

vi.mock("~src/store/frame-place", async (original) => ({
  ...(await original<object>()),
  isFramed: () => true,
}))
afterEach(() => frameOf(1024, 768))

const wrote = (at: string) => ({
  at,
  channel: "email" as const,
  direction: "inbound" as const,
  automatic: false,
  source: "vitally" as const,
  who: "Petra Schmidt",
})

/** The rules' clock in the fixtures stands at 2026-11-22 09:30 UTC. */
const states: [string, ReturnType<typeof viewOf>, name: RegExp, shown: string][] = [
  ["a green one", viewOf(healthyFacts()), /^Hooli, Healthy, 9\.6 of 10, contact today\. Open/, "now"],
  [
    "a yellow one",
    viewOf(accountFacts()),
    /^Globex Corporation, Concerning, 5\.4 of 10, 26 days since contact\. Open/,
    "26d",
  ],
  ["a red one", viewOf(poorFacts()), /Poor/, "d"],
  ["one without data", viewOf(bareFacts()), /^Initech, No data, no contact known\. Open/, "–"],
  ["one who left", viewOf(churnedFacts()), /churned/, "26d"],
  [
    "one who waits",
    viewOf(accountFacts({ touches: [wrote("2026-11-21T08:00:00Z")] })),
    /customer waits, \d+ h left/,
    "h",
  ],
  [
    "one whose answer is late",
    viewOf(accountFacts({ touches: [wrote("2026-11-16T08:00:00Z")] })),
    /customer waits, answer is late/,
    "late",
  ],
]

describe("the collapsed tab", () => {
  it.each(states)("says of %s the same to the eye and to the ear", async (_who, view, name, shown) => {
    vi.useFakeTimers({ now: new Date("2026-11-22T09:30:00Z"), toFake: ["Date"] })
    frameOf(40)
    renderPanel(accountState(view, { where: "frame" }))
    const tab = await screen.findByRole("button", { name })
    expect(tab).toHaveTextContent(shown)
    expect(screen.queryByRole("region")).toBeNull()
    vi.useRealTimers()
  })

  it("marks an overdue contact by name too, not by colour alone", async () => {
    frameOf(40)
    const silent = accountFacts({
      touches: [],
      traits: { ...accountFacts().traits, lastActivityDays: fact(60, "Last Activity") },
    })
    renderPanel(accountState(viewOf(silent), { where: "frame" }))
    expect(await screen.findByRole("button", { name: /60 days since contact, overdue/ })).toBeVisible()
  })

  it.each([
    [
      panelState({ kind: "unknown", text: "", candidates: [], linkPage: "" }),
      /We don’t know this customer yet/,
    ],
    [panelState({ kind: "not-connected", text: "" }), /Connect Account Lens/],
  ])("says what is the case where there is no customer", async (state, name) => {
    frameOf(40)
    renderPanel(state)
    expect(await screen.findByRole("button", { name })).toHaveTextContent("?")
  })

  it("opens to a peek, and by a press to the panel; arrows move it", async () => {
    frameOf(380)
    const { user, asked } = renderPanel(accountState({}, { where: "frame" }))
    const tab = await screen.findByRole("button", { name: /Globex Corporation/ })
    const peek = within(tab)
    expect(peek.getByText("5.4 Concerning")).toBeVisible()
    expect(peek.getByText(/^no buyer, /)).toBeVisible()
    expect(peek.getByText("26 days since contact")).toBeVisible()
    expect(peek.getByText(/renews in 110 days/)).toBeVisible()
    expect(peek.getByText("Next")).toBeVisible()
    await user.tab()
    await user.keyboard("{ArrowDown}{ArrowUp}{Enter}")
    expect(asked("gate.command")).toEqual([
      { command: "shift", by: 0.03 },
      { command: "shift", by: -0.03 },
      { command: "expand" },
    ])
  })

  it("becomes the whole panel as soon as the gate gives it the room", async () => {
    frameOf(40)
    renderPanel(accountState({}, { where: "frame" }))
    await screen.findByRole("button", { name: /Open Account Lens/ })
    frameOf(380, 900)
    window.dispatchEvent(new Event("resize"))
    expect(await screen.findByRole("region", { name: "Health" })).toBeVisible()
  })
})

describe("how the panel opens", () => {
  it("is asked once on a host, with the page that makes room chosen first", async () => {
    frameOf(380, 900)
    const { user, asked } = renderPanel(accountState({}, { where: "frame", room: null }))
    const card = within(await screen.findByRole("region", { name: "How should Account Lens open?" }))
    expect(card.getByRole("radio", { name: /^Make room/ })).toBeChecked()
    await user.click(card.getByRole("radio", { name: /^Lie over the page/ }))
    await user.click(card.getByRole("button", { name: "Keep" }))
    expect(asked("gate.command")).toEqual([{ command: "room", room: false }])
  })

  it("opens the browser's side panel within the click", async () => {
    frameOf(380, 900)
    const openSidePanel = vi.fn(() => Promise.resolve(true))
    const { user } = renderPanel(accountState({}, { where: "frame", room: null }), { openSidePanel })
    await user.click(await screen.findByRole("radio", { name: /^Browser side panel/ }))
    await user.click(screen.getByRole("button", { name: "Keep" }))
    expect(openSidePanel).toHaveBeenCalledOnce()
  })

  it("is not asked again, and can be changed in the menu", async () => {
    frameOf(380, 900)
    const { user, asked } = renderPanel(accountState({}, { where: "frame", room: true }))
    await screen.findByRole("region", { name: "Health" })
    expect(screen.queryByRole("region", { name: /How should/ })).toBeNull()
    await user.click(screen.getByRole("button", { name: "More" }))
    await user.click(await screen.findByText("Lie over the page"))
    expect(asked("gate.command")).toEqual([{ command: "room", room: false }])
  })
})
