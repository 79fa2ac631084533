import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import { parsePage } from "~src/hosts"
import type { Fault, PanelState } from "~src/messaging/contract"
import { announceMove } from "~src/store/use-panel"
import { renderPanel } from "~test/fakes/render-panel"
import { accountState, panelState, settings, viewOf } from "~test/fixtures/panel/account-view"
import { accountFacts, healthyFacts, poorFacts } from "~test/fixtures/panel/facts"

const fault: Fault = {
  code: "auth",
  title: "Vitally refused the API key.",
  detail: "What was read stays.",
  next: "Enter a new key.",
}

function refusing(): PanelState {
  throw new WorkerFault(fault)
}

describe("an account", () => {
  it("is a main named Account Lens with its regions in the chosen order", async () => {
    renderPanel(accountState())
    const main = await screen.findByRole("main", { name: "Account Lens" })
    await within(main).findByRole("heading", { level: 1, name: "Globex Corporation" })
    const names = within(main)
      .getAllByRole("region")
      .map((one) => within(one).queryByRole("heading", { level: 2 })?.textContent ?? one.ariaLabel)
    expect(names).toEqual([
      "At a glance",
      "Recommended actions",
      "Health",
      "Last contact",
      "Renewal",
      "Open tasks",
      "Key contacts",
      "Tier",
      "More",
    ])
  })

  it("leaves out hidden sections and follows a changed order", async () => {
    const own = settings()
    own.panel = { ...own.panel, order: ["health", "tier"], hidden: ["more", "contacts"] }
    renderPanel(accountState(), { settings: own })
    await screen.findByRole("region", { name: "Health" })
    const headings = screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)
    expect(headings).toEqual([
      "Health",
      "Tier",
      "Recommended actions",
      "Last contact",
      "Renewal",
      "Open tasks",
    ])
  })

  it("answers at a glance: health with its reason, contact, renewal, next action", async () => {
    renderPanel(accountState())
    const glance = await screen.findByRole("region", { name: "At a glance" })
    expect(glance).toHaveTextContent("5.4Concerning")
    expect(glance).toHaveTextContent("No buyer")
    expect(glance).toHaveTextContent(/62% of seats used.*25% daily use|25% daily use.*62% of seats used/)
    expect(glance).toHaveTextContent("26 days ago due Wed 25 Nov")
    expect(glance).toHaveTextContent("In 110 days 12 Mar")
    expect(within(glance).getByRole("group", { name: "Next" })).toHaveTextContent(/Get Well/)
  })
})

it("says each answer at a glance once to those who hear it", async () => {
  renderPanel(accountState())
  const glance = within(await screen.findByRole("region", { name: "At a glance" }))
  expect(glance.getByRole("button", { name: /^Health ?5\.4 ?Concerning$/ })).toBeInTheDocument()
})

it("reads a fault out once, not again with every minute of its age", async () => {
  renderPanel(accountState({ vitally: { readAt: "2026-11-20T08:00:00Z", refreshing: false, fault } }))
  const alert = await screen.findByRole("alert")
  expect(within(alert).getByText(/^This is from/)).toHaveAttribute("aria-live", "off")
})

it("is calm about what passes by itself", async () => {
  const rate: Fault = { ...fault, code: "rate", title: "Vitally's limit is used up." }
  renderPanel(accountState({ vitally: { refreshing: false, fault: rate } }))
  expect(await screen.findByRole("alert")).toHaveClass("notice-concerning")
})

describe("at a glance, a customer who waits for an answer", () => {
  const line = async (hours: number) => {
    const view = viewOf(healthyFacts())
    const { contact } = view.assessment
    contact.waiting = {
      since: new Date(Date.now() - hours * 3_600_000).toISOString(),
      hours,
      promiseHours: 48,
      late: hours > 48,
      channel: "slack",
      text: "Hooli waits.",
    }
    renderPanel(accountState(view))
    return screen.findByRole("region", { name: "At a glance" })
  }

  it("is never marked as well, however lately someone was in touch", async () => {
    const glance = await line(31.4)
    expect(glance).toHaveTextContent("today 16 h left")
    expect(glance).toHaveTextContent("The customer wrote 31 h ago and waits for an answer")
    expect(within(glance).getByText("16 h left")).toHaveClass("badge-concerning")
  })

  it("is marked red once the promise is broken", async () => {
    const glance = await line(75)
    expect(glance).toHaveTextContent("wrote 3 days ago and waits for an answer")
    expect(within(glance).getByText("27 h late")).toHaveClass("badge-poor")
  })
})

