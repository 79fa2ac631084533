import { screen, waitFor, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, accountView } from "~test/fixtures/panel/account-view"
import { accountId } from "~test/fixtures/panel/facts"

const view = accountView()
const { plan } = view.assessment
if (!plan) throw new Error("The fixture's renewal must be at risk")
const card = async () => within(await screen.findByRole("group", { name: "Protect this renewal" }))
const ticked = (nth: number) => {
  const step = plan.steps.filter(({ done }) => !done)[nth]
  if (!step?.actionId) throw new Error("The step must come from a recommendation")
  return { step, actionId: step.actionId }
}

describe("the plan of a renewal", () => {
  it("is one card with one list of steps, and none of its recommendations is listed a second time", async () => {
    renderPanel(accountState())
    const steps = (await card()).getAllByRole("checkbox")
    expect(steps).toHaveLength(plan.steps.filter(({ done }) => !done).length)
    const actions = await region("Recommended actions")
    const cards = actions.getAllByRole("listitem").filter((one) => one.classList.contains("action"))
    for (const { id, title } of view.actions)
      if (plan.actionIds.includes(id))
        expect(cards.some((one) => one.textContent.includes(title))).toBe(false)
  })

  it("ticks all steps of the recommendation that a step stands for", async () => {
    const { user, asked } = renderPanel(accountState())
    const { step, actionId } = ticked(0)
    await user.click((await card()).getAllByRole("checkbox")[0]!)
    await waitFor(() =>
      expect(asked("action.step")).toEqual(
        step.stepIds.map((stepId) => ({ accountId, actionId, stepId, done: true })),
      ),
    )
  })

  it("shows a step ticked elsewhere as done", async () => {
    const { step, actionId } = ticked(0)
    renderPanel(accountState({ actionStates: [{ actionId, doneSteps: step.stepIds }] }))
    expect((await card()).getByText(/^1 done: /)).toBeVisible()
  })
})
