import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { describe, expect, it } from "vitest"

import type { OutboxItem } from "~src/messaging/contract"

import { renderPopup } from "./testing/render"
import { sampleContact, sampleStatus, sampleTask, sampleView } from "./testing/samples"

const region = async (name: string) => within(await screen.findByRole("region", { name }))

const write = {
  id: "o9",
  accountId: "globex",
  accountName: "Globex",
  kind: "task.complete",
  target: "vitally",
  text: "Complete 'Send release notes'",
  createdAt: "",
  sendAfter: "",
} as const

const fullDay = () =>
  sampleView({
    news: [
      {
        id: "n1",
        kind: "waiting",
        accountId: "globex",
        accountName: "Globex",
        text: "Globex wrote 31 hours ago and waits for an answer.",
        at: "",
      },
    ],
    tasks: [
      sampleTask("a", { name: "Send release notes", bucket: "overdue", dueOn: "2026-11-20" }),
      sampleTask("b", {
        name: "Prepare the review",
        accountId: "hooli",
        accountName: "Hooli",
        band: "healthy",
        tier: "Mid-Market",
        daysSinceContact: 3,
      }),
      sampleTask("w", { name: "Monthly traits", bucket: "week", dueOn: "2026-11-26" }),
      sampleTask("d", { name: "Reply in Slack", bucket: "done", completedAt: "2026-11-23T08:00:00Z" }),
    ],
    doneToday: 1,
    totalToday: 3,
    overdue: [
      sampleContact("globex"),
      sampleContact("hooli", { daysSince: null, daysOverdue: 0, reason: "" }),
    ],
    dueActions: [
      {
        accountId: "hooli",
        accountName: "Hooli",
        actionId: "x",
        title: "Complete the Health Assessment",
        dueOn: "2026-11-23",
      },
    ],
    covering: [{ adminId: "bo", name: "Bo Lind", from: "2026-11-20", to: "2026-11-30" }],
  })

describe("today", () => {
  it("lists tasks with their customer's standing, and how far the day is", async () => {
    renderPopup(fullDay())
    const today = await region("Today")
    expect(today.getByText("1 of 3 done")).toBeVisible()
    const task = today.getByRole("checkbox", { name: "Send release notes" }).closest("li")
    expect(task).toHaveTextContent("Globex")
    expect(task).toHaveTextContent("Strategic")
    expect(task).toHaveTextContent("Poor")
    expect(task).toHaveTextContent("41 days since contact")
    expect(task).toHaveTextContent("due Fri 20 Nov")
    expect(today.queryByRole("checkbox", { name: "Monthly traits" })).toBeNull()
    expect(today.getByText("Complete the Health Assessment")).toBeVisible()
  })

  it("completes a task with a way back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByRole("checkbox", { name: "Send release notes" }))
    expect(asked("task.complete")).toEqual([{ accountId: "globex", taskId: "a", source: "vitally" }])
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("outbox.undo")).toEqual([{ id: "o1" }])
  })

  it("gives the focus of a line that goes to the one that takes its place, at last to the heading", async () => {
    const { user, state, worker } = renderPopup(fullDay())
    const today = await region("Today")
    const without = (...ids: string[]) => {
      state.view = { ...state.view, tasks: state.view.tasks.filter(({ id }) => !ids.includes(id)) }
      worker.broadcast(["popup"])
    }
    today.getByRole("checkbox", { name: "Send release notes" }).focus()
    await user.keyboard(" ")
    without("a")
    await waitFor(() => expect(today.getByRole("checkbox", { name: "Prepare the review" })).toHaveFocus())
    without("b", "d")
    await waitFor(() => expect(today.getByRole("heading", { name: "Today" })).toHaveFocus())
  })

  it("shows a change as soon as the worker says so", async () => {
    const { state, worker } = renderPopup(fullDay())
    await region("Today")
    state.view = sampleView({ doneToday: 3, totalToday: 3 })
    worker.broadcast(["popup"])
    expect(await screen.findByText("All done for today.")).toBeVisible()
    expect(screen.getByText("3 of 3 done")).toBeVisible()
  })

  it("puts a task off and takes it back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByRole("button", { name: "Snooze “Send release notes”" }))
    await user.click(today.getByRole("button", { name: /Until Monday/ }))
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("task.snooze")).toEqual([
      { accountId: "globex", taskId: "a", until: "2026-11-30" },
      { accountId: "globex", taskId: "a", until: null },
    ])
  })

  it("groups by customer, shows the week where asked, and remembers both", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByRole("button", { name: "Customer" }))
    await waitFor(() => expect(today.getByRole("heading", { name: /Hooli/ })).toBeVisible())
    await user.click(today.getByRole("button", { name: "+ 7 days" }))
    expect(await today.findByRole("checkbox", { name: "Monthly traits" })).toBeVisible()
    expect(asked("settings.set")).toEqual([
      { patch: { popup: { group: "customer" } } },
      { patch: { popup: { week: true } } },
    ])
  })

  it("adds a task for a customer found by name", async () => {
    const hit = { id: "hooli", name: "Hooli", tier: null, band: "healthy" as const, mine: true }
    const { user, asked } = renderPopup(fullDay(), { search: () => ({ hits: [hit], total: 1 }) })
    const today = await region("Today")
    await user.click(today.getByText("Add a task"))
    await user.click(today.getByRole("button", { name: "Add task" }))
    await user.type(today.getByRole("combobox", { name: "Customer" }), "hoo")
    await user.click(await today.findByRole("option", { name: /Hooli/ }))
    await user.type(today.getByRole("textbox", { name: "Task" }), "Send the guide")
    await user.click(today.getByRole("button", { name: "Add task" }))
    expect(asked("task.add")).toEqual([{ accountId: "hooli", name: "Send the guide", dueOn: "2026-11-23" }])
  })
})

