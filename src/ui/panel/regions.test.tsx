import { act, screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import type { TaskView } from "~src/messaging/contract"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, openTasks, outboxItem, viewOf } from "~test/fixtures/panel/account-view"
import {
  accountFacts,
  accountId,
  awkwardFacts,
  bareFacts,
  fact,
  planFacts,
  poorFacts,
} from "~test/fixtures/panel/facts"

const text = (name: string) => screen.getByRole("region", { name })

describe("the region Tier", () => {
  it("says name, team, why, what is owed and what is next", async () => {
    renderPanel(accountState())
    await region("Tier")
    expect(text("Tier")).toHaveTextContent("Large Enterprise: 12,400 employees (10,000 to 40,000).")
    expect(text("Tier")).toHaveTextContent("Named TA")
    expect(text("Tier")).toHaveTextContent("What this tier gets")
    expect(text("Tier")).toHaveTextContent("Salesforce · NumberOfEmployees")
  })

  it("says support level and account type with their source, and the other system's word where it differs", async () => {
    const supportLevel = fact("Enterprise", "Technical Advisor Support Level", "salesforce")
    const view = viewOf(
      accountFacts({
        supportLevel: { ...supportLevel, other: { value: "Scaled", source: "vitally" } },
        accountType: fact("(1) Customer", "Type", "salesforce"),
      }),
    )
    renderPanel(accountState(view))
    await region("Tier")
    const tier = text("Tier")
    expect(tier).toHaveTextContent(/Support level\s*Enterprise.*Salesforce · Technical Advisor Support Level/)
    expect(tier).toHaveTextContent("Vitally says Scaled")
    expect(tier).toHaveTextContent(/Account type\s*\(1\) Customer/)
  })

  it("folds the team's own rhythms away behind what the customer is owed", async () => {
    const { user } = renderPanel(accountState())
    const tier = await region("Tier")
    const rhythms = tier.getByText(/^Team cadences \(\d+\)$/)
    expect(rhythms.closest("details")).not.toHaveAttribute("open")
    expect(rhythms.closest("details")).toHaveTextContent("Team meeting")
    expect(tier.getByText("Check-in").closest("details")).toBeNull()
    await user.click(rhythms)
    expect(rhythms.closest("details")).toHaveAttribute("open")
  })

  it("says that the customer left, and owes nothing", async () => {
    renderPanel(accountState(viewOf(accountFacts({ churnedOn: fact("2026-11-10", "churnedAt") }))))
    await region("Tier")
    expect(text("Tier")).toHaveTextContent("The customer churned on 10 Nov.")
    expect(text("Tier")).not.toHaveTextContent(/What this tier gets|Team cadences/)
  })

  it("says what is missing where it is unknown", async () => {
    renderPanel(accountState(viewOf(bareFacts())))
    await region("Tier")
    expect(text("Tier")).toHaveTextContent("Tier unknown")
  })

  it("says how far the success plan is, beside its link, and opens its goals", async () => {
    const { user } = renderPanel(accountState(viewOf(planFacts())))
    const tier = await region("Tier")
    expect(tier.getByRole("heading", { name: "Success plan" })).toBeVisible()
    expect(tier.getByRole("link", { name: /Open the plan/ })).toHaveAttribute("href", planFacts().planUrl)
    expect(text("Tier")).toHaveTextContent("updated Mon 16 Nov")
    expect(text("Tier")).toHaveTextContent(
      "3 of 6 goals done, 1 overdue. Next: Meet the renewal buyer, was due Wed 18 Nov.",
    )
    expect(tier.getByText("6 goals").closest("details")).not.toHaveAttribute("open")
    await user.click(tier.getByText("6 goals"))
    expect(tier.getByText("6 goals").closest("details")).toHaveAttribute("open")
    expect(text("Tier")).toHaveTextContent("From the tasks of the Vitally project Globex: our year")
    const goals = within(tier.getByRole("list", { name: "Success plan" })).getAllByRole("listitem")
    expect(goals.map((goal) => goal.textContent)).toEqual([
      "OpenMeet the renewal buyerOverdue since Wed 18 Nov · Tom Reyes · Vitally",
      "Open80% of seats activeDue 15 Jan 2027 · Ada Moss · Vitally",
      "OpenWrite up the migration as a winNo due date · Ada Moss · Vitally",
      "DoneIndex the monorepoDone Mon 16 Nov · Ada Moss · Vitally",
      "DoneTrain the platform teamDone Thu 12 Nov · Ada Moss · Vitally",
      "DoneAgree three outcomes with EngineeringDone 5 Nov · Ada Moss · Vitally",
    ])
  })

  it("completes a goal in place, as the task it is, with the way back", async () => {
    const facts = planFacts()
    const goal = (more: Partial<TaskView> = {}) =>
      accountState(
        viewOf(facts, { tasks: openTasks(facts).map((one) => ({ ...one, ...(one.id === "g5" && more) })) }),
      )
    const { user, worker, asked, setState } = renderPanel(goal())
    const tier = await region("Tier")
    await user.click(tier.getByText("6 goals"))
    expect(tier.getByRole("link", { name: "Globex: our year" })).toHaveAttribute(
      "href",
      viewOf(facts).openIn.vitally,
    )
    expect(tier.getAllByRole("checkbox")).toHaveLength(3)
    const box = tier.getByRole("checkbox", { name: "Goal: 80% of seats active" })
    setState(goal({ pending: outboxItem({ kind: "task.complete", sendAfter: "2999-01-01T00:00:00Z" }) }))
    await user.click(box)
    expect(asked("task.complete")).toEqual([{ accountId: facts.id, taskId: "g5", source: "vitally" }])
    act(() => worker.broadcast(["outbox"]))
    expect(await tier.findByText("Will be sent in a few seconds.")).toBeInTheDocument()
    expect(box).toBeChecked()
    await user.click(tier.getByRole("button", { name: "Undo" }))
    expect(asked("outbox.undo")).toEqual([{ id: "o1" }])
  })

  it("says in words that a linked plan has no goals to show", async () => {
    renderPanel(accountState(viewOf(planFacts({ tasks: [] }))))
    const tier = await region("Tier")
    expect(text("Tier")).toHaveTextContent('No data on goals: the project "Globex: our year" holds no tasks.')
    expect(tier.queryByText(/^\d+ goals?$/)).toBeNull()
  })

  it("has no word on a success plan where none is known of", async () => {
    renderPanel(accountState(viewOf(bareFacts())))
    const tier = await region("Tier")
    expect(tier.queryByRole("heading", { name: "Success plan" })).toBeNull()
  })

  it("shows a conflict with the CRM's own word", async () => {
    const view = viewOf(accountFacts({ segment: fact("Mid-Market", "TA Segmentation", "salesforce") }))
    renderPanel(accountState(view))
    await region("Tier")
    expect(text("Tier")).toHaveTextContent(view.assessment.tier.conflict!)
  })
})