it("at a glance, says of a weekend's last working day that it has passed", async () => {
  const view = viewOf(healthyFacts())
  const { contact } = view.assessment
  Object.assign(contact, { status: "due-soon", daysSince: 29, dueOn: "2026-11-20", overdueOn: "2026-11-23" })
  renderPanel(accountState(view))
  const glance = await screen.findByRole("region", { name: "At a glance" })
  expect(glance).toHaveTextContent("29 days ago overdue from tomorrow")
  expect(screen.getByRole("region", { name: "Last contact" })).not.toHaveTextContent("Next by")
})

it("counts the hours a customer waits while the panel is looked at, without asking the worker", async () => {
  vi.useFakeTimers({
    toFake: ["Date", "setInterval", "clearInterval"],
    now: Date.parse("2026-11-22T09:30:00Z"),
  })
  const passHours = (hours: number) => act(() => void vi.advanceTimersByTime(hours * 3_600_000))
  const visible = vi.spyOn(document, "visibilityState", "get").mockReturnValue("visible")
  const { asked } = renderPanel(accountState(viewOf(poorFacts())))
  const glance = await screen.findByRole("region", { name: "At a glance" })
  const contact = screen.getByRole("region", { name: "Last contact" })
  expect(glance).toHaveTextContent("wrote 31 h ago")
  expect(contact).toHaveTextContent("wrote 31 hours ago and waits for an answer. 17 h left to answer")
  expect(contact).toHaveTextContent("Overdue")
  passHours(1)
  expect(glance).toHaveTextContent("wrote 32 h ago")
  expect(contact).toHaveTextContent("wrote 32 hours ago and waits for an answer. 16 h left to answer")
  expect(screen.getByRole("region", { name: "Recommended actions" })).toHaveTextContent("wrote 32 hours ago")

  visible.mockReturnValue("hidden")
  fireEvent(document, new Event("visibilitychange"))
  expect(vi.getTimerCount()).toBe(0)
  passHours(17)
  expect(glance).toHaveTextContent("wrote 32 h ago")
  visible.mockReturnValue("visible")
  fireEvent(document, new Event("visibilitychange"))
  expect(glance).toHaveTextContent("wrote 49 h ago")
  expect(contact).toHaveTextContent("wrote 49 hours ago and waits for an answer. The promise is 48 hours.")
  expect(asked("panel.get")).toHaveLength(1)
  visible.mockRestore()
  vi.useRealTimers()
})

describe("pinned to a customer", () => {
  const other = () => accountState({ ...viewOf(healthyFacts()), id: "other" }, { seq: 2, where: "frame" })
  const pinned = (here: boolean, page: string | null = "Hooli") =>
    accountState({}, { where: "frame", seq: here ? 1 : 2, pinned: { here, page } })

  it("asks the worker to stay, and to follow the page again", async () => {
    const { user, asked, setState } = renderPanel(accountState({}, { where: "frame" }))
    const pin = await screen.findByRole("button", { name: "Pin this customer", pressed: false })
    setState(pinned(true))
    await user.click(pin)
    expect(await screen.findByRole("button", { name: "Pin this customer", pressed: true })).toHaveFocus()
    expect(screen.queryByText(/^Pinned\. This page/)).toBeNull()
    await user.click(pin)
    expect(asked("panel.pin")).toEqual([{ accountId: accountFacts().id }, { accountId: null }])
  })

  it("stays while the page moves on, and says whose page it is", async () => {
    const { user, worker, asked, setState } = renderPanel(pinned(true))
    const heading = await screen.findByRole("heading", { name: "Globex Corporation" })
    setState(pinned(false))
    act(() => worker.broadcast(["tab:7"]))
    expect(await screen.findByText("Pinned. This page is about Hooli.")).toBeInTheDocument()
    expect(heading).toBeInTheDocument()
    setState(other())
    await user.click(screen.getByRole("button", { name: "Follow the page" }))
    expect(asked("panel.pin")).toEqual([{ accountId: null }])
    expect(await screen.findByRole("heading", { name: "Hooli" })).toBeInTheDocument()
  })

  it("pins the side panel for its window", async () => {
    const { user, asked } = renderPanel(accountState(), { request: { windowId: 4 } })
    await user.click(await screen.findByRole("button", { name: "Pin this customer" }))
    expect(asked("panel.pin")).toEqual([{ accountId: accountFacts().id, windowId: 4 }])
  })

  it("has no pin in a tab of its own, which never follows a page", async () => {
    renderPanel(accountState({}, { where: "page" }))
    await screen.findByRole("heading", { name: "Globex Corporation" })
    expect(screen.queryByRole("button", { name: "Pin this customer" })).toBeNull()
  })
})

