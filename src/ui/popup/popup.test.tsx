import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { describe, expect, it } from "vitest"

import type { OutboxItem } from "~src/messaging/contract"

import { renderPopup } from "./testing/render"
import {
  sampleAction,
  sampleContact,
  sampleStatus,
  sampleTask,
  sampleView,
  sampleWaiting,
} from "./testing/samples"

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
        kind: "band-drop",
        accountId: "initech",
        accountName: "Initech",
        text: "Initech fell to red",
        at: "",
      },
      { id: "n2", kind: "new-account", accountId: "glow", accountName: "Glow", text: "Glow is new", at: "" },
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
      undated("n", "Read their blog"),
      sampleTask("d", { name: "Reply in Slack", bucket: "done", completedAt: "2026-11-23T08:00:00Z" }),
    ],
    doneToday: 1,
    totalToday: 7,
    waiting: [sampleWaiting("initech", 17), sampleWaiting("jade", -2, { who: "Amal Haddad" })].reverse(),
    overdue: [
      sampleContact("globex", { renewalOn: "2027-01-26" }),
      sampleContact("hooli", { daysSince: null, daysOverdue: 0, reason: "" }),
    ],
    dueActions: [sampleAction()],
    covering: [{ adminId: "bo", name: "Bo Lind", from: "2026-11-20", to: "2026-11-30" }],
  })

function undated(id: string, name: string) {
  const task = sampleTask(id, { name, bucket: "undated" })
  delete task.dueOn
  return task
}

/** Forty tasks of ten customers and eleven overdue contacts. */
const crowdedDay = () => {
  const tasks = Array.from({ length: 40 }, (_, nth) =>
    sampleTask(`t${nth}`, {
      name: `Task ${nth}`,
      accountId: `c${nth % 10}`,
      accountName: `Customer ${nth % 10}`,
      bucket: nth % 2 ? "overdue" : "today",
      dueOn: nth % 2 ? "2026-11-20" : "2026-11-23",
    }),
  )
  const overdue = Array.from({ length: 11 }, (_, nth) => sampleContact(`late${nth}`))
  return sampleView({ tasks, overdue, totalToday: 51 })
}

