import { act, render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import { beforeEach, expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import { Toasts } from "~src/ui/base"

import { fakeWorker } from "~test/fakes/worker"
import { useToasts } from "./toasts"
import { useStatus } from "./use-status"
import { useQueuedWrite } from "./use-write"
import { WorkerProvider } from "./WorkerProvider"

beforeEach(() => {
  useToasts.setState({ toasts: [] })
})

function Writer() {
  const write = useQueuedWrite()
  return (
    <button
      onClick={() =>
        void write("task.complete", { accountId: "a", taskId: "t", source: "vitally" }, "Completed 'Call'")
      }
    >
      go
    </button>
  )
}

it("shows what was done, and undoes it", async () => {
  const undo = vi.fn(() => ({ undone: true }))
  fakeWorker({
    "task.complete": () => ({ outboxId: "o1", sendAfter: new Date(Date.now() + 8000).toISOString() }),
    "outbox.undo": undo,
  })
  const user = userEvent.setup()
  render(
    <WorkerProvider>
      <Writer />
      <Toasts />
    </WorkerProvider>,
  )
  await user.click(screen.getByRole("button", { name: "go" }))
  expect(await screen.findByText("Completed 'Call'")).toBeInTheDocument()
  await user.click(screen.getByRole("button", { name: "Undo" }))
  expect(undo).toHaveBeenCalledWith({ id: "o1" })
  expect(screen.queryByText("Completed 'Call'")).toBeNull()
})

it("shows a refusal in the worker's words", async () => {
  fakeWorker({
    "task.complete": () => {
      throw new WorkerFault({
        code: "not-allowed",
        title: "This page may not write.",
        detail: "It is covered.",
        next: "Uncover it.",
      })
    },
  })
  const user = userEvent.setup()
  render(
    <WorkerProvider>
      <Writer />
      <Toasts />
    </WorkerProvider>,
  )
  await user.click(screen.getByRole("button", { name: "go" }))
  expect(await screen.findByText("This page may not write. It is covered. Uncover it.")).toBeInTheDocument()
})

it("asks again when a topic it follows is broadcast, and not for another", async () => {
  let answers = 0
  const worker = fakeWorker({ "status.get": () => ({ badge: { text: String(++answers), title: "" } }) })
  function Badge() {
    return <p>{useStatus().status?.badge.text}</p>
  }
  render(
    <WorkerProvider>
      <Badge />
    </WorkerProvider>,
  )
  expect(await screen.findByText("1")).toBeInTheDocument()
  act(() => worker.broadcast(["popup"]))
  act(() => worker.broadcast(["status"]))
  await waitFor(() => expect(screen.getByText("2")).toBeInTheDocument())
})