describe("popped out", () => {
  it("names a tab of its own after the customer, and gives the name back", async () => {
    document.title = "Account Lens"
    const { worker, setState } = renderPanel(accountState({}, { where: "page" }))
    await screen.findByRole("heading", { name: "Globex Corporation" })
    expect(document.title).toBe("Globex Corporation")
    setState(panelState({ kind: "no-account" }))
    act(() => worker.broadcast(["settings"]))
    await screen.findByRole("heading", { name: "No account on this page" })
    expect(document.title).toBe("Account Lens")
  })

  it("goes back into the page from Chrome's side panel, where that was not chosen for good", async () => {
    const close = vi.spyOn(window, "close").mockImplementation(() => undefined)
    const { user } = renderPanel(accountState({}, { where: "sidepanel" }))
    await user.click((await screen.findAllByRole("button", { name: "More" }))[0]!)
    await user.click(screen.getByRole("button", { name: "Move into the page" }))
    expect(close).toHaveBeenCalledOnce()
    cleanup()
    const chosen = settings()
    chosen.panel = { ...chosen.panel, mode: "browser" }
    renderPanel(accountState({}, { where: "sidepanel" }), { settings: chosen })
    await screen.findAllByRole("button", { name: "More" })
    expect(screen.queryByRole("button", { name: "Move into the page", hidden: true })).toBeNull()
    close.mockRestore()
  })
})

