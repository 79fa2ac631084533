import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { renderPanel } from "~test/fakes/render-panel"
import { accountState, viewOf } from "~test/fixtures/panel/account-view"
import {
  accountFacts,
  bareFacts,
  churnedFacts,
  fact,
  healthyFacts,
  poorFacts,
} from "~test/fixtures/panel/facts"

const glance = async () => within(await screen.findByRole("region", { name: "At a glance" }))

/** What a reader must get in the first second, without scrolling: customer by customer. */
const firstSecond: [customer: string, facts: Parameters<typeof viewOf>[0], said: (string | RegExp)[]][] = [
  [
    "a yellow one",
    accountFacts(),
    ["5.4", "Concerning", "No buyer", "62% of seats used", "25% daily use", /In \d+ days/],
  ],
  ["a red one", poorFacts(), ["Poor", /% of seats used/, /% daily use/, /releases? behind/]],
  ["a green one", healthyFacts(), ["Healthy", /traits are green/]],
  [
    "one without data",
    bareFacts(),
    ["No score", "We know nothing about this customer’s health.", "Not known"],
  ],
  ["one who left", churnedFacts(), [/Churned Sun 8 Nov/, "none due"]],
  [
    "one who waits",
    accountFacts({
      touches: [
        {
          at: "2026-11-21T08:00:00Z",
          channel: "email",
          direction: "inbound",
          automatic: false,
          source: "vitally",
          who: "Petra Schmidt",
        },
      ],
    }),
    ["I answered", /Answer/],
  ],
]

describe("the first second", () => {
  it.each(firstSecond)("says of %s what matters", async (_who, facts, said) => {
    renderPanel(accountState(viewOf(facts)))
    const text = (await screen.findByRole("region", { name: "At a glance" })).textContent
    for (const words of said) expect(text).toMatch(words)
  })

  it("names one next thing, with one primary button", async () => {
    renderPanel(accountState())
    const next = within((await glance()).getByRole("group", { name: "Next" }))
    expect(
      next.getAllByRole("button").filter((one) => one.classList.contains("button-primary")),
    ).toHaveLength(1)
  })

  it("offers the three clicks that help most where nothing is known", async () => {
    const { user, asked } = renderPanel(
      accountState({
        ...viewOf(bareFacts(), { tasks: [] }),
        canSet: ["sentiment", "activeChampion", "accessToBuyer"],
      }),
    )
    const next = within((await glance()).getByRole("group", { name: "Next" }))
    expect(next.getByText("Fill in what only you know")).toBeVisible()
    await user.click(next.getByRole("button", { name: "Set Champion to No" }))
    expect(asked("trait.set")).toMatchObject([{ trait: "activeChampion", value: false }])
  })

  it("says what moved since an earlier reading, and nothing where it hardly did", async () => {
    renderPanel(accountState(viewOf(accountFacts({ vitallyHealth: fact(3.1) }))))
    expect((await glance()).getByText(/→ 3\.1 since/)).toBeVisible()
  })
})