describe("today", () => {
  it("names the customer and why it presses, and how far the day is", async () => {
    renderPopup(fullDay())
    const today = await region("Today")
    expect(screen.getByText("1 of 7 done")).toBeVisible()
    const task = today.getByRole("checkbox", { name: "Send release notes" }).closest("li")
    expect(task).toHaveTextContent("Globex")
    expect(task).toHaveTextContent("Strategic, red")
    expect(task).toHaveTextContent("3 days late")
    expect(today.queryByRole("checkbox", { name: "Monthly traits" })).toBeNull()
    expect(today.getByRole("checkbox", { name: "Complete the Health Assessment" })).toBeVisible()
  })

  it("puts what presses most first, whatever it is", async () => {
    renderPopup(fullDay())
    const today = await region("Today")
    expect(today.getAllByRole("checkbox").map((box) => box.getAttribute("aria-label"))).toEqual([
      "Send release notes",
      "Complete the Health Assessment",
      "Prepare the review",
    ])
  })

  it("shows five of forty, three of eleven, and folds the rest by customer", async () => {
    const { user } = renderPopup(crowdedDay())
    const today = await region("Today")
    expect(today.getByRole("heading", { name: "Top five today" })).toBeVisible()
    expect(today.getByText("of 40")).toBeVisible()
    expect(today.getAllByRole("checkbox")).toHaveLength(5)
    expect(today.getByText("Rest of today")).toHaveTextContent("35")
    const overdue = await region("Overdue contacts")
    expect(overdue.getAllByRole("button", { name: /^Log touch with/ })).toHaveLength(3)
    await user.click(overdue.getByRole("button", { name: "8 more" }))
    expect(overdue.getAllByRole("button", { name: /^Log touch with/ })).toHaveLength(11)
    await user.click(today.getAllByText("Customer 3").at(-1)!)
    await waitFor(() => expect(today.getAllByRole("checkbox").length).toBeGreaterThan(5))
    expect(today.getByRole("button", { name: "5 more customers" })).toBeVisible()
  })

  it("lists at most two tasks of one customer among the first five", async () => {
    renderPopup(crowdedDay())
    const today = await region("Today")
    const customers = today.getAllByTitle(/^Open Customer \d$/).map((button) => button.textContent)
    const most = Math.max(...customers.map((one) => customers.filter((other) => other === one).length))
    expect(most).toBeLessThanOrEqual(2)
  })

  it("completes a task with a way back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByRole("checkbox", { name: "Send release notes" }))
    expect(asked("task.complete")).toEqual([{ accountId: "globex", taskId: "a", source: "vitally" }])
    expect(await screen.findByText("Done: Send release notes, Globex")).toBeVisible()
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("outbox.undo")).toEqual([{ id: "o1" }])
  })

  it("ticks a recommendation off with a way back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByRole("checkbox", { name: "Complete the Health Assessment" }))
    const action = { accountId: "hooli", actionId: "renewal-180-assessment" }
    expect(asked("action.dismiss")).toEqual([
      { ...action, fingerprint: "renewal-180-assessment", reason: "Already done" },
    ])
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("action.restore")).toEqual([action])
  })

  it("gives the focus of a line that goes to the one that takes its place, at last to the heading", async () => {
    const { user, state, worker } = renderPopup({ ...fullDay(), dueActions: [] })
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
    await waitFor(() => expect(today.getByRole("heading", { name: "To do today" })).toHaveFocus())
  })

  it("says so pleasantly once everything is done", async () => {
    const { state, worker } = renderPopup(fullDay())
    await region("Today")
    state.view = sampleView({ doneToday: 3, totalToday: 3 })
    worker.broadcast(["popup"])
    expect(await screen.findByText("Nothing left for today")).toBeVisible()
    expect(screen.getByText("Nobody is waiting, nobody is overdue, and 3 tasks are done.")).toBeVisible()
    expect(screen.getByText("3 of 3 done")).toBeVisible()
  })

  it("puts a task off and takes it back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByRole("button", { name: "Snooze “Send release notes”" }))
    await user.click(today.getAllByRole("button", { name: /Until Monday/ })[0]!)
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("task.snooze")).toEqual([
      { accountId: "globex", taskId: "a", until: "2026-11-30" },
      { accountId: "globex", taskId: "a", until: null },
    ])
  })

  it("has a place for the next days, for tasks without a date and for what is done, and remembers the first", async () => {
    const { user, asked } = renderPopup(fullDay())
    const today = await region("Today")
    await user.click(today.getByText("Next 7 days (1)"))
    expect(await today.findByRole("checkbox", { name: "Monthly traits" })).toBeVisible()
    await user.click(today.getByText("No date (1)"))
    expect(await today.findByRole("checkbox", { name: "Read their blog" })).toBeVisible()
    await user.click(today.getByText("Done today (1)"))
    expect(await today.findByRole("checkbox", { name: "Reply in Slack" })).toBeChecked()
    await waitFor(() => expect(asked("settings.set")).toEqual([{ patch: { popup: { week: true } } }]))
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

describe("waiting for us", () => {
  it("comes first, the earliest promise on top, with the hours left", async () => {
    renderPopup(fullDay())
    const waiting = await region("Waiting for us")
    const [late, soon] = waiting.getAllByRole("listitem").filter((item) => item.hasAttribute("data-row"))
    expect(late).toHaveTextContent("Jade")
    expect(late).toHaveTextContent("Amal Haddad")
    expect(late).toHaveTextContent("1 h late")
    expect(soon).toHaveTextContent("17 h left")
    expect(soon).toHaveTextContent("“Licence count before our renewal”")
    const names = screen
      .getAllByRole("region")
      .map((one) => one.getAttribute("aria-label") ?? one.textContent)
    expect(names.findIndex((name) => name.startsWith("Waiting"))).toBeLessThan(names.indexOf("Today"))
  })

  it("logs an answer", async () => {
    const { user, asked } = renderPopup(fullDay())
    const waiting = await region("Waiting for us")
    await user.click(waiting.getByRole("button", { name: "I answered Initech" }))
    expect(asked("touch.log")).toMatchObject([
      { accountId: "initech", channel: "email", direction: "outbound" },
    ])
  })

  it("is gone where nobody waits", async () => {
    renderPopup(sampleView())
    await region("Today")
    expect(screen.queryByRole("region", { name: "Waiting for us" })).toBeNull()
  })
})

describe("overdue contacts", () => {
  it("lists them with days, what is at stake and the best reason", async () => {
    renderPopup(fullDay())
    const overdue = await region("Overdue contacts")
    const [first, second] = overdue.getAllByRole("listitem").filter((item) => item.hasAttribute("data-row"))
    expect(first).toHaveTextContent("41 days since contact, 11 days overdue")
    expect(first).toHaveTextContent("renews in 64 d")
    expect(first).toHaveTextContent("Share the release notes: they are 3 releases behind.")
    expect(second).toHaveTextContent("No contact found, overdue since today")
  })

  it("logs a contact by its channel, with a way back", async () => {
    const { user, asked } = renderPopup(fullDay())
    const overdue = await region("Overdue contacts")
    await user.click(overdue.getByRole("button", { name: "Log touch with Globex" }))
    await user.click(overdue.getAllByRole("button", { name: "Slack" })[0]!)
    expect(asked("touch.log")).toMatchObject([
      { accountId: "globex", channel: "slack", direction: "outbound" },
    ])
    expect(await screen.findByText("Slack with Globex logged")).toBeVisible()
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible()
  })

  it("opens a customer's page", async () => {
    const { user, asked } = renderPopup(fullDay())
    const overdue = await region("Overdue contacts")
    await user.click(overdue.getByRole("button", { name: "Globex" }))
    expect(asked("open.page")).toEqual([{ page: "vitally", accountId: "globex" }])
  })
})

describe("keys", () => {
  it("move through every row and do what the row's own controls do", async () => {
    const { user, asked } = renderPopup(fullDay())
    await region("Today")
    await user.keyboard("j")
    expect(screen.getByTitle("Open the message from Jade")).toHaveFocus()
    await user.keyboard("jj")
    expect((await region("Overdue contacts")).getByRole("button", { name: "Globex" })).toHaveFocus()
    await user.keyboard("jj")
    expect(screen.getByRole("checkbox", { name: "Send release notes" })).toHaveFocus()
    await user.keyboard("{Enter}")
    expect(asked("open.page")).toEqual([{ page: "vitally", accountId: "globex" }])
    await user.keyboard("c")
    expect(asked("task.complete")).toHaveLength(1)
    await user.keyboard("u")
    await waitFor(() => expect(asked("outbox.undo")).toEqual([{ id: "o1" }]))
    await user.keyboard("k")
    expect((await region("Overdue contacts")).getByRole("button", { name: "Hooli" })).toHaveFocus()
  })

  it("lead to the search, are letters there, and come back on Escape", async () => {
    const { user, asked } = renderPopup(fullDay(), { search: () => ({ hits: [], total: 0 }) })
    await region("Today")
    await user.keyboard("/")
    const field = screen.getByRole("combobox", { name: "Search customers" })
    expect(field).toHaveFocus()
    await user.keyboard("jc")
    expect(field).toHaveValue("jc")
    await user.keyboard("{Escape}{Escape}")
    expect(field).not.toHaveFocus()
    expect(asked("task.complete")).toEqual([])
  })

  it("are listed on ?, and can be switched off there", async () => {
    const { user, asked, state, worker } = renderPopup(fullDay())
    await region("Today")
    await user.keyboard("?")
    const dialog = within(screen.getByRole("dialog", { name: "Keyboard shortcuts", hidden: true }))
    expect(dialog.getByText("log touch")).toBeInTheDocument()
    await user.click(dialog.getByRole("checkbox", { hidden: true }))
    expect(asked("settings.set")).toEqual([{ patch: { panel: { keys: false } } }])
    state.view = { ...fullDay(), settings: { ...fullDay().settings, keys: false } }
    worker.broadcast(["settings"])
    expect(await dialog.findByText("Shortcuts are off.")).toBeInTheDocument()
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
    await user.click(field)
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
    const { user, state, worker, asked } = renderPopup(fullDay())
    const news = await region("Since you last looked")
    expect(news.getByText("Initech fell to red")).toBeVisible()
    expect(news.queryByText("Glow is new")).toBeNull()
    await waitFor(() => expect(asked("popup.seen")).toHaveLength(1), { timeout: 4000 })
    state.view = { ...fullDay(), news: [], doneToday: 2 }
    worker.broadcast(["popup"])
    await screen.findByText("2 of 7 done")
    await user.click(news.getByRole("button", { name: "1 more" }))
    expect(news.getByText("Glow is new")).toBeVisible()
    await user.click(news.getByRole("button", { name: "Dismiss the news" }))
    expect(screen.queryByRole("region", { name: "Since you last looked" })).toBeNull()
  })

  it("asks to connect, and who one is", async () => {
    const vitally = { service: "vitally" as const, state: "not-connected" as const, text: "" }
    const { user, asked, state, worker } = renderPopup(
      sampleView({ status: sampleStatus({ vitally, me: null }) }),
    )
    await user.click(await screen.findByRole("button", { name: "Connect Vitally" }))
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
    expect(await screen.findByText(/You’re offline. This is from .*, 2 min ago./)).toBeVisible()
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
    expect(alert).toHaveTextContent(/Vitally refused the API key. This is from .*, 2 min ago./)
    expect(within(alert).getByRole("button", { name: "Fix in options" })).toBeVisible()
    const outage = { code: "server" as const, title: "Vitally has trouble.", detail: "" }
    state.view = sampleView({
      status: sampleStatus({ vitally: { service: "vitally", state: "error", text: "", fault: outage } }),
    })
    worker.broadcast(["status"])
    expect(await screen.findByText(/Vitally has trouble. This is from .*, 2 min ago./)).toBeVisible()
    expect(screen.queryByRole("button", { name: "Fix in options" })).toBeNull()
  })

  it("praises nobody's contacts where there is no book, or it is still being read", async () => {
    const { state, worker, user, asked } = renderPopup(sampleView({ customers: 0 }))
    expect(await screen.findByText(/No customer lists you as its TA/)).toBeVisible()
    expect(screen.queryByText(/Nobody is overdue/)).toBeNull()
    await user.click(screen.getByRole("button", { name: "Open options" }))
    expect(asked("open.page")).toEqual([{ page: "options" }])
    const sync = { ...sampleStatus().sync, phase: "first" as const, progress: 0.4, text: "400 of 1,000" }
    state.view = sampleView({ status: sampleStatus({ sync }) })
    worker.broadcast(["status", "popup"])
    expect(await screen.findByText("Nobody so far. Your customers are still loading.")).toBeVisible()
    expect(screen.getByText("Tasks are still loading.")).toBeVisible()
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
    await user.keyboard("/hoo")
    await screen.findByRole("option")
    // Colours are checked in the browser; jsdom draws nothing.
    const options = { rules: { "color-contrast": { enabled: false } } }
    expect((await axe.run(container, options)).violations).toEqual([])
    state.view = sampleView()
    worker.broadcast(["popup"])
    await screen.findByText("Nothing left for today")
    expect((await axe.run(container, options)).violations).toEqual([])
  })
})