describe("states", () => {
  it("not connected: one button, which opens the options", async () => {
    const { user, asked } = renderPanel(panelState({ kind: "not-connected", text: "Paste a key." }))
    const main = await screen.findByRole("main", { name: "Account Lens" })
    await within(main).findByText("Paste a key.")
    expect(within(main).getAllByRole("button")).toHaveLength(1)
    await user.click(within(main).getByRole("button", { name: "Open options" }))
    expect(asked("open.page")).toEqual([{ page: "options" }])
  })

  it("loading: a status before any answer", () => {
    renderPanel(accountState(), { handlers: { "panel.get": () => new Promise<PanelState>(() => undefined) } })
    expect(screen.getByRole("status", { name: "Loading this account" })).toBeInTheDocument()
  })

  it("unknown: a button to the link page, with what it must know of this page", async () => {
    const { user, asked } = renderPanel(
      panelState({ kind: "unknown", text: "No match.", candidates: [], linkPage: "ref=1" }),
    )
    await user.click(await screen.findByRole("button", { name: "Find the customer" }))
    expect(asked("open.page")).toEqual([{ page: "link", hash: "ref=1" }])
  })

  it("unknown: a candidate is confirmed on the link page, for this page may not read it yet", async () => {
    const hit = { id: "c 2", name: "Globex", tier: null, band: "healthy" as const, mine: true }
    const { user, asked } = renderPanel(
      panelState({ kind: "unknown", text: "No match.", candidates: [hit], linkPage: "ref=1" }),
    )
    await user.click(await screen.findByRole("button", { name: /^Link to ?Globex/ }))
    expect(asked("open.page")).toEqual([{ page: "link", hash: "ref=1&account=c%202" }])
  })

  it("choose: the candidates, each to be opened", async () => {
    const hit = { id: "c2", name: "Globex Nordics", tier: "Mid-Market", band: "healthy" as const, mine: true }
    const { user, asked } = renderPanel(panelState({ kind: "choose", text: "Two.", candidates: [hit] }))
    await user.click(await screen.findByRole("button", { name: /^Show ?Globex Nordics/ }))
    expect(asked("open.page")).toEqual([{ page: "account", accountId: "c2" }])
  })

  it("no account on this page", async () => {
    renderPanel(panelState({ kind: "no-account" }))
    expect(await screen.findByRole("heading", { name: "No account on this page" })).toBeInTheDocument()
  })

  it("error without data: an alert in the worker's words, to be tried again", async () => {
    const { user, worker } = renderPanel(accountState(), { handlers: { "panel.get": refusing } })
    const alert = await screen.findByRole("alert")
    expect(alert).toHaveTextContent("What was read stays. Enter a new key.")
    expect(alert).toHaveTextContent(fault.title)
    worker.handlers["panel.get"] = () => accountState()
    await user.click(within(alert).getByRole("button", { name: "Try again" }))
    expect(await screen.findByRole("region", { name: "Health" })).toBeInTheDocument()
  })

  it("error with cached data: both are shown, with the data's age", async () => {
    const readAt = new Date(Date.now() - 3 * 3_600_000).toISOString()
    renderPanel(accountState({ vitally: { readAt, refreshing: false, fault } }))
    const alert = await screen.findByRole("alert")
    expect(alert).toHaveTextContent("This is from 3 h ago.")
    expect(screen.getByRole("region", { name: "Health" })).toBeInTheDocument()
  })

  it("offline: says so once, and keeps the data", async () => {
    renderPanel(accountState({ vitally: { refreshing: false, fault } }), {
      handlers: { "status.get": () => ({ online: false }) },
    })
    expect(await screen.findByText(/You’re offline/)).toBeInTheDocument()
    expect(screen.queryByRole("alert")).toBeNull()
    expect(screen.getByRole("region", { name: "Health" })).toBeInTheDocument()
  })

  it("learns from the browser that the network went and came back, without a word of the worker", async () => {
    let online = true
    renderPanel(accountState(), { handlers: { "status.get": () => ({ online }) } })
    await screen.findByRole("region", { name: "Health" })
    online = false
    fireEvent(window, new Event("offline"))
    expect(await screen.findByText(/You’re offline/)).toBeInTheDocument()
    online = true
    fireEvent(window, new Event("online"))
    await waitFor(() => expect(screen.queryByText(/You’re offline/)).toBeNull())
  })

  it("keeps what is shown when asking again fails", async () => {
    const { worker } = renderPanel(accountState())
    await screen.findByRole("region", { name: "Health" })
    worker.handlers["panel.get"] = refusing
    act(() => worker.broadcast(["settings"]))
    expect(await screen.findByRole("alert")).toHaveTextContent("Vitally refused")
    expect(screen.getByRole("region", { name: "Health" })).toBeInTheDocument()
  })
})

