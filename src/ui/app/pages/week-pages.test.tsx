import { render, screen, waitFor, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { beforeEach, expect, it } from "vitest"

import type { RenewalsMeeting, SweepRow, TraitSweep } from "~src/messaging/views/week"
import { connectedSettings } from "~src/ui/options/testing/samples"
import { sampleStatus } from "~src/ui/popup/testing/samples"
import { fakeWorker } from "~test/fakes/worker"

import { App } from "../App"
import { sampleBook } from "../testing/samples"

const soon = () => new Date(Date.now() + 60_000).toISOString()

function show(hash: string, handlers: Parameters<typeof fakeWorker>[0]) {
  location.hash = hash
  const worker = fakeWorker({
    "settings.get": () => connectedSettings,
    "status.get": () => sampleStatus(),
    "book.get": () => sampleBook([]),
    "open.page": () => ({}),
    "outbox.undo": () => ({ undone: true }),
    ...handlers,
  })
  const { container } = render(<App />)
  const asked = (method: string) => worker.asked.filter(({ m }) => m === method).map(({ p }) => p)
  return { user: userEvent.setup(), asked, container }
}

const noViolations = async (container: Element) =>
  // Colours are checked in the browser; jsdom draws nothing.
  expect((await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual(
    [],
  )

beforeEach(() => history.replaceState(null, "", "/"))

const meeting: RenewalsMeeting = {
  today: "2026-11-30",
  title: "Ada Moss",
  heldOn: "2026-11-23",
  left: ["Hooli"],
  canRate: true,
  rows: [
    {
      id: "globex",
      name: "Globex",
      tier: "Strategic",
      arr: 1_150_000,
      renewalOn: "2027-03-20",
      daysOut: 110,
      score: 5.4,
      band: "concerning",
      causes: ["no buyer", "62% of seats"],
      change: "worse",
      before: { score: 6.9, band: "healthy" },
      accountExecutive: "Olga Sandoval",
      assessment: { state: "done", on: "2026-11-23" },
      plan: { state: "none" },
      daysSinceContact: 20,
      rating: "concerning",
      ask: "",
    },
  ],
}

it("writes ask, task and rating into the meeting's list, copies it, and takes a save back", async () => {
  const asks: string[] = []
  const { user, asked, container } = show("meeting", {
    "week.renewals": () => ({
      ...meeting,
      rows: meeting.rows.map((row) => ({ ...row, ask: asks.at(-1) ?? "" })),
    }),
    "week.saveAsk": ({ text }) => {
      asks.push(text)
      return {}
    },
    "task.add": () => ({ outboxId: "t1", sendAfter: soon() }),
    "note.add": () => ({ outboxId: "n1", sendAfter: soon() }),
    "trait.set": () => ({ outboxId: "r1", sendAfter: soon() }),
    "week.closeMeeting": () => ({}),
  })
  const row = (await screen.findByRole("button", { name: "Globex" })).closest("tr")!
  for (const text of [
    "110 days",
    "5.4",
    "worse, was 6.9",
    "no buyer, 62% of seats",
    "Olga Sandoval",
    "done 23 Nov",
    "none",
  ])
    expect(row).toHaveTextContent(text)
  expect(screen.getByText("No longer on the list: Hooli.")).toBeVisible()
  await noViolations(container)
  await user.type(screen.getByRole("textbox", { name: "Ask or decision for Globex" }), "Meet the CFO")
  await user.tab()
  await waitFor(() => expect(asks).toEqual(["Meet the CFO"]))
  await user.click(await screen.findByRole("button", { name: "Make it a task: Globex" }))
  expect(asked("task.add")).toEqual([{ accountId: "globex", name: "Meet the CFO" }])
  await user.click(screen.getByRole("button", { name: "Post as a note: Globex" }))
  expect(asked("note.add").at(-1)).toMatchObject({ accountId: "globex", text: "Meet the CFO", about: "ask" })
  await user.click(screen.getByRole("button", { name: "Write status: Globex" }))
  await user.keyboard("On track")
  await user.click(screen.getByRole("button", { name: "Post as a note: Get Well status of Globex" }))
  expect(asked("note.add").at(-1)).toMatchObject({ text: "On track", about: "get-well" })
  await user.selectOptions(screen.getByRole("combobox", { name: "Rating of Globex" }), "Poor")
  expect(asked("trait.set")).toEqual([{ accountId: "globex", trait: "sentiment", value: "poor" }])
  await user.click(screen.getByRole("button", { name: "Copy as Markdown" }))
  expect(await navigator.clipboard.readText()).toContain(
    "| Globex, Strategic, $1.15m | 110 days, 20 Mar 2027 |",
  )
  await user.click(screen.getByRole("button", { name: "Close the meeting" }))
  const toast = (await screen.findByText(/Meeting closed/)).closest("li, div")!
  await user.click(within(toast as HTMLElement).getByRole("button", { name: /Undo/ }))
  await waitFor(() =>
    expect(asked("week.closeMeeting")).toEqual([{ who: "mine" }, { who: "mine", undo: true }]),
  )
})

it("goes through the hand-kept traits by keyboard alone", async () => {
  const checked = new Set<string>()
  const rowOf = (name: string): SweepRow => ({
    id: name.toLowerCase(),
    name,
    tier: null,
    band: "poor",
    score: 1.6,
    values: { sentiment: "poor", activeChampion: false, accessToBuyer: null },
    checkedOn: checked.has(name.toLowerCase()) ? "2026-11-30" : null,
    isDue: !checked.has(name.toLowerCase()),
    since: "2 messages from the customer, last 20 Nov",
  })
  const { user, asked, container } = show("traits", {
    "week.traits": (): TraitSweep => ({
      today: "2026-11-30",
      staleAfterDays: 31,
      rows: [rowOf("Globex"), rowOf("Hooli")],
      canSet: ["sentiment", "activeChampion", "accessToBuyer"],
    }),
    "week.checkTraits": ({ accountId, checked: now }) => {
      if (now) checked.add(accountId)
      else checked.delete(accountId)
      return {}
    },
    "trait.set": () => ({ outboxId: "t1", sendAfter: soon() }),
  })
  const setter = (await screen.findAllByRole("group", { name: "Your sentiment of Globex" }))[0]!
  await noViolations(container)
  within(setter).getByRole("button", { name: "Poor" }).focus()
  await user.keyboard("2")
  expect(asked("trait.set")).toEqual([{ accountId: "globex", trait: "sentiment", value: "concerning" }])
  await user.keyboard("{ArrowRight}1")
  expect(asked("trait.set").at(-1)).toEqual({ accountId: "globex", trait: "activeChampion", value: true })
  await user.keyboard("{Enter}")
  await waitFor(() => expect(screen.getAllByText("1 of 2 done")[0]).toBeInTheDocument())
  // The same trait of the next customer.
  expect(screen.getByRole("group", { name: "Champion? of Hooli" })).toContainElement(
    document.activeElement as HTMLElement,
  )
  await user.click(screen.getAllByRole("button", { name: /Undo/ }).at(-1)!)
  await waitFor(() =>
    expect(asked("week.checkTraits").at(-1)).toEqual({ accountId: "globex", checked: false }),
  )
})
