import { render, screen, waitFor, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { beforeEach, describe, expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { Book, CoveragePlan } from "~src/messaging/views/lists"
import type { Settings } from "~src/messaging/views/settings"
import { fakeWorker, type Handlers } from "~test/fakes/worker"

import { sampleStatus } from "~src/ui/popup/testing/samples"
import { App } from "../../App"
import { sampleBook, samplePage, sampleRow } from "../../testing/samples"

const settings = {
  appearance: { theme: "system", density: "comfortable" },
  me: { adminId: "ada", name: "Ada Moss", role: "" },
  covering: [{ adminId: "bo", name: "Bo Lind", from: "2026-11-20", to: "2999-01-01" }],
} as unknown as Settings

function renderBook(book: Book | ((who: string) => Book), handlers: Handlers = {}) {
  const of = (who: string) => (typeof book === "function" ? book(who) : book)
  const worker = fakeWorker({
    "book.get": ({ ownerId }) => of(ownerId ?? "mine"),
    "book.page": (request) => samplePage(of(request.who), request),
    "book.csv": ({ who }) => ({ rows: of(who).rows }),
    "book.views": () => [],
    "settings.get": () => settings,
    "status.get": () => sampleStatus(),
    "open.page": () => ({}),
    ...handlers,
  })
  const { container } = render(<App />)
  const asked = (method: string) => worker.asked.filter(({ m }) => m === method).map(({ p }) => p)
  return { user: userEvent.setup(), worker, asked, container }
}

const three = () =>
  sampleBook([
    sampleRow("Globex", {
      tier: "Strategic",
      tierRank: 0,
      band: "poor",
      score: 2.6,
      daysSinceContact: 41,
      contactStatus: "overdue",
      renewalOn: "2027-03-13",
      earlyOn: "2026-09-14",
      formalOn: "2026-11-13",
      daysOut: 110,
      arr: 1_200_000,
      mauOverSeats: 0.62,
      topActions: [{ id: "x", title: "Complete the Health Assessment", dueOn: null }],
    }),
    sampleRow("Hooli", { daysSinceContact: null, contactStatus: "unknown", arr: 80_000 }),
    sampleRow("Émile Ltd", {
      band: "concerning",
      score: 5.4,
      tier: null,
      tierRank: null,
      daysSinceContact: 3,
    }),
  ])

const names = async () => {
  const table = await screen.findByRole("table", { name: "Book of business" })
  return within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("button")[0]!.textContent)
}

beforeEach(() => history.replaceState(null, "", "/"))

describe("the book", () => {
  it("says in the row that data differ, and what the other field says", async () => {
    const differs = [{ fact: "arr" as const, text: "Salesforce says $280k" }]
    renderBook(sampleBook([sampleRow("Globex", { differs }), sampleRow("Hooli")]))
    const row = (await screen.findByRole("button", { name: "Globex" })).closest("tr")!
    expect(row).toHaveTextContent("data differs")
    expect(row).toHaveTextContent("ARR: Salesforce says $280k.")
    expect(screen.getAllByText("data differs")).toHaveLength(1)
  })

  it("shows each customer's standing, longest without contact first, no data last", async () => {
    renderBook(three())
    expect(await names()).toEqual(["Globex", "Émile Ltd", "Hooli"])
    const row = screen.getByRole("button", { name: "Globex" }).closest("tr")
    for (const text of [
      "Strategic",
      "2. Adopting",
      "Poor",
      "2.6",
      "41 days",
      "Overdue",
      "13 Mar",
      "in 110 days",
      "$1.2m",
      "62%",
    ]) {
      expect(row).toHaveTextContent(text)
    }
    expect(screen.getByText("3 customers")).toBeVisible()
    expect(screen.getByRole("columnheader", { name: "Last contact" })).toHaveAttribute(
      "aria-sort",
      "descending",
    )
  })

  it("says when a customer left, who is in no stage any more", async () => {
    renderBook(sampleBook([sampleRow("Oceanic", { stage: null, churnedOn: "2026-11-16" })]))
    await names()
    expect(screen.getByRole("button", { name: "Oceanic" }).closest("tr")).toHaveTextContent(
      "Left on Mon 16 Nov",
    )
  })

  it("sorts by any column, missing values last both ways", async () => {
    const { user } = renderBook(three())
    await names()
    await user.click(screen.getByRole("button", { name: "Customer" }))
    expect(await names()).toEqual(["Émile Ltd", "Globex", "Hooli"])
    await user.click(screen.getByRole("button", { name: "ARR" }))
    expect(await names()).toEqual(["Globex", "Hooli", "Émile Ltd"])
    await user.click(screen.getByRole("button", { name: "ARR" }))
    expect(await names()).toEqual(["Hooli", "Globex", "Émile Ltd"])
    expect(screen.getByRole("columnheader", { name: "ARR" })).toHaveAttribute("aria-sort", "ascending")
  })

  it("filters by text without accents, by several values at once, and clears", async () => {
    const { user } = renderBook(three())
    await names()
    await user.type(screen.getByRole("searchbox", { name: "Find a customer" }), "emile")
    await waitFor(async () => expect(await names()).toEqual(["Émile Ltd"]))
    expect(screen.getByText("1 of 3 customers")).toBeVisible()
    await user.click(screen.getByRole("checkbox", { name: "Poor", hidden: true }))
    expect(await screen.findByText("No customer matches these filters.")).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Clear filters" }))
    await user.click(screen.getByRole("checkbox", { name: "Poor", hidden: true }))
    await user.click(screen.getByRole("checkbox", { name: "Concerning", hidden: true }))
    await waitFor(async () => expect(await names()).toEqual(["Globex", "Émile Ltd"]))
    expect(location.hash).toBe("#book?band=poor%2Cconcerning")
  })

  it("keeps filter and order while one looks at another view", async () => {
    const { user } = renderBook(three())
    await names()
    await user.click(screen.getByRole("button", { name: "Customer" }))
    await user.click(screen.getByRole("checkbox", { name: "Mid-Market", hidden: true }))
    await user.click(screen.getByRole("link", { name: "Renewals" }))
    expect(screen.queryByRole("table")).toBeNull()
    await user.click(screen.getByRole("link", { name: "Book" }))
    expect(await names()).toEqual(["Hooli"])
    expect(screen.getByRole("columnheader", { name: "Customer" })).toHaveAttribute("aria-sort", "ascending")
  })

  it("opens a customer in Vitally, or here", async () => {
    const { user, asked } = renderBook(three())
    await names()
    await user.click(screen.getByRole("button", { name: "Globex" }))
    await user.click(screen.getByRole("button", { name: "Open Globex in Account Lens" }))
    expect(asked("open.page")).toEqual([
      { page: "vitally", accountId: "globex" },
      { page: "account", accountId: "globex" },
    ])
  })

  it("shows anyone's book", async () => {
    const { user, asked } = renderBook((who) =>
      who === "bo" ? sampleBook([sampleRow("Umbrella")]) : three(),
    )
    await names()
    await user.selectOptions(screen.getByRole("combobox", { name: "Book of" }), "Bo Lind, 9")
    await screen.findByRole("button", { name: "Umbrella" })
    await user.selectOptions(screen.getByRole("combobox", { name: "Book of" }), "Everybody")
    await screen.findByRole("button", { name: "Globex" })
    expect(asked("book.page").map((request) => (request as { who: string }).who)).toEqual([
      "mine",
      "bo",
      "all",
    ])
  })

  it("draws only what is looked at of a long book, and says how long it is", async () => {
    const rows = Array.from({ length: 5000 }, (_, nth) => sampleRow(`Customer ${nth}`))
    renderBook(sampleBook(rows))
    const table = await screen.findByRole("table", { name: "Book of business" })
    expect(table).toHaveAttribute("aria-rowcount", "5001")
    expect(within(table).getAllByRole("row").length).toBeLessThan(200)
  })

  it("says what to do where there is nobody, and how far the first reading is", async () => {
    const { worker } = renderBook(sampleBook([]))
    expect(await screen.findByText(/No customer names you as its Technical Advisor/)).toBeVisible()
    const sync = {
      ...sampleStatus().sync,
      phase: "first" as const,
      progress: 0.3,
      text: "3,200 of about 10,000 accounts",
    }
    worker.handlers["status.get"] = () => sampleStatus({ sync })
    worker.broadcast(["status"])
    expect(await screen.findByRole("progressbar")).toBeVisible()
    expect(screen.queryByText(/No customer names you/)).toBeNull()
  })

  it.each([
    [
      sampleStatus({ vitally: { service: "vitally", state: "not-connected", text: "" }, me: null }),
      /Nothing is connected yet/,
    ],
    [sampleStatus({ me: null }), /Who are you\?/],
    [sampleStatus(), /No customers here/],
  ])("says what an empty book lacks: %#", async (status, title) => {
    const { user, asked } = renderBook(sampleBook([]), { "status.get": () => status })
    expect(await screen.findByRole("heading", { name: title })).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Open options" }))
    expect(asked("open.page")).toEqual([{ page: "options" }])
  })

  it("says how old the book is, and what stands in the way of a newer one", async () => {
    const { worker, user, asked } = renderBook(three())
    expect(await screen.findByText("Updated 2 min ago")).toBeVisible()
    worker.handlers["status.get"] = () => sampleStatus({ online: false })
    worker.broadcast(["status"])
    expect(await screen.findByText(/You’re offline. This is from .*, 2 min ago./)).toBeVisible()
    const vitally = {
      ...sampleStatus().vitally,
      state: "needs-sign-in" as const,
      fault: {
        code: "auth" as const,
        title: "Vitally no longer accepts the API key.",
        detail: "",
        next: "Ask for it.",
      },
    }
    worker.handlers["status.get"] = () => sampleStatus({ vitally })
    worker.broadcast(["status"])
    expect(await screen.findByRole("alert")).toHaveTextContent(
      /Vitally no longer accepts the API key. This is from .*, 2 min ago./,
    )
    await user.click(screen.getByRole("button", { name: "Fix in options" }))
    expect(asked("open.page")).toEqual([{ page: "options" }])
    expect(await names()).toHaveLength(3)
  })

  it("goes from name to name by arrow keys, to the end and back", async () => {
    const { user } = renderBook(three())
    await names()
    screen.getByRole("button", { name: "Globex" }).focus()
    await user.keyboard("{ArrowDown}")
    expect(screen.getByRole("button", { name: "Émile Ltd" })).toHaveFocus()
    await user.keyboard("{End}{ArrowDown}")
    expect(screen.getByRole("button", { name: "Hooli" })).toHaveFocus()
    await user.keyboard("{Home}")
    expect(screen.getByRole("button", { name: "Globex" })).toHaveFocus()
  })

  it("groups by TA, adds columns, and saves what it shows as a view", async () => {
    const save = vi.fn(() => ({}))
    const { user } = renderBook(three(), { "book.saveViews": save })
    await names()
    await user.selectOptions(screen.getByRole("combobox", { name: "Group by" }), "TA")
    const groups = await screen.findByRole("table", { name: "By TA" })
    expect(within(groups).getByRole("row", { name: /Ada Moss 3/ })).toBeVisible()
    await user.click(screen.getByRole("checkbox", { name: "AE", hidden: true }))
    expect(await screen.findByRole("columnheader", { name: "AE" })).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Save this view" }))
    await user.type(screen.getByRole("textbox", { name: "Name", hidden: true }), "With AE")
    await user.click(screen.getByRole("button", { name: "Save", hidden: true }))
    expect(save).toHaveBeenCalledWith({
      views: [
        {
          name: "With AE",
          query: "group=owner&columns=tier%2Cstage%2Chealth%2Cscore%2Ccontact%2Crenewal%2Carr%2Cseats%2Cae",
        },
      ],
    })
  })

  it("acts on several customers, and takes it all back with one press", async () => {
    const { user, asked } = renderBook(three(), {
      "task.add": ({ accountId }) => ({
        outboxId: `o-${accountId}`,
        sendAfter: new Date(Date.now() + 60_000).toISOString(),
      }),
      "outbox.undo": () => ({ undone: true }),
    })
    await names()
    await user.click(screen.getByRole("checkbox", { name: "Select Globex" }))
    await user.click(screen.getByRole("checkbox", { name: "Select Hooli" }))
    await user.click(screen.getByRole("button", { name: "Add a task" }))
    await user.type(screen.getByRole("textbox", { name: "Task", hidden: true }), "Send notes{Enter}")
    expect(await screen.findByText("Added 'Send notes' for 2 customers")).toBeVisible()
    await user.click(screen.getByRole("button", { name: /Undo/ }))
    await waitFor(() => expect(asked("outbox.undo")).toEqual([{ id: "o-globex" }, { id: "o-hooli" }]))
  })

  it("says why there is none", async () => {
    renderBook(() => {
      const fault = {
        code: "internal",
        title: "The cache could not be read.",
        detail: "Nothing can be shown.",
      } as const
      throw new WorkerFault(fault)
    })
    expect(await screen.findByRole("alert")).toHaveTextContent("The cache could not be read.")
  })
})

describe("the other views", () => {
  it("shows renewals by window with what comes next", async () => {
    const { user } = renderBook(three())
    await user.click(await screen.findByRole("link", { name: "Renewals" }))
    const formal = within(await screen.findByRole("region", { name: /^Renewing1 renewal/ }))
    expect(formal.getByText("1 renewal · $1.2m")).toBeVisible()
    expect(formal.getByText("Complete the Health Assessment")).toBeVisible()
    expect(location.hash).toBe("#renewals")
  })

  it("shows health changes, all or only drops", async () => {
    const move = {
      name: "Globex",
      accountId: "globex",
      moved: [{ label: "MAU / Seats", from: "82%", to: "61%" }],
    }
    const high = { score: 8.1, band: "healthy" as const }
    const low = { score: 5.4, band: "concerning" as const }
    const changes = [
      { ...move, at: "2026-11-22T10:00:00Z", from: high, to: low },
      { ...move, at: "2026-11-02T10:00:00Z", from: low, to: high, name: "Hooli", moved: [] },
    ]
    const { user, asked } = renderBook(three(), {
      "week.history": () => ({
        today: "2026-11-23",
        knownSince: "2026-10-01",
        changes,
        moves: [],
        trends: [],
      }),
    })
    await user.click(await screen.findByRole("link", { name: "Health changes" }))
    expect(await screen.findByText("MAU / Seats: 82% to 61%")).toBeVisible()
    expect(screen.getByText(/2 changes. Noted since 1 Oct/)).toBeVisible()
    await user.selectOptions(screen.getByRole("combobox", { name: "Direction" }), "Only drops")
    expect(screen.queryByText("Hooli")).toBeNull()
    expect(location.hash).toBe("#changes?way=down")
    await user.selectOptions(screen.getByRole("combobox", { name: "Period" }), "7 days")
    expect(asked("week.history").at(-1)).toEqual({ who: "mine", days: 7 })
    await user.click(screen.getByRole("button", { name: "Copy as Markdown" }))
    expect(await navigator.clipboard.readText()).toContain(
      "| 8.1 green | 5.4 yellow | MAU / Seats 82% to 61% |",
    )
  })

  it("plans an absence and ends a covering", async () => {
    const plan: CoveragePlan = {
      from: "2026-12-21",
      to: "2027-01-04",
      rows: [
        {
          accountId: "globex",
          name: "Globex",
          tier: "Strategic",
          band: "poor",
          reasons: ["The renewal falls inside."],
          before: ["Close the pending items."],
        },
      ],
      steps: [{ id: "log", text: "Log the time off." }],
      text: "Cover for Ada Moss",
    }
    const change = vi.fn()
    const { user, asked } = renderBook(three(), {
      "coverage.plan": () => plan,
      "week.write": () => ({}),
      "settings.set": ({ patch }) => {
        change(patch)
        return settings
      },
    })
    await user.click(await screen.findByRole("link", { name: "Coverage" }))
    await user.clear(await screen.findByLabelText("First day away"))
    await user.type(screen.getByLabelText("First day away"), "2026-12-21")
    await user.clear(screen.getByLabelText("Last day away"))
    await user.type(screen.getByLabelText("Last day away"), "2026-12-20")
    expect(screen.getByRole("alert")).toHaveTextContent("The last day is before the first.")
    await user.click(screen.getByRole("button", { name: "Show the plan" }))
    expect(asked("coverage.plan")).toEqual([])
    await user.clear(screen.getByLabelText("Last day away"))
    await user.type(screen.getByLabelText("Last day away"), "2027-01-04")
    await user.click(screen.getByRole("button", { name: "Show the plan" }))
    expect(await screen.findByText("1 customer needs cover")).toBeVisible()
    expect(screen.getByText("Close the pending items.")).toBeVisible()
    expect(asked("coverage.plan")[0]).toEqual({ from: "2026-12-21", to: "2027-01-04" })
    await user.click(screen.getByRole("button", { name: "Copy as text" }))
    expect(await navigator.clipboard.readText()).toBe("Cover for Ada Moss")
    await user.click(screen.getByRole("button", { name: "Stop covering Bo Lind" }))
    expect(change).toHaveBeenCalledWith({ covering: [] })
  })

  it("has no finding of axe in any view", async () => {
    const { user, container } = renderBook(three(), {
      "week.history": () => ({ today: "2026-11-23", knownSince: null, changes: [], moves: [], trends: [] }),
    })
    await names()
    // Colours are checked in the browser; jsdom draws nothing.
    const options = { rules: { "color-contrast": { enabled: false } } }
    for (const name of ["Book", "Renewals", "Health changes", "Coverage"]) {
      await user.click(screen.getByRole("link", { name }))
      expect((await axe.run(container, options)).violations).toEqual([])
    }
  })
})