describe("the region Renewal", () => {
  it("says days, phase, steps, money, seats, opportunities, people and plan", async () => {
    renderPanel(accountState())
    const renewal = await region("Renewal")
    for (const expected of [
      "110 days",
      "$420k",
      "310 of 500 used, 62%",
      "Tom Reyes",
      "Globex +200 seats",
      "$90k",
    ])
      expect(text("Renewal")).toHaveTextContent(expected)
    expect(renewal.getByRole("link", { name: "Open the plan (docs.example.com)" })).toHaveAttribute(
      "rel",
      "noopener noreferrer",
    )
    expect(text("Renewal")).toHaveTextContent("updated Mon 9 Nov")
    expect(renewal.getByRole("heading", { name: "Steps of this phase" })).toBeInTheDocument()
  })

  it("keeps the steps of its phase as a checklist", async () => {
    const { user, asked } = renderPanel(accountState({ renewalDone: ["get-well"] }))
    const renewal = await region("Renewal")
    const steps = renewal.getByRole("list", { name: "Steps of this phase" })
    expect(text("Renewal")).toHaveTextContent("1 of 5 done")
    const [first, second] = within(steps).getAllByRole("checkbox")
    expect(first).toBeChecked()
    expect(second).not.toBeChecked()
    await user.click(second!)
    const on = "2027-03-12"
    expect(asked("renewal.step")).toEqual([{ accountId, on, stepId: "yellow-red-meeting", done: true }])
  })

  it("does not let a step be taken back that a completed project in Vitally has done", async () => {
    const projects = [{ id: "p", name: "Get Well project", completedOn: "2026-11-01" }]
    renderPanel(accountState(viewOf(accountFacts({ projects }))))
    const renewal = await region("Renewal")
    const step = renewal.getByRole("checkbox", { name: /Get Well project/ })
    expect(step).toBeChecked()
    expect(step).toBeDisabled()
    expect(text("Renewal")).toHaveTextContent("its project is completed in Vitally")
  })

  it("says that the contract ended, and both systems' amounts", async () => {
    renderPanel(accountState(viewOf(poorFacts())))
    await region("Renewal")
    expect(text("Renewal")).toHaveTextContent("Ended 12 days ago")
    expect(text("Renewal")).toHaveTextContent("Vitally says €1.1m")
    expect(text("Renewal").textContent.match(/€1\.1m/g)).toHaveLength(1)
  })

  it("says the other system's amount beside ours where the notice is about the date", async () => {
    const renewalOn = { ...fact("2027-03-12"), other: { value: "2027-03-31", source: "vitally" as const } }
    renderPanel(accountState(viewOf({ ...poorFacts(), renewalOn })))
    await region("Renewal")
    expect(text("Renewal")).toHaveTextContent("Vitally says €1.1m")
  })

  it("says that no date is known", async () => {
    renderPanel(accountState(viewOf(bareFacts())))
    await region("Renewal")
    expect(text("Renewal")).toHaveTextContent(/No renewal date/)
  })
})

