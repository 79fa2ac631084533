import { render, screen, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { beforeEach, describe, expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { RequestOf } from "~src/messaging/contract"
import type { Book, CoveragePlan } from "~src/messaging/views/lists"
import type { Settings } from "~src/messaging/views/settings"
import { fakeWorker, type Handlers } from "~test/fakes/worker"

import { sampleStatus } from "~src/ui/popup/testing/samples"
import { App } from "../../App"
import { sampleBook, sampleRow } from "../../testing/samples"

const settings = {
  appearance: { theme: "system", density: "comfortable" },
  me: { adminId: "ada", name: "Ada Moss", role: "" },
  covering: [{ adminId: "bo", name: "Bo Lind", from: "2026-11-20", to: "2999-01-01" }],
} as unknown as Settings

function renderBook(book: Book | ((request: RequestOf<"book.get">) => Book), handlers: Handlers = {}) {
  const worker = fakeWorker({
    "book.get": (request) => (typeof book === "function" ? book(request) : book),
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
    expect(await names()).toEqual(["Globex", "Hooli", "Émile Ltd"])
    await user.click(screen.getByRole("button", { name: "ARR" }))
    expect(await names()).toEqual(["Globex", "Hooli", "Émile Ltd"])
    await user.click(screen.getByRole("button", { name: "ARR" }))
    expect(await names()).toEqual(["Hooli", "Globex", "Émile Ltd"])
    expect(screen.getByRole("columnheader", { name: "ARR" })).toHaveAttribute("aria-sort", "ascending")
  })

  it("filters by text without accents, by tier, band, contact and renewal, and clears", async () => {
    const { user } = renderBook(three())
    await names()
    await user.type(screen.getByRole("searchbox", { name: "Find a customer" }), "emile")
    expect(await names()).toEqual(["Émile Ltd"])
    expect(screen.getByText("1 of 3 customers")).toBeVisible()
    await user.selectOptions(screen.getByRole("combobox", { name: "Health" }), "Poor")
    expect(await screen.findByText("No customer matches these filters.")).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Clear filters" }))
    await user.selectOptions(screen.getByRole("combobox", { name: "Renewal" }), "Within 120 days")
    expect(await names()).toEqual(["Globex"])
    await user.selectOptions(screen.getByRole("combobox", { name: "Renewal" }), "All")
    await user.selectOptions(screen.getByRole("combobox", { name: "Tier" }), "No tier")
    expect(await names()).toEqual(["Émile Ltd"])
  })

  it("keeps filter and order while one looks at another view", async () => {
    const { user } = renderBook(three())
    await names()
    await user.click(screen.getByRole("button", { name: "Customer" }))
    await user.selectOptions(screen.getByRole("combobox", { name: "Tier" }), "Mid-Market")
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
    const { user, asked } = renderBook(({ ownerId }) =>
      ownerId === "bo" ? sampleBook([sampleRow("Umbrella")]) : three(),
    )
    await names()
    await user.selectOptions(screen.getByRole("combobox", { name: "Book of" }), "Bo Lind, 9")
    await screen.findByRole("button", { name: "Umbrella" })
    expect(asked("book.get")).toEqual([{}, { ownerId: "bo" }])
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
    expect(await screen.findByText("Offline. Showing what was read 2 min ago.")).toBeVisible()
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
      "Vitally no longer accepts the API key. Showing what was read 2 min ago.",
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

  it("sorts by columns that a narrow window leaves out", async () => {
    const { user } = renderBook(three())
    await names()
    await user.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "ARR")
    expect(await names()).toEqual(["Globex", "Hooli", "Émile Ltd"])
    await user.selectOptions(screen.getByRole("combobox", { name: "Sort by" }), "Tier")
    expect(await names()).toEqual(["Globex", "Hooli", "Émile Ltd"])
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
    const formal = within(screen.getByRole("region", { name: /Within 120 days/ }))
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
    const { user } = renderBook({ ...three(), changes })
    await user.click(await screen.findByRole("link", { name: "Health changes" }))
    expect(screen.getByText("MAU / Seats: 82% to 61%")).toBeVisible()
    await user.click(screen.getByRole("checkbox", { name: "Only drops" }))
    expect(screen.queryByText("Hooli")).toBeNull()
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
      "settings.set": ({ patch }) => {
        change(patch)
        return settings
      },
    })
    await user.click(await screen.findByRole("link", { name: "Coverage" }))
    await user.clear(screen.getByLabelText("First day away"))
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
    expect(asked("coverage.plan")).toEqual([{ from: "2026-12-21", to: "2027-01-04" }])
    await user.click(screen.getByRole("button", { name: "Copy as text" }))
    expect(await navigator.clipboard.readText()).toBe("Cover for Ada Moss")
    await user.click(screen.getByRole("button", { name: "Stop covering Bo Lind" }))
    expect(change).toHaveBeenCalledWith({ covering: [] })
  })

  it("has no finding of axe in any view", async () => {
    const { user, container } = renderBook(three())
    await names()
    // Colours are checked in the browser; jsdom draws nothing.
    const options = { rules: { "color-contrast": { enabled: false } } }
    for (const name of ["Book", "Renewals", "Health changes", "Coverage"]) {
      await user.click(screen.getByRole("link", { name }))
      expect((await axe.run(container, options)).violations).toEqual([])
    }
  })
})
