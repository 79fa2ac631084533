import { render, screen, waitFor, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { beforeEach, describe, expect, it } from "vitest"

import { connectedSettings } from "~src/ui/options/testing/samples"
import { sampleStatus } from "~src/ui/popup/testing/samples"
import { accountView } from "~test/fixtures/panel/account-view"
import { fakeWorker } from "~test/fakes/worker"

import { App } from "../App"
import { sampleBook, samplePage } from "../testing/samples"
import { weekCustomers, weekHistory, weekRows } from "../testing/week-samples"

const soon = () => ({ outboxId: "o1", sendAfter: new Date(Date.now() + 60_000).toISOString() })

function show(hash: string, handlers: Parameters<typeof fakeWorker>[0] = {}) {
  location.hash = hash
  const texts: Record<string, string> = {}
  const worker = fakeWorker({
    "settings.get": () => ({ ...connectedSettings, me: { adminId: "ada", name: "Ada Moss", role: "" } }),
    "status.get": () => sampleStatus(),
    "book.get": () => sampleBook([]),
    "open.page": () => ({}),
    "week.customers": ({ pick }) =>
      weekCustomers(
        { ...texts },
        pick === "scaled" ? weekRows.filter(({ team }) => team !== null) : weekRows,
      ),
    "week.history": () => weekHistory,
    "week.write": ({ key, text }) => {
      if (text === "") Reflect.deleteProperty(texts, key)
      else texts[key] = text
      return {}
    },
    "note.add": soon,
    "touch.log": soon,
    "trait.set": soon,
    ...handlers,
  })
  const { container } = render(<App />)
  const asked = (method: string) => worker.asked.filter(({ m }) => m === method).map(({ p }) => p)
  return { user: userEvent.setup(), asked, container, texts }
}

const noViolations = async (container: Element) =>
  // Colours are checked in the browser; jsdom draws nothing.
  expect((await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual(
    [],
  )

beforeEach(() => history.replaceState(null, "", "/"))

describe("the Lighthouse board", () => {
  it("puts each customer into its column, and moves by a write that can be taken back", async () => {
    const { user, asked, container } = show("lighthouse")
    const column = async (name: string) =>
      within(await screen.findByRole("region", { name }))
        .getAllByRole("article")
        .map((card) => card.getAttribute("aria-label"))
    expect(await column("Could enter")).toEqual(["Kite Energy"])
    expect(await column("Nominated")).toEqual(["Nettle Foods"])
    expect(await column("Running")).toEqual(["Vandelay Industries"])
    expect(await column("Ready to leave")).toEqual(["Cyberdyne Systems"])
    expect(within(screen.getByRole("region", { name: "Plan written" })).getByText("nobody")).toBeVisible()
    expect(screen.getByRole("article", { name: "Vandelay Industries" })).toHaveTextContent(
      "Updated 17 Nov, 6 days late",
    )
    await noViolations(container)
    await user.click(screen.getByRole("button", { name: "Nominate Kite Energy" }))
    expect(asked("trait.set")).toEqual([{ accountId: "kite energy", trait: "lighthouse", value: true }])
    expect(await screen.findByText("Nominated Kite Energy for Lighthouse")).toBeVisible()
  })

  it("keeps what is written, takes it back, and posts the update as a note", async () => {
    const { user, asked, texts } = show("lighthouse")
    const card = await screen.findByRole("article", { name: "Vandelay Industries" })
    await user.click(within(card).getByText("Write the plan"))
    await user.type(within(card).getByRole("textbox", { name: "Problem" }), "No champion")
    await user.tab()
    await waitFor(() => expect(texts["lighthouse:vandelay industries:problem"]).toBe("No champion"))
    await user.click(screen.getByRole("button", { name: "Post the update: Vandelay Industries" }))
    const [note] = asked("note.add") as { accountId: string; text: string; about: string }[]
    expect(note).toMatchObject({ accountId: "vandelay industries", about: "lighthouse" })
    expect(note?.text).toContain("**Problem:** No champion")
    expect(note?.text).toContain("- 24 Nov, done: Export the usage")
    expect(note?.text).toContain("- 20 Nov, call with Dana Whit")
    expect(note?.text).toContain("- [ ] Introduce the VP Engineering, Ada Moss, Fri 4 Dec")
  })
})

describe("the Monday agenda", () => {
  it("ticks, rewrites and copies lines, and keeps own points", async () => {
    const { user, container, texts } = show("monday")
    const health = await screen.findByRole("region", { name: "Health" })
    expect(within(health).getAllByRole("listitem")).toHaveLength(1)
    expect(health).toHaveTextContent("Nettle Foods yellow to red, now 1.6: Champion Yes to No")
    expect(screen.getByRole("region", { name: "Customers" })).toHaveTextContent("Kite Energy is new, 26 Nov")
    expect(screen.getByRole("region", { name: "Wins" })).toHaveTextContent(
      "Globex: Second team rolled out, 25 Nov",
    )
    expect(screen.getByRole("region", { name: "Waiting for us" })).toHaveTextContent("Petra Schmidt")
    expect(screen.getByRole("region", { name: "Lighthouse updates due" })).toHaveTextContent("6 days late")
    await noViolations(container)
    await user.click(within(health).getByRole("checkbox"))
    await waitFor(() => expect(texts["monday:2026-11-30:tick:health:nettle foods"]).toBe("x"))
    await user.click(within(health).getByRole("button", { name: /^Edit: Nettle/ }))
    const field = within(health).getByRole("textbox")
    await user.clear(field)
    await user.type(field, "Nettle lost its champion")
    await user.keyboard("{Control>}{Enter}{/Control}")
    expect(await within(health).findByText("Nettle lost its champion")).toBeVisible()
    await user.type(screen.getByRole("textbox", { name: "Add a point" }), "Cloud trial terms{Enter}")
    expect(await screen.findByText("Cloud trial terms")).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Copy as Markdown" }))
    const copied = await navigator.clipboard.readText()
    expect(copied).toContain("- [x] Nettle lost its champion (score in Vitally)")
    expect(copied).toContain("- [ ] Cloud trial terms (own point)")
  })

  it("says that nothing was noted yet", async () => {
    show("monday", {
      "week.history": () => ({ ...weekHistory, knownSince: null, changes: [], moves: [], trends: [] }),
    })
    expect(await screen.findByText(/No change was noted yet/)).toBeVisible()
  })
})

describe("the Scaled desk", () => {
  it("shows hours left, claims a thread, says whom a mail misses, and writes a text from data", async () => {
    const { user, asked, container } = show("scaled")
    const inbox = await screen.findByRole("region", { name: "Shared inbox" })
    expect(inbox).toHaveTextContent("11 h left")
    expect(inbox).toHaveTextContent("Upgrade from 5.4: any pitfalls?")
    await noViolations(container)
    await user.click(within(inbox).getByRole("button", { name: "I take it: Savannah Payments" }))
    expect(asked("note.add")).toMatchObject([{ accountId: "savannah payments", about: "claim" }])
    const row = within(screen.getByRole("table", { name: "Mails" })).getByRole("row", {
      name: /Small Wonder/,
    })
    expect(row).toHaveTextContent("no contact")
    expect(screen.getByText("1 customer misses a contact, so campaigns skip them.")).toBeVisible()
    const text = screen.getByRole("region", { name: "Text to copy" })
    await user.selectOptions(within(text).getByRole("combobox", { name: "Text" }), "Upgrade note")
    expect(text).toHaveTextContent("you run 5.4, which is 5 releases behind the newest.")
    expect(text).toHaveTextContent("[no release in your team's material; add one]")
    await user.click(within(text).getByRole("button", { name: "Copy the text" }))
    expect(await navigator.clipboard.readText()).toContain("41 of 60 seats were active.")
  })

  it("takes a pasted list into the team's material, and gives it back", async () => {
    const { user, asked } = show("scaled", { "policy.set": () => ({ saved: true, view: {} }) })
    const library = await screen.findByRole("region", { name: "Material" })
    expect(library).toHaveTextContent("Your team has no material yet.")
    await user.click(within(library).getByText("Add from a list"))
    await user.click(within(library).getByRole("textbox"))
    await user.paste("5.9 notes | https://docs.example/5.9 | 2026-11-01 | release\nno address")
    expect(library).toHaveTextContent("1 new item. 1 line has no https address or no title: “no address”.")
    await user.click(within(library).getByRole("button", { name: "Add to the material" }))
    const item = { title: "5.9 notes", url: "https://docs.example/5.9", date: "2026-11-01", tag: "release" }
    await waitFor(() => expect(asked("policy.set")).toMatchObject([{ policy: { library: [item] } }]))
    await user.click((await screen.findAllByRole("button", { name: /Undo/ })).at(-1)!)
    await waitFor(() => expect(asked("policy.set").at(-1)).toMatchObject({ policy: { library: [] } }))
  })

  it("says that a book holds no pooled customer", async () => {
    show("scaled", { "week.customers": () => weekCustomers({}, []) })
    expect(await screen.findByText("No customer of this book is served by a pooled team.")).toBeVisible()
  })
})

describe("the team lead's page", () => {
  it("has a row for each TA, and a sheet for the 1:1", async () => {
    const { user, container } = show("team", {
      "book.page": (request) => samplePage(sampleBook(weekRows, { today: "2026-11-30" }), request),
    })
    const table = await screen.findByRole("table", { name: "Team" })
    const row = within(table).getByRole("row", { name: /Ada Moss/ })
    expect(row).toHaveTextContent("3 red, 1 yellow, 3 green")
    expect(
      await within(table).findByRole("img", {
        name: "Average score of Ada Moss's customers: 5.2 on Mon 16 Nov, 4.9 now",
      }),
    ).toBeVisible()
    await noViolations(container)
    await user.click(within(row).getByRole("button", { name: "1:1 sheet: Ada Moss" }))
    expect(await screen.findByRole("heading", { level: 1, name: "1:1 with Ada Moss" })).toBeVisible()
    const risk = await screen.findByRole("region", { name: "Renewals at risk" })
    expect(within(risk).getAllByRole("listitem")[0]).toHaveTextContent("Vandelay Industries, red, 64 days")
    expect(location.hash).toBe("#team?owner=ada")
    await user.click(screen.getByRole("button", { name: "All TAs" }))
    expect(await screen.findByRole("table", { name: "Team" })).toBeVisible()
  })
})

describe("the results of one customer", () => {
  const account = accountView()
  const answers = {
    "panel.get": () => ({ ref: null, seq: 1, where: "page", view: { kind: "account", account } }),
    "usage.get": () => ({ days: [] }),
  } as Parameters<typeof fakeWorker>[0]

  it("takes lines out of the copy, and tells the customer nothing of our score", async () => {
    const { user, container } = show(`review?account=${account.id}`, answers)
    await screen.findByRole("heading", { level: 1, name: new RegExp(account.facts.name) })
    expect(screen.queryByRole("region", { name: "Health" })).toBeNull()
    await noViolations(container)
    const usage = screen.getByRole("region", { name: "Usage" })
    const box = within(usage).getAllByRole("checkbox")[0]!
    const words = box.getAttribute("aria-label")!.replace("Show: ", "")
    await user.click(box)
    await user.click(screen.getByRole("button", { name: "Copy as Markdown" }))
    expect(await navigator.clipboard.readText()).not.toContain(words)
    await user.selectOptions(screen.getByRole("combobox", { name: "For" }), "the monthly review")
    expect(await screen.findByRole("region", { name: "Health" })).toHaveTextContent("of 10")
  })

  it("asks for a customer if the address names none", async () => {
    const { user } = show("review", {
      ...answers,
      search: () => ({
        hits: [{ id: account.id, name: "Globex", tier: null, band: "poor", mine: true }],
        total: 1,
      }),
    })
    await user.type(await screen.findByRole("searchbox", { name: "Find a customer" }), "glo")
    await user.click(await screen.findByRole("button", { name: "Globex" }))
    await waitFor(() => expect(location.hash).toBe(`#review?account=${account.id}`))
  })
})

describe("the cover plan", () => {
  const plan = {
    from: "2027-12-14",
    to: "2028-01-02",
    rows: [
      {
        accountId: "globex",
        name: "Globex",
        tier: null,
        band: "poor" as const,
        reasons: ["It renews in these days."],
        before: ["Sign the quote."],
      },
    ],
    steps: [{ id: "log-pto", text: "Log the time off." }],
    text: "Cover",
  }

  it("names who covers, keeps it with dates and ticks, follows in the drafts, and is shared as a note", async () => {
    const { user, asked, texts, container } = show("coverage", {
      "coverage.plan": () => plan,
      "book.get": () => sampleBook(weekRows),
    })
    await user.click(await screen.findByRole("button", { name: "Show the plan" }))
    const who = await screen.findByRole("combobox", { name: "Who covers Globex" })
    expect(screen.getByText("0 of 1 have a person")).toBeVisible()
    await noViolations(container)
    await user.selectOptions(who, "Bo Lind")
    expect(await screen.findByText("1 of 1 have a person")).toBeVisible()
    expect(screen.getByRole("region", { name: "Drafts" })).toHaveTextContent("Globex: Bo Lind covers.")
    await user.selectOptions(screen.getByRole("combobox", { name: "Text for" }), "Autoresponder")
    expect(screen.getByRole("region", { name: "Drafts" })).toHaveTextContent(
      "Until then Bo Lind will help you.",
    )
    await user.click(screen.getByRole("checkbox", { name: "Done: Log the time off." }))
    await waitFor(() => expect(texts["cover:tick:log-pto"]).toBe("x"))
    expect(texts["cover:from"]).toMatch(/^\d{4}-/)
    await user.click(screen.getByRole("button", { name: "Share as a note: Globex" }))
    expect(asked("note.add")).toMatchObject([
      { accountId: "globex", about: "cover", text: "Bo Lind covers.\n- Sign the quote." },
    ])
  })

  it("reports on return, and ends the cover with a way back", async () => {
    const { user, texts } = show("coverage", {
      "book.get": () => sampleBook(weekRows),
      "week.customers": () => weekCustomers({ ...texts }),
    })
    Object.assign(texts, { "cover:from": "2026-11-16", "cover:to": "2026-11-27", "raise:1": "mine" })
    const report = await screen.findByRole("region", { name: "What happened meanwhile" })
    expect(report).toHaveTextContent("1 health change · 1 contact · 2 customers waiting for us")
    expect(within(report).getByRole("region", { name: "Nettle Foods" })).toHaveTextContent(
      "4.1 (yellow) to 1.6 (red)",
    )
    await user.click(within(report).getByRole("button", { name: "End cover" }))
    await waitFor(() => expect(texts).toEqual({ "raise:1": "mine" }))
    await user.click((await screen.findAllByRole("button", { name: /Undo/ }))[0]!)
    await waitFor(() => expect(texts["cover:to"]).toBe("2026-11-27"))
  })
})

describe("the planner", () => {
  const item = {
    id: "t1",
    kind: "task" as const,
    accountId: "globex",
    accountName: "Globex",
    on: "2026-11-30",
    dueOn: "2026-11-24",
    title: "Send notes",
    attendees: [],
  }
  const days = ["2026-11-30", "2026-12-01", "2026-12-02"]

  it("moves by choosing and by keys, with a way back, and makes tasks of what is owed", async () => {
    const { user, asked, texts, container } = show("week", {
      "week.plan": () => ({
        today: "2026-11-30",
        days,
        items: [{ ...item, on: texts["plan:task:globex:t1"] ?? item.on }],
        owed: [
          {
            key: "success-plan",
            label: "Success plan",
            accountId: "hooli",
            accountName: "Hooli",
            nextOn: "2027-01-31",
            overdue: false,
          },
        ],
        quarterEndsOn: "2027-01-31",
        team: [
          { key: "mbr", label: "MBR on three accounts", rhythm: "monthly, in week 2", nextOn: "2026-12-08" },
        ],
        picks: [{ accountId: "globex", name: "Globex", why: "largest ARR, $900k" }],
        texts: { ...texts },
        cut: 0,
      }),
      "task.add": soon,
    })
    const monday = await screen.findByRole("region", { name: "Mon 30 Nov" })
    expect(monday).toHaveTextContent("Send notes (due 24 Nov)")
    expect(screen.getByRole("region", { name: "Tue 1 Dec" })).toHaveTextContent("nothing planned")
    await noViolations(container)
    within(monday).getByRole("button", { name: "Globex" }).focus()
    await user.keyboard("m2")
    await waitFor(() => expect(texts["plan:task:globex:t1"]).toBe("2026-12-01"))
    const tuesday = screen.getByRole("region", { name: "Tue 1 Dec" })
    await user.selectOptions(
      await within(tuesday).findByRole("combobox", { name: "Day for: Globex: Send notes" }),
      "Wed 2 Dec",
    )
    expect(
      await within(screen.getByRole("region", { name: "Wed 2 Dec" })).findByText(/Send notes/),
    ).toBeVisible()
    await user.click((await screen.findAllByRole("button", { name: /Undo/ })).at(-1)!)
    await waitFor(() => expect(texts["plan:task:globex:t1"]).toBe("2026-12-01"))
    const unplanned = screen.getByRole("region", { name: "Not planned yet" })
    await user.click(within(unplanned).getByText("Success plan · 1"))
    await user.selectOptions(
      within(unplanned).getByRole("combobox", { name: "Day for Success plan of Hooli" }),
      "Tue 1 Dec",
    )
    expect(asked("task.add")).toEqual([{ accountId: "hooli", name: "Success plan", dueOn: "2026-12-01" }])
  })
})
