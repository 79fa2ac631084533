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

it("lets an answer on its way come home, however much news there is, and asks once more", async () => {
  const answers: ((status: object) => void)[] = []
  const worker = fakeWorker({ "status.get": () => new Promise<object>((answer) => answers.push(answer)) })
  function Shown() {
    const { status } = useStatus()
    return <p>{status?.badge.text}</p>
  }
  render(
    <WorkerProvider>
      <Shown />
    </WorkerProvider>,
  )
  await waitFor(() => expect(answers).toHaveLength(1))
  for (let news = 0; news < 5; news++) act(() => worker.broadcast(["status"]))
  expect(answers).toHaveLength(1)
  act(() => answers[0]?.({ badge: { text: "first" } }))
  expect(await screen.findByText("first")).toBeInTheDocument()
  await waitFor(() => expect(answers).toHaveLength(2))
  act(() => answers[1]?.({ badge: { text: "second" } }))
  expect(await screen.findByText("second")).toBeInTheDocument()
  expect(answers).toHaveLength(2)
})