describe("another account under the panel", () => {
  const other = () => accountState({ ...viewOf(healthyFacts()), id: "other" }, { seq: 2 })
  const [own, another] = [1, 2].map((n) => `5f1c2a7e-3d94-4b60-8a11-0c9e7d52f00${n.toString()}`) as [
    string,
    string,
  ]
  const page = (id: string) => `https://acme.vitally.io/accounts/${id}`

  it("takes the old one away at once, before the new one is there", async () => {
    const { worker } = renderPanel(accountState())
    await screen.findByRole("heading", { name: "Globex Corporation" })
    let answer: (state: PanelState) => void = () => undefined
    worker.handlers["panel.get"] = () => new Promise((resolve) => (answer = resolve))
    act(() => worker.broadcast(["tab:7"]))
    await waitFor(() => expect(screen.queryByText("Globex Corporation")).toBeNull())
    expect(screen.getByRole("status", { name: "Loading this account" })).toBeInTheDocument()
    await act(async () => answer(other()))
    expect(await screen.findByRole("heading", { name: "Hooli" })).toBeInTheDocument()
  })

  it("leaves at the browser's own word, but not for another page of the same record or another tab", async () => {
    const ref = parsePage(page(own))
    const { worker } = renderPanel(accountState({}, { ref, where: "frame" }))
    await screen.findByRole("heading", { name: "Globex Corporation" })
    worker.handlers["panel.get"] = () => new Promise<PanelState>(() => undefined)
    act(() => {
      announceMove(7, `${page(own)}/tasks`)
      announceMove(8, page(another))
    })
    expect(screen.getByText("Globex Corporation")).toBeInTheDocument()
    act(() => announceMove(7, page(another)))
    await waitFor(() => expect(screen.queryByText("Globex Corporation")).toBeNull())
    expect(screen.getByRole("status", { name: "Loading this account" })).toBeInTheDocument()
  })

  it("drops an answer about an earlier page of the same tab", async () => {
    const { worker, setState } = renderPanel(other())
    await screen.findByRole("heading", { name: "Hooli" })
    setState(accountState({}, { seq: 1 }))
    act(() => worker.broadcast(["settings"]))
    await waitFor(() => expect(worker.asked.filter(({ m }) => m === "panel.get")).toHaveLength(2))
    await screen.findByRole("heading", { name: "Hooli" })
    expect(screen.queryByText("Globex Corporation")).toBeNull()
  })

  it("beside a window, leaves when another tab is in front and the answer is slow", async () => {
    const { worker } = renderPanel(accountState())
    await screen.findByRole("heading", { name: "Globex Corporation" })
    worker.handlers["panel.get"] = () => new Promise<PanelState>(() => undefined)
    act(() => worker.broadcast(["tab:front:1"]))
    await waitFor(() => expect(screen.queryByText("Globex Corporation")).toBeNull())
  })

  it("opens again what was open when coming back", async () => {
    const { worker, setState, user } = renderPanel(accountState())
    const label = await screen.findByText("Seats used", { selector: ".trait-label" })
    await user.click(label)
    expect(await screen.findByText(/share of paid seats/)).toBeInTheDocument()
    setState(other())
    act(() => worker.broadcast(["tab:7"]))
    await screen.findByRole("heading", { name: "Hooli" })
    expect(screen.queryByText(/share of paid seats/)).toBeNull()
    setState(accountState({}, { seq: 3 }))
    act(() => worker.broadcast(["tab:7"]))
    expect(await screen.findByText(/share of paid seats/)).toBeInTheDocument()
  })

  it.each([
    ["its own news", `account:${accountFacts().id}`],
    ["the turn of the day", "day"],
  ])("shows a change of the same account in place: %s", async (_, topic) => {
    const { worker, setState } = renderPanel(accountState())
    const section = await screen.findByRole("region", { name: "Health" })
    setState(accountState(viewOf(accountFacts({ vitallyHealth: { value: 7.2, source: "vitally" } }))))
    act(() => worker.broadcast([topic]))
    await waitFor(() => expect(section).toHaveTextContent("7.2 of 10"))
    expect(section).toBeInTheDocument()
  })
})

describe("after an update of the extension", () => {
  const hint = "Account Lens was updated. Reload the page."

  it("blanks itself as soon as someone comes near", async () => {
    const { worker } = renderPanel(accountState())
    await screen.findByRole("heading", { name: "Globex Corporation" })
    worker.orphan()
    fireEvent.pointerEnter(document.body)
    expect(await screen.findByRole("alert")).toHaveTextContent(hint)
    expect(screen.queryByText("Globex Corporation")).toBeNull()
  })

  it("blanks itself when the worker's client says so", async () => {
    const { worker } = renderPanel(accountState())
    await screen.findByRole("heading", { name: "Globex Corporation" })
    worker.orphan()
    act(() => worker.broadcast(["settings"]))
    expect(await screen.findByRole("alert")).toHaveTextContent(hint)
  })
})