describe("overdue contacts", () => {
  it("lists them with days, standing and the best reason", async () => {
    renderPopup(fullDay())
    const overdue = await region("Overdue contacts")
    const [first, second] = overdue
      .getAllByRole("listitem")
      .filter((item) => item.classList.contains("contact"))
    expect(first).toHaveTextContent("41days")
    expect(first).toHaveTextContent("11 days overdue")
    expect(first).toHaveTextContent("Email, 13 Oct")
    expect(first).toHaveTextContent("Share the release notes: they are 3 releases behind.")
    expect(second).toHaveTextContent("No contact found")
    expect(second).toHaveTextContent("overdue since today")
  })

  it("logs a contact by its channel, with a way back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const overdue = await region("Overdue contacts")
    await user.click(overdue.getByRole("button", { name: "I was in touch with Globex" }))
    await user.click(overdue.getAllByRole("button", { name: "Slack" })[0]!)
    expect(asked("touch.log")).toMatchObject([
      { accountId: "globex", channel: "slack", direction: "outbound" },
    ])
    expect(await screen.findByText("Logged with Globex: Slack.")).toBeVisible()
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible()
  })

  it("opens a customer's page", async () => {
    const { user, asked } = renderPopup(fullDay())
    const overdue = await region("Overdue contacts")
    await user.click(overdue.getByRole("button", { name: "Globex" }))
    expect(asked("open.page")).toEqual([{ page: "vitally", accountId: "globex" }])
  })
})

describe("search", () => {
  const hits = ["Globex", "Global Goods", "Glow"].map((name) => ({
    id: name,
    name,
    tier: null,
    band: "healthy" as const,
    mine: false,
  }))

  it("finds as one types and opens with the keyboard", async () => {
    const { user, asked } = renderPopup(fullDay(), { search: () => ({ hits, total: 3 }) })
    const field = await screen.findByRole("combobox", { name: "Search customers" })
    expect(field).toHaveFocus()
    await user.keyboard("gl")
    expect(await screen.findAllByRole("option")).toHaveLength(3)
    await user.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}")
    expect(screen.getByRole("option", { selected: true })).toHaveTextContent("Glow")
    expect(field).toHaveAttribute("aria-activedescendant", screen.getByRole("option", { selected: true }).id)
    await user.keyboard("{Enter}")
    expect(asked("open.page")).toEqual([{ page: "vitally", accountId: "Glow" }])
    await user.clear(field)
    await user.keyboard("gl")
    await screen.findAllByRole("option")
    await user.keyboard("{Control>}{Enter}{/Control}")
    expect(asked("open.page").at(-1)).toEqual({ page: "account", accountId: "Globex" })
    expect(asked("search")[0]).toEqual({ text: "g", limit: 8 })
  })

  it("says when nothing is found, and Escape empties the field first", async () => {
    const { user } = renderPopup(fullDay(), { search: () => ({ hits: [], total: 0 }) })
    const field = await screen.findByRole("combobox", { name: "Search customers" })
    await user.type(field, "zzz")
    expect(await screen.findByText("No customer matches “zzz”.")).toBeVisible()
    await user.keyboard("{Escape}")
    expect(field).toHaveValue("")
    expect(field).toHaveAttribute("aria-expanded", "false")
  })
})

