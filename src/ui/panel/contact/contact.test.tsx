import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, outboxItem, viewOf } from "~test/fixtures/panel/account-view"
import type { Touch } from "~src/domain/facts"
import { accountFacts, accountId, bareFacts, healthyFacts } from "~test/fixtures/panel/facts"

const section = () => screen.getByRole("region", { name: "Last contact" })

describe("the region Last contact", () => {
  it("says how many days, who, how, until when, and by the user", async () => {
    renderPanel(accountState())
    await region("Last contact")
    expect(section()).toHaveTextContent("26 days")
    expect(section()).toHaveTextContent("Due soon")
    expect(section()).toHaveTextContent("Next by Wed 25 Nov")
    expect(section()).toHaveTextContent("Priya Nair · Email · from us · you · 27 Oct")
    expect(section().textContent.match(/26 days/g)).toHaveLength(1)
  })

  it("says since when it is overdue, and when the user was in touch where somebody else was last", async () => {
    const [latest] = accountFacts().touches ?? []
    const touches = [
      { ...latest!, id: "a", byMe: false, at: "2026-10-01T08:00:00Z", on: "2026-10-01" },
      { ...latest!, id: "b", at: "2026-09-01T08:00:00Z", on: "2026-09-01" },
    ]
    renderPanel(accountState(viewOf(accountFacts({ touches, traits: {} }))))
    await region("Last contact")
    expect(section()).toHaveTextContent("52 daysOverdueSince 31 Oct")
    expect(section()).toHaveTextContent("Priya Nair · Email · from us · 1 Oct")
    expect(section()).toHaveTextContent("By you: 82 days, email")
  })

  it("leaves it to the rules to say where only Salesforce's Last Activity tells of a contact", async () => {
    const view = viewOf(accountFacts({ touches: [] }))
    renderPanel(accountState(view))
    await region("Last contact")
    expect(section()).toHaveTextContent(view.assessment.contact.why)
  })

  it("says today on the day itself", async () => {
    renderPanel(accountState(viewOf(healthyFacts())))
    await region("Last contact")
    expect(within(section()).getByText("today", { selector: "strong" })).toBeInTheDocument()
  })

  it("says no data where no source was read, and not overdue", async () => {
    renderPanel(accountState(viewOf(bareFacts())))
    await region("Last contact")
    expect(within(section()).getByText("No data")).toBeInTheDocument()
    expect(section()).not.toHaveTextContent("Overdue")
  })

  it("lists the last touches, the rest on request, narrowed by a filter", async () => {
    const { user } = renderPanel(accountState())
    const contact = await region("Last contact")
    const list = contact.getByRole("list", { name: "Last touches" })
    expect(within(list).getAllByRole("listitem")).toHaveLength(3)
    await user.click(contact.getByRole("button", { name: /^Show all/ }))
    expect(within(list).getAllByRole("listitem").length).toBeGreaterThan(3)
    await user.selectOptions(contact.getByRole("combobox", { name: "Touches shown" }), "From them")
    const items = within(list).getAllByRole("listitem")
    expect(items.every(({ textContent }) => /from them|both ways/.test(textContent))).toBe(true)
    await user.selectOptions(contact.getByRole("combobox", { name: "Touches shown" }), "People only")
    expect(list).not.toHaveTextContent("automatic")
  })

  it("logs a common touch with two clicks", async () => {
    const { user, asked } = renderPanel(accountState())
    const contact = await region("Last contact")
    await user.click(contact.getByRole("button", { name: "Log a touch" }))
    await user.click(screen.getByRole("button", { name: "Slack" }))
    const at = expect.any(String) as string
    // Whether Salesforce gets it too is for the settings and the sign-in to say.
    expect(asked("touch.log")).toEqual([{ accountId, channel: "slack", direction: "outbound", at }])
    expect(await screen.findByText("Touch logged: Slack")).toBeInTheDocument()
    expect(contact.getByRole("button", { name: "Log a touch" })).toHaveFocus()
  })

  it("logs a touch of another day with a note", async () => {
    const { user, asked } = renderPanel(accountState())
    const contact = await region("Last contact")
    await user.click(contact.getByRole("button", { name: "Log a touch" }))
    await user.click(contact.getByText("Another day, or add a note"))
    await user.selectOptions(contact.getByRole("combobox", { name: "Channel" }), "Call")
    await user.selectOptions(contact.getByRole("combobox", { name: "Direction" }), "We talked")
    await user.clear(contact.getByLabelText("Day"))
    await user.type(contact.getByLabelText("Day"), "2026-11-19")
    await user.type(contact.getByRole("textbox", { name: "Note" }), "Spoke about seats")
    await user.click(contact.getByRole("checkbox", { name: "Also log it in Salesforce" }))
    await user.click(contact.getByRole("button", { name: "Log touch" }))
    expect(asked("touch.log")).toEqual([
      {
        accountId,
        channel: "call",
        direction: "both",
        at: new Date("2026-11-19T12:00:00").toISOString(),
        note: "Spoke about seats",
        alsoSalesforce: true,
      },
    ])
  })

  it("says why a tried one still waits, and offers what can be done with it: no undo, which would do nothing", async () => {
    const fault = { code: "auth" as const, title: "The key is no good.", detail: "", next: "Ask for one." }
    const { user, asked } = renderPanel(accountState({ outbox: [outboxItem({ tries: 1, fault })] }), {
      handlers: { "outbox.discard": () => ({}), "outbox.retry": () => ({}) },
    })
    const contact = await region("Last contact")
    expect(contact.getByText(/Waiting to be sent/)).toHaveTextContent("The key is no good. Ask for one.")
    expect(contact.queryByRole("button", { name: "Undo" })).toBeNull()
    await user.click(contact.getByRole("button", { name: "Try again" }))
    await user.click(contact.getByRole("button", { name: "Discard" }))
    expect(asked("outbox.retry")).toEqual([{ id: "o1" }])
    expect(asked("outbox.discard")).toEqual([{ id: "o1" }])
  })

  it("shows a refused log in place, to be sent again or discarded", async () => {
    const fault = { code: "refused" as const, title: "Vitally refused the note.", detail: "It is read-only." }
    const { user, asked } = renderPanel(accountState({ outbox: [outboxItem({ state: "refused", fault })] }), {
      handlers: { "outbox.discard": () => ({}), "outbox.retry": () => ({}) },
    })
    const contact = await region("Last contact")
    const alert = contact.getByRole("alert")
    expect(alert).toHaveTextContent("Vitally refused the note. It is read-only.")
    await user.click(within(alert).getByRole("button", { name: "Try again" }))
    await user.click(within(alert).getByRole("button", { name: "Discard" }))
    expect(asked("outbox.retry")).toEqual([{ id: "o1" }])
    expect(asked("outbox.discard")).toEqual([{ id: "o1" }])
  })

  describe("a touch's verdict", () => {
    const [, , , , campaign] = accountFacts().touches ?? []
    const question = { id: "q", channel: "email", direction: "inbound", who: "Jon Ek" } as const
    const touches: Touch[] = [
      { ...campaign!, id: "c", verdict: "machine", reason: "campaign", automatic: true },
      {
        ...campaign!,
        ...question,
        automatic: false,
        verdict: "person",
        reason: "wrote",
        says: "asks",
        threadId: "t",
        at: "2026-11-20T10:00:00Z",
        on: "2026-11-20",
        subject: "Outage",
      },
      {
        ...campaign!,
        id: "u",
        automatic: false,
        verdict: "unsure",
        reason: "sent-from-vitally",
        subject: "Checking in",
        at: "2026-11-19T10:00:00Z",
        on: "2026-11-19",
      },
    ]
    const show = (list: Touch[]) =>
      renderPanel(accountState(viewOf(accountFacts({ touches: list, traits: {} }))), {
        handlers: { "evidence.correct": () => ({}), "evidence.noAnswer": () => ({ touchId: "newest" }) },
      })

    it("is told in words", async () => {
      show(touches)
      const contact = await region("Last contact")
      expect(contact.getByText("Doesn’t count: a campaign")).toBeInTheDocument()
      expect(contact.getByText("Waits for our answer")).toBeInTheDocument()
      expect(
        contact.getByText("Perhaps contact: sent from Vitally and not answered. Your word decides."),
      ).toBeInTheDocument()
      expect(section()).toHaveTextContent("Perhaps 3 days (looks automatic); none for sure.")
    })

    it("is corrected with one click, and taken back", async () => {
      const { user, asked } = show(touches)
      const contact = await region("Last contact")
      await user.click(contact.getByRole("button", { name: "This was contact: Your usage in September" }))
      await screen.findByText("Counts as contact now: Your usage in September")
      await user.click(screen.getByRole("button", { name: /Undo/ }))
      expect(asked("evidence.correct")).toEqual([
        { accountId, touchId: "c", said: "contact" },
        { accountId, touchId: "c", said: null },
      ])
    })

    it("needs no answer, with the way back under the touch that keeps it", async () => {
      const { user, asked } = show(touches)
      const contact = await region("Last contact")
      await user.click(contact.getByRole("button", { name: "No answer needed: Outage" }))
      await screen.findByText("No answer needed: Outage")
      await user.click(screen.getByRole("button", { name: /Undo/ }))
      expect(asked("evidence.noAnswer")).toEqual([
        { accountId, touchId: "q", needed: false },
        { accountId, touchId: "newest", needed: true },
      ])
    })

    it("that the user gave shows as theirs, and can be undone at any time", async () => {
      const said = touches.map((touch) =>
        touch.id === "c" ? { ...touch, verdict: "person" as const, reason: "corrected" as const } : touch,
      )
      const { user, asked } = show(said.map((touch) => ({ ...touch, automatic: false })))
      const contact = await region("Last contact")
      expect(contact.getByText("Counts: you said so")).toBeInTheDocument()
      await user.click(contact.getByRole("button", { name: "Undo what you said of Your usage in September" }))
      expect(asked("evidence.correct")).toEqual([{ accountId, touchId: "c", said: null }])
    })

    it("names the customer's people of our mail", async () => {
      const [mail] = accountFacts().touches ?? []
      show([{ ...mail!, who: "Bo Lind", byMe: false, people: ["Petra Schmidt"] }])
      await region("Last contact")
      expect(section()).toHaveTextContent("Bo Lind with Petra Schmidt · Email · from us · 27 Oct")
    })
  })
})
