/** Half-typed forms: what is typed stays until it is sent or discarded, and is never sent by itself. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { PanelState, TypedForms } from "~src/messaging/contract"
import { useViewMemory } from "~src/store/view-memory"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, outboxItem, viewOf } from "~test/fixtures/panel/account-view"
import { accountFacts, healthyFacts } from "~test/fixtures/panel/facts"

const text = "Spoke about seats"
const touch = { channel: "call", direction: "both", day: "2026-11-20", note: text, also: "" }
const withTyped = (typed: TypedForms, more: Partial<PanelState> = {}) => ({
  ...accountState({}, more),
  left: { scroll: 0, open: [], typed },
})
const refuse = () => {
  throw new WorkerFault({ code: "quota", title: "The browser has no more room.", detail: "" })
}

async function typeNote(user: ReturnType<typeof renderPanel>["user"]) {
  const contact = await region("Last contact")
  await user.click(contact.getByRole("button", { name: "Log a touch" }))
  await user.click(contact.getByText("Another day, or add a note"))
  await user.type(contact.getByLabelText("Note"), text)
  return contact
}

describe("a touch that was begun", () => {
  it("is told to the worker as it stands, the day offered at first included", async () => {
    const { user, asked } = renderPanel(accountState())
    await typeNote(user)
    await waitFor(() =>
      expect(asked("panel.leave").at(-1)).toMatchObject({
        typed: { touch: { note: text, day: "2026-11-22", channel: "email" } },
      }),
    )
    expect(asked("touch.log")).toEqual([])
  })

  it("is told at once when the frame is taken away", async () => {
    const { user, asked } = renderPanel(accountState())
    await typeNote(user)
    act(() => void window.dispatchEvent(new Event("pagehide")))
    expect(asked("panel.leave").at(-1)).toMatchObject({ typed: { touch: { note: text } } })
  })

  it("is there in the next panel, said, and continued where it was", async () => {
    const { user, asked } = renderPanel(withTyped({ touch }))
    const contact = await region("Last contact")
    const line = within(contact.getByRole("group", { name: "Not sent yet" }))
    expect(line.getByText(`Not sent yet: “${text}”`)).toBeInTheDocument()
    await user.click(line.getByRole("button", { name: "Continue" }))
    expect(contact.getByLabelText("Note")).toHaveFocus()
    expect(contact.getByLabelText("Note")).toHaveValue(text)
    expect(contact.getByLabelText("Day")).toHaveValue("2026-11-20")
    expect(contact.getByLabelText("Channel")).toHaveValue("call")
    expect(asked("touch.log")).toEqual([])
  })

  it("leaves when it is sent, and comes back where it was refused", async () => {
    const { user, asked, worker } = renderPanel(withTyped({ touch }), { handlers: { "touch.log": refuse } })
    const contact = await region("Last contact")
    await user.click(contact.getByRole("button", { name: "Continue" }))
    await user.click(contact.getByRole("button", { name: "Log touch" }))
    await waitFor(() => expect(asked("touch.log")).toMatchObject([{ note: text, channel: "call" }]))
    await contact.findByText(`Not sent yet: “${text}”`)
    worker.handlers["touch.log"] = () => ({ outboxId: "o", sendAfter: new Date().toISOString() })
    await user.click(contact.getByRole("button", { name: "Continue" }))
    await user.click(contact.getByRole("button", { name: "Log touch" }))
    await waitFor(() => expect(contact.queryByText(/Not sent yet/)).toBeNull())
    await waitFor(() => expect(asked("panel.leave").at(-1)).toMatchObject({ typed: { touch: {} } }))
  })

  it("stays where another kind of touch is logged with one click", async () => {
    const { user, asked } = renderPanel(withTyped({ touch }))
    const contact = await region("Last contact")
    await user.click(contact.getByRole("button", { name: "Log a touch" }))
    await user.click(contact.getByRole("button", { name: "Email" }))
    await waitFor(() => expect(asked("touch.log")).toHaveLength(1))
    expect(contact.getByText(`Not sent yet: “${text}”`)).toBeInTheDocument()
  })

  it("is told as discarded at once, also while something else has just moved: the tab may be closed right after", async () => {
    const { user, asked } = renderPanel(withTyped({ touch }))
    const contact = await region("Last contact")
    act(() => useViewMemory.getState().setScroll(accountFacts().id, 40))
    await user.click(contact.getByRole("button", { name: "Discard" }))
    expect(asked("panel.leave").at(-1)).toMatchObject({ typed: { touch: {} } })
  })

  it("is discarded with a click, and taken back with Undo", async () => {
    const { user, asked } = renderPanel(withTyped({ touch }))
    const contact = await region("Last contact")
    const line = within(contact.getByRole("group", { name: "Not sent yet" }))
    await user.click(line.getByRole("button", { name: "Discard" }))
    expect(contact.queryByText(/Not sent yet/)).toBeNull()
    await waitFor(() => expect(asked("panel.leave").at(-1)).toMatchObject({ typed: { touch: {} } }))
    await user.click(screen.getByRole("button", { name: "Undo" }))
    expect(contact.getByText(`Not sent yet: “${text}”`)).toBeInTheDocument()
    await waitFor(() => expect(asked("panel.leave").at(-1)).toMatchObject({ typed: { touch } }))
  })
})

describe("a task that was begun", () => {
  it("survives another record and back in the same panel", async () => {
    const { user, setState, worker } = renderPanel(accountState())
    const tasks = await region("Open tasks")
    await user.click(tasks.getByText("Add a task"))
    await user.type(tasks.getByLabelText("Task"), "Send the plan")
    setState(accountState({ ...viewOf(healthyFacts()), id: "other" }, { seq: 2 }))
    act(() => worker.broadcast(["tab:7"]))
    await screen.findByRole("heading", { name: "Hooli" })
    expect(screen.queryByDisplayValue("Send the plan")).toBeNull()
    setState(accountState({}, { seq: 3 }))
    act(() => worker.broadcast(["tab:7"]))
    expect(await screen.findByDisplayValue("Send the plan")).toBeInTheDocument()
  })

  it("is said where its form is closed, and forgotten once added", async () => {
    const { user, asked } = renderPanel(withTyped({ task: { name: "Send the plan", dueOn: "" } }))
    const tasks = await region("Open tasks")
    await user.click(tasks.getByRole("button", { name: "Continue" }))
    await user.click(tasks.getByRole("button", { name: "Add task" }))
    await waitFor(() => expect(asked("task.add")).toMatchObject([{ name: "Send the plan" }]))
    expect(tasks.getByLabelText("Task")).toHaveValue("")
    await waitFor(() => expect(asked("panel.leave").at(-1)).toMatchObject({ typed: { task: {} } }))
  })
})

it("keeps what was changed in a refused touch until it is sent or discarded", async () => {
  const item = outboxItem({
    state: "refused",
    target: "salesforce",
    kind: "touch.log",
    tries: 1,
    mendable: { subject: "Call", note: "" },
  })
  const view = { ...viewOf(accountFacts()), outbox: [item] }
  const { user } = renderPanel(accountState(view))
  const contact = await region("Last contact")
  await user.click(contact.getByText("Mend it"))
  await user.type(contact.getByLabelText("Subject"), " with Ada")
  cleanup()
  const form = { subject: "Call with Ada", note: "" }
  renderPanel({
    ...accountState(view),
    left: { scroll: 0, open: [], typed: { [`mend:${item.id}`]: form } },
  })
  expect(await screen.findByDisplayValue("Call with Ada")).toBeVisible()
})