describe("what the popup says of itself", () => {
  it("keeps the news on screen after they count as seen", async () => {
    const { state, worker, asked } = renderPopup(fullDay())
    const news = await region("Since you last looked")
    expect(news.getByText(/Globex wrote 31 hours ago/)).toBeVisible()
    await waitFor(() => expect(asked("popup.seen")).toHaveLength(1), { timeout: 4000 })
    state.view = { ...fullDay(), news: [], doneToday: 2 }
    worker.broadcast(["popup"])
    await screen.findByText("2 of 3 done")
    expect(news.getByText(/Globex wrote 31 hours ago/)).toBeVisible()
  })

  it("asks to connect, and who one is", async () => {
    const vitally = { service: "vitally" as const, state: "not-connected" as const, text: "" }
    const { user, asked, state, worker } = renderPopup(
      sampleView({ status: sampleStatus({ vitally, me: null }) }),
    )
    await user.click(await screen.findByRole("button", { name: "Connect" }))
    expect(asked("open.page")).toEqual([{ page: "options" }])
    expect(screen.queryByRole("region", { name: "Today" })).toBeNull()
    state.view = sampleView({ status: sampleStatus({ me: null }) })
    worker.broadcast(["status"])
    expect(await screen.findByRole("region", { name: "Who are you?" })).toBeVisible()
  })

  it("shows the first sync, what is late while offline, and what needs the user", async () => {
    const sync = {
      ...sampleStatus().sync,
      phase: "first" as const,
      progress: 0.32,
      text: "3,200 of about 10,000 accounts",
      accounts: 0,
    }
    const { state, worker } = renderPopup(sampleView({ status: sampleStatus({ sync }) }))
    expect(await screen.findByRole("progressbar")).toHaveAttribute("value", "0.32")
    state.view = sampleView({ status: sampleStatus({ online: false }) })
    worker.broadcast(["status"])
    expect(await screen.findByText(/Offline. Showing what was read 2 min ago./)).toBeVisible()
    const fault = {
      code: "auth" as const,
      title: "Vitally refused the API key.",
      detail: "",
      next: "Enter a new one.",
    }
    state.view = sampleView({
      status: sampleStatus({ vitally: { service: "vitally", state: "needs-sign-in", text: "", fault } }),
    })
    worker.broadcast(["status"])
    const alert = await screen.findByRole("alert")
    // The button leads where the advice would send: the words need not.
    expect(alert).toHaveTextContent("Vitally refused the API key. Showing what was read 2 min ago.")
    expect(within(alert).getByRole("button", { name: "Fix in options" })).toBeVisible()
    const outage = { code: "server" as const, title: "Vitally has trouble.", detail: "" }
    state.view = sampleView({
      status: sampleStatus({ vitally: { service: "vitally", state: "error", text: "", fault: outage } }),
    })
    worker.broadcast(["status"])
    expect(await screen.findByText("Vitally has trouble. Showing what was read 2 min ago.")).toBeVisible()
    expect(screen.queryByRole("button", { name: "Fix in options" })).toBeNull()
  })

  it("praises nobody's contacts where there is no book, or it is still being read", async () => {
    const { state, worker, user, asked } = renderPopup(sampleView({ customers: 0 }))
    expect(await screen.findByText(/No customer names you as its Technical Advisor/)).toBeVisible()
    expect(screen.queryByText(/Nobody is overdue/)).toBeNull()
    await user.click(screen.getByRole("button", { name: "Open options" }))
    expect(asked("open.page")).toEqual([{ page: "options" }])
    const sync = { ...sampleStatus().sync, phase: "first" as const, progress: 0.4, text: "400 of 1,000" }
    state.view = sampleView({ status: sampleStatus({ sync }) })
    worker.broadcast(["status", "popup"])
    expect(await screen.findByText("Nobody so far. Customers are still being read.")).toBeVisible()
    expect(screen.getByText("Tasks are still being read.")).toBeVisible()
  })

  it("keeps a refused write until the user decides", async () => {
    const item: OutboxItem = {
      ...write,
      state: "refused",
      tries: 1,
      fault: { code: "refused", title: "Vitally refused it.", detail: "The task was deleted there." },
    }
    const { user, asked } = renderPopup(sampleView({ outbox: [item] }), { "outbox.discard": () => ({}) })
    expect(await screen.findByRole("alert")).toHaveTextContent("Complete 'Send release notes' (Globex)")
    await user.click(screen.getByRole("button", { name: "Discard" }))
    expect(asked("outbox.discard")).toEqual([{ id: "o9" }])
  })

  it("says of a write that waits for another workspace why, and lets go of it", async () => {
    const item: OutboxItem = {
      ...write,
      state: "waiting",
      tries: 0,
      fault: { code: "not-connected", title: "This belongs to another workspace.", detail: "" },
    }
    const { user, asked } = renderPopup(sampleView({ outbox: [item] }), {
      "outbox.discard": () => ({}),
    })
    const alert = await screen.findByRole("alert")
    expect(alert).toHaveTextContent("Not sent yet: Complete 'Send release notes' (Globex)")
    expect(alert).toHaveTextContent("This belongs to another workspace.")
    await user.click(within(alert).getByRole("button", { name: "Discard" }))
    expect(asked("outbox.discard")).toEqual([{ id: "o9" }])
  })

  it("has no finding of axe, full or empty, with the search open", async () => {
    const hit = { id: "hooli", name: "Hooli", tier: "Strategic", band: "poor" as const, mine: true }
    const { user, container, state, worker } = renderPopup(fullDay(), {
      search: () => ({ hits: [hit], total: 1 }),
    })
    await region("Overdue contacts")
    await user.keyboard("hoo")
    await screen.findByRole("option")
    // Colours are checked in the browser; jsdom draws nothing.
    const options = { rules: { "color-contrast": { enabled: false } } }
    expect((await axe.run(container, options)).violations).toEqual([])
    state.view = sampleView()
    worker.broadcast(["popup"])
    await screen.findByText("Nothing is due today.")
    expect((await axe.run(container, options)).violations).toEqual([])
  })
})
