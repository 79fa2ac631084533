import { act, screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, outboxItem, task } from "~test/fixtures/panel/account-view"
import { accountId } from "~test/fixtures/panel/facts"

import { isDone, sortTasks } from "./sort-tasks"

describe("the region Open tasks", () => {
  it("shows mine first by due date, marks overdue, and all on request", async () => {
    const { user, asked } = renderPanel(accountState())
    const tasks = await region("Open tasks")
    expect(tasks.getAllByRole("checkbox").map(({ ariaLabel }) => ariaLabel)).toEqual([
      "Send the usage recap to Priya",
      "Book the business review",
      "Confirm licence count with finance",
    ])
    expect(tasks.getByText("Overdue since Thu 19 Nov")).toBeInTheDocument()
    await user.click(tasks.getByRole("button", { name: "All (4)" }))
    expect(await tasks.findByRole("checkbox", { name: "Review forecast" })).toBeInTheDocument()
    expect(asked("settings.set")).toEqual([{ patch: { panel: { allTasks: true } } }])
  })

  it("completes with undo", async () => {
    const { user, asked } = renderPanel(accountState())
    const tasks = await region("Open tasks")
    await user.click(tasks.getByRole("checkbox", { name: "Book the business review" }))
    expect(asked("task.complete")).toEqual([{ accountId, taskId: "t2", source: "vitally" }])
    expect(await screen.findByText("Completed: Book the business review")).toBeInTheDocument()
    await user.click(screen.getByRole("button", { name: "Undo" }))
    expect(asked("outbox.undo")).toEqual([{ id: "o-new" }])
  })

  it("offers no undo any more once it was undone in its place", async () => {
    const pending = outboxItem({ id: "o-new", kind: "task.complete", sendAfter: "2999-01-01T00:00:00Z" })
    const { user, worker, setState } = renderPanel(accountState({ tasks: [task("t2", "Book the review")] }))
    const tasks = await region("Open tasks")
    await user.click(tasks.getByRole("checkbox"))
    const done = await screen.findByText("Completed: Book the review")
    setState(accountState({ tasks: [task("t2", "Book the review", { pending })] }))
    act(() => worker.broadcast(["outbox"]))
    await user.click(await tasks.findByRole("button", { name: "Undo" }))
    expect(done).not.toBeInTheDocument()
  })

  it("shows a completion on its way as ticked, and a refused one as open with the reason", async () => {
    const fault = { code: "refused" as const, title: "Vitally refused it.", detail: "The task is locked." }
    renderPanel(
      accountState({
        tasks: [
          task("a", "Sent off", { pending: outboxItem({ kind: "task.complete", state: "sending" }) }),
          task("b", "Came back", { pending: outboxItem({ kind: "task.complete", state: "refused", fault }) }),
        ],
      }),
    )
    const tasks = await region("Open tasks")
    expect(tasks.getByRole("checkbox", { name: "Sent off" })).toBeChecked()
    expect(tasks.getByText("Sending…")).toBeInTheDocument()
    expect(tasks.getByRole("checkbox", { name: "Came back" })).not.toBeChecked()
    expect(tasks.getByRole("alert")).toHaveTextContent("Vitally refused it. The task is locked.")
  })

  it("adds a task and keeps the focus for the next", async () => {
    const { user, asked } = renderPanel(accountState())
    const tasks = await region("Open tasks")
    await user.click(tasks.getByText("Add a task"))
    await user.type(tasks.getByRole("textbox", { name: "Task" }), "Send the deck{Enter}")
    expect(asked("task.add")).toEqual([{ accountId, name: "Send the deck" }])
    expect(tasks.getByRole("textbox", { name: "Task" })).toHaveValue("")
    expect(tasks.getByRole("textbox", { name: "Task" })).toHaveFocus()
  })

  it("gives back what was typed when the worker refuses", async () => {
    const { user } = renderPanel(accountState(), {
      handlers: {
        "task.add": () => {
          throw new WorkerFault({ code: "not-allowed", title: "Not now.", detail: "Covered." })
        },
      },
    })
    const tasks = await region("Open tasks")
    await user.click(tasks.getByText("Add a task"))
    await user.type(tasks.getByRole("textbox", { name: "Task" }), "Send the deck{Enter}")
    expect(await screen.findByText("Not now. Covered.")).toBeInTheDocument()
    expect(tasks.getByRole("textbox", { name: "Task" })).toHaveValue("Send the deck")
  })

  it("snoozes with the way back", async () => {
    const { user, asked } = renderPanel(accountState())
    const tasks = await region("Open tasks")
    await user.click(tasks.getByRole("button", { name: "Snooze Book the business review" }))
    const row = tasks.getByRole("checkbox", { name: "Book the business review" }).closest("li")!
    await user.click(within(row).getByRole("button", { name: "Later: next week" }))
    expect(asked("task.snooze")).toEqual([{ accountId, taskId: "t2", until: "2026-11-23" }])
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("task.snooze")).toContainEqual({ accountId, taskId: "t2", until: null })
  })

  it("renders a task's body without its HTML's powers", async () => {
    const { user } = renderPanel(accountState())
    const tasks = await region("Open tasks")
    await user.click(tasks.getByText("Details"))
    expect(tasks.getByText("45 minutes").tagName).toBe("STRONG")
  })

  it("tells no task from none of mine", async () => {
    renderPanel(accountState({ tasks: [task("x", "Theirs", { mine: false })] }))
    const tasks = await region("Open tasks")
    expect(tasks.getByText("No open task of yours.")).toBeInTheDocument()
  })
})

describe("sorting", () => {
  it("puts undated last and others after mine", () => {
    const sorted = sortTasks([
      task("1", "b"),
      task("2", "theirs", { mine: false, dueOn: "2026-01-01" }),
      task("3", "a", { dueOn: "2026-12-01" }),
    ])
    expect(sorted.map(({ id }) => id)).toEqual(["3", "1", "2"])
  })

  it("counts a reopened task as open at once", () => {
    const completedAt = "2026-11-22T08:00:00Z"
    expect(isDone(task("1", "x", { completedAt }))).toBe(true)
    expect(isDone(task("1", "x", { completedAt, pending: outboxItem({ kind: "task.reopen" }) }))).toBe(false)
  })
})
