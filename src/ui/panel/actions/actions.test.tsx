import { act, screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import type { AccountView } from "~src/messaging/contract"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, accountView, outboxItem } from "~test/fixtures/panel/account-view"
import { accountId, bareFacts } from "~test/fixtures/panel/facts"

import { nextMonday } from "../../base/next-monday"

const view = accountView()
/** Each recommendation as a card of its own: what a plan holds has tests of its own. */
const cardState = (more: Partial<AccountView> = {}, where?: Parameters<typeof accountState>[1]) =>
  accountState({ assessment: { ...view.assessment, plan: null }, ...more }, where)
const [first, second] = view.actions
if (!first || !second) throw new Error("The fixture must recommend something")
const menuOf = (title: string) => within(screen.getByRole("group", { name: `What to do with ${title}` }))
const section = () => screen.getByRole("region", { name: "Recommended actions" })

describe("the region Recommended actions", () => {
  it("shows three, then more, each with why", async () => {
    const { user } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    expect(actions.getAllByRole("listitem").filter((one) => one.classList.contains("action"))).toHaveLength(3)
    expect(section()).toHaveTextContent(first.why)
    await user.click(actions.getByRole("button", { name: `Show ${view.actions.length - 3} more` }))
    for (const action of view.actions) expect(section()).toHaveTextContent(action.title)
  })

  it("says so where there is nothing", async () => {
    renderPanel(cardState({ facts: bareFacts(), actions: [] }))
    const actions = await region("Recommended actions")
    expect(actions.getByText("Nothing to recommend from what is known now.")).toBeInTheDocument()
  })

  it("says by which rule it recommends, and leads to the policy that holds its numbers", async () => {
    const { user, asked } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    await user.click(actions.getByText(first.title))
    expect(first.rule).toMatch(/180 days/)
    const card = actions.getByText(first.title).closest("li")!
    expect(card).toHaveTextContent(`The rule: ${first.rule}`)
    await user.click(within(card).getByRole("button", { name: "See the policy" }))
    expect(asked("open.page")).toEqual([{ page: "options", hash: "policy" }])
  })

  it("remembers steps", async () => {
    const { user, asked } = renderPanel(
      cardState({ actionStates: [{ actionId: first.id, doneSteps: [first.steps[0]!.id] }] }),
    )
    const actions = await region("Recommended actions")
    expect(section()).toHaveTextContent(`1 of ${first.steps.length} steps`)
    await user.click(actions.getByText(first.title))
    const boxes = within(actions.getByRole("list", { name: `Steps of ${first.title}` })).getAllByRole(
      "checkbox",
    )
    expect(boxes[0]).toBeChecked()
    await user.click(boxes[1]!)
    expect(asked("action.step")).toEqual([
      { accountId, actionId: first.id, stepId: first.steps[1]!.id, done: true },
    ])
  })

  it.each([
    ["Later: tomorrow", "2026-11-23"],
    ["Later: next week", "2026-11-23"],
  ])("%s, with the way back", async (name, until) => {
    const { user, asked } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await user.click(actions.getByRole("button", { name }))
    expect(asked("action.snooze")).toEqual([{ accountId, actionId: first.id, until }])
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("action.restore")).toEqual([{ accountId, actionId: first.id }])
  })

  it("still offers the way back where the card has already left", async () => {
    const panel = renderPanel(cardState(), {
      handlers: {
        "action.snooze": async () => {
          panel.setState(cardState({ actions: [second] }))
          act(() => panel.worker.broadcast([`account:${accountId}`]))
          await waitFor(() => expect(section()).not.toHaveTextContent(first.title))
          return {}
        },
      },
    })
    const actions = await region("Recommended actions")
    await panel.user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await panel.user.click(menuOf(first.title).getByRole("button", { name: "Later: tomorrow" }))
    expect(await screen.findByRole("button", { name: "Undo" })).toBeInTheDocument()
  })

  it("snoozes until a chosen day", async () => {
    const { user, asked } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await user.click(actions.getByRole("button", { name: "Later: pick a day" }))
    const dialog = within(screen.getByRole("dialog", { name: "Snooze" }))
    await user.clear(dialog.getByLabelText("Day"))
    await user.type(dialog.getByLabelText("Day"), "2026-12-05")
    await user.click(dialog.getByRole("button", { name: "Snooze" }))
    expect(asked("action.snooze")).toEqual([{ accountId, actionId: first.id, until: "2026-12-05" }])
    expect(screen.queryByRole("dialog")).toBeNull()
  })

  it("dismisses with a reason and the print of the facts", async () => {
    const { user, asked } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await user.click(actions.getByRole("button", { name: "Not relevant…" }))
    await user.click(screen.getByRole("radio", { name: "Another reason" }))
    await user.type(screen.getByRole("textbox", { name: "Another reason" }), "Later")
    await user.click(screen.getByRole("button", { name: "Dismiss" }))
    expect(asked("action.dismiss")).toEqual([
      { accountId, actionId: first.id, fingerprint: first.fingerprint, reason: "Later" },
    ])
  })

  it("closes a dialog on Escape and gives the focus back", async () => {
    const { user } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    const menu = actions.getByRole("button", { name: `What to do with ${first.title}` })
    await user.click(menu)
    await user.click(actions.getByRole("button", { name: "Not relevant…" }))
    expect(screen.getByRole("dialog")).toBeInTheDocument()
    await user.keyboard("{Escape}")
    expect(screen.queryByRole("dialog")).toBeNull()
    expect(menu).toHaveFocus()
  })

  it("starts its playbook by the template of that name", async () => {
    const name = first.playbook ?? ""
    expect(name).not.toBe("")
    const { user, asked } = renderPanel(cardState({ projectTemplates: [{ id: "tpl1", name }] }))
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await user.click(menuOf(first.title).getByRole("button", { name: `Start "${name}"` }))
    expect(asked("project.start")).toEqual([
      { accountId, actionId: first.id, templateName: name, templateId: "tpl1" },
    ])
  })

  it("offers neither the project that is under way nor the task that is there already", async () => {
    const { facts, tasks } = view
    const name = first.playbook ?? ""
    // With a project under way it is no more to be started.
    const title = `Update the ${name}`
    renderPanel(
      cardState({
        facts: { ...facts, projects: [{ id: "p1", name: `${name}: this one`, updatedOn: "2026-11-09" }] },
        tasks: [...tasks, { ...tasks[0]!, id: "made", name: title }],
      }),
    )
    await region("Recommended actions")
    const card = screen.getByRole("button", { name: `What to do with ${title}` }).closest("li")!
    expect(within(card).queryByRole("button", { name: /^Start|^Make it a task/ })).toBeNull()
    expect(card).toHaveTextContent("In progress, updated Mon 9 Nov")
    expect(card).toHaveTextContent("Already a task")
  })

  it("marks a Red Account where the field is there and empty", async () => {
    const { traits, ...rest } = view.facts
    const facts = {
      ...rest,
      traits: { ...traits, activeChampion: { value: false, source: "vitally" as const } },
      emptyFields: ["redAccount" as const],
    }
    delete facts.redAccount
    const { actions } = accountView({ facts })
    const champion = actions.filter(({ id }) => id === "no-champion")
    const { user, asked } = renderPanel(cardState({ facts, actions: champion, canSet: ["redAccount"] }))
    const shown = await region("Recommended actions")
    await user.click(shown.getByText("Find a champion"))
    await user.click(shown.getByRole("button", { name: "Mark as Red Account" }))
    expect(asked("trait.set")).toMatchObject([{ accountId, trait: "redAccount", value: true }])
  })

  it("writes the status of a running plan as a note of that plan", async () => {
    const name = first.playbook ?? ""
    const facts = { ...view.facts, projects: [{ id: "p1", name, updatedOn: "2026-11-09" }] }
    const actions = accountView({ facts }).actions.filter(({ id }) => id === "renewal-180-unhealthy")
    const { user, asked } = renderPanel(cardState({ facts, actions }))
    const shown = await region("Recommended actions")
    await user.click(shown.getByText(`Update the ${name}`))
    await user.click(shown.getByText(`Write the status of the ${name}`))
    await user.type(shown.getByLabelText("What changed, what comes next, what blocks"), "Two teams in.")
    await user.click(shown.getByRole("button", { name: "Save the status" }))
    expect(asked("note.add")).toMatchObject([{ accountId, about: "get-well", text: "Two teams in." }])
  })

  it("makes a task of what is long due for today: it does not begin late", async () => {
    const late = { ...first, dueOn: "2026-11-02" }
    const { user, asked } = renderPanel(cardState({ actions: [late] }))
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await user.click(menuOf(first.title).getByRole("button", { name: "Make it a task" }))
    expect(asked("task.add")).toMatchObject([{ dueOn: "2026-11-22" }])
  })

  it("makes a task of it, with why and steps", async () => {
    const { user, asked } = renderPanel(cardState())
    const actions = await region("Recommended actions")
    await user.click(actions.getByRole("button", { name: `What to do with ${first.title}` }))
    await user.click(menuOf(first.title).getByRole("button", { name: "Make it a task" }))
    expect(asked("task.add")).toEqual([
      expect.objectContaining({
        accountId,
        actionId: first.id,
        name: first.title,
        note: first.why,
        steps: first.steps.map(({ text }) => text),
      }),
    ])
  })

  it("keeps what was put away within reach", async () => {
    const { user, asked } = renderPanel(
      cardState({
        actions: [first],
        hiddenActions: [
          { action: second, state: { actionId: second.id, doneSteps: [], snoozedUntil: "2026-11-30" } },
        ],
      }),
    )
    const actions = await region("Recommended actions")
    await user.click(actions.getByText("1 snoozed or dismissed"))
    expect(section()).toHaveTextContent("until Mon 30 Nov")
    await user.click(actions.getByRole("button", { name: `Show again: ${second.title}` }))
    expect(asked("action.restore")).toEqual([{ accountId, actionId: second.id }])
  })

  it("does not offer to start a project a second time while it is on its way", async () => {
    const about = { actionId: first.id }
    const { setState, worker } = renderPanel(
      cardState({ outbox: [outboxItem({ kind: "project.start", state: "refused", about })] }),
    )
    const start = () => within(section()).queryAllByRole("button", { name: /^Start "/, hidden: true }).length
    await region("Recommended actions")
    const offered = start()
    expect(offered).toBeGreaterThan(0)
    setState(cardState({ outbox: [outboxItem({ kind: "project.start", about })] }))
    act(() => worker.broadcast([`account:${accountId}`]))
    await waitFor(() => expect(start()).toBeLessThan(offered))
  })

  it("shows a project on its way at its recommendation", async () => {
    renderPanel(
      cardState({
        outbox: [
          outboxItem({
            kind: "project.start",
            state: "sending",
            about: { actionId: first.id },
            text: "Start it",
          }),
        ],
      }),
    )
    const actions = await region("Recommended actions")
    expect(actions.getByText("Sending…").closest(".action")).toHaveTextContent(first.title)
  })
})

it("means by next week the Monday after", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-27"].map(nextMonday)).toEqual([
    "2026-11-23",
    "2026-11-30",
    "2026-11-30",
  ])
})