describe("the region Key contacts", () => {
  it("shows roles, last touch, and the gaps", async () => {
    renderPanel(accountState())
    const contacts = await region("Key contacts")
    expect(contacts.getAllByRole("listitem")[0]).toHaveTextContent("Priya NairChampion")
    expect(text("Key contacts")).toHaveTextContent("last touch 27 Oct")
    expect(text("Key contacts")).toHaveTextContent("no touch found")
    expect(text("Key contacts")).toHaveTextContent("No contact has the role Economic Buyer.")
  })

  it("keeps 200 contacts short, to be searched", async () => {
    const { user } = renderPanel(accountState(viewOf(awkwardFacts())))
    const contacts = await region("Key contacts")
    expect(contacts.getAllByRole("listitem")).toHaveLength(8)
    await user.type(contacts.getByRole("searchbox", { name: "Find a contact" }), "number 150")
    expect(contacts.getAllByRole("listitem")).toHaveLength(1)
    await user.clear(contacts.getByRole("searchbox", { name: "Find a contact" }))
    await user.click(contacts.getByRole("button", { name: "Show 192 more" }))
    expect(contacts.getAllByRole("listitem")).toHaveLength(200)
  })

  it("isolates a right-to-left name", async () => {
    renderPanel(accountState(viewOf(awkwardFacts())))
    const contacts = await region("Key contacts")
    expect(contacts.getByText("שלומית בן־דוד").tagName).toBe("BDI")
  })

  it("says that none is known", async () => {
    renderPanel(accountState(viewOf(bareFacts())))
    const contacts = await region("Key contacts")
    expect(contacts.getByText("No contact is known for this account.")).toBeInTheDocument()
  })
})

describe("the region More", () => {
  it("shows risks, projects, tickets, NPS and version", async () => {
    renderPanel(accountState())
    await region("More")
    for (const expected of [
      "No access to the buyer",
      "Low Utilization Project",
      "SSO loop",
      "8 · Jon Ek",
      "5.6.2",
    ])
      expect(text("More")).toHaveTextContent(expected)
  })

  it("sets a flag that is mapped", async () => {
    const { user, asked } = renderPanel(accountState({ canSet: ["redAccount"] }))
    const more = await region("More")
    const group = more.getByRole("group", { name: "Set Red account" })
    await user.click(within(group).getByRole("button", { name: "Set Red account to Yes" }))
    expect(asked("trait.set")).toEqual([expect.objectContaining({ trait: "redAccount", value: true })])
  })
})
