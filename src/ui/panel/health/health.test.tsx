import { screen, within } from "@testing-library/react"
import { describe, expect, it } from "vitest"

import { formatScore } from "~src/ui/base/format"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, accountView, outboxItem, viewOf } from "~test/fixtures/panel/account-view"
import { accountFacts, bareFacts, fact, traitFacts } from "~test/fixtures/panel/facts"

const words = { healthy: "Healthy", concerning: "Concerning", poor: "Poor", unknown: "No data" }

function traitItems() {
  return within(screen.getByRole("region", { name: "Health" }))
    .getAllByRole("listitem")
    .filter((item) => item.classList.contains("trait"))
}

describe("the region Health", () => {
  it("shows the overall score with one decimal, its band in word and colour", async () => {
    renderPanel(accountState())
    await region("Health")
    const section = screen.getByRole("region", { name: "Health" })
    expect(section.textContent.match(/5\.4 of 10/g)).toHaveLength(1)
    expect(section).toHaveTextContent("Concerning")
    expect(section).toHaveTextContent("1 red, 6 yellow, 3 green")
  })

  it("holds each trait as a listitem: label, value, one of four words, explanation", async () => {
    renderPanel(accountState())
    await region("Health")
    const items = traitItems()
    const traits = accountView().assessment.health.categories.flatMap(({ traits }) => traits)
    expect(items).toHaveLength(traits.length)
    for (const trait of traits) {
      const item = items.find((one) => one.textContent.includes(trait.explanation))
      expect(item, trait.key).toHaveTextContent(trait.label)
      expect(item).toHaveTextContent(trait.valueText)
      expect(item).toHaveTextContent(words[trait.status])
    }
  })

  it("says a sentiment once: it is its own answer", async () => {
    renderPanel(accountState())
    await region("Health")
    const item = traitItems().find(({ textContent }) => textContent.includes("TA Sentiment"))!
    const { explanation } = accountView().assessment.health.categories[0]!.traits[0]!
    const said = item.querySelector(".trait-summary")?.textContent.replace(explanation, "")
    expect(said?.match(/Concerning/g)).toHaveLength(1)
  })

  it("is a table of categories: name, weight, score", async () => {
    const { user } = renderPanel(accountState())
    const health = await region("Health")
    await user.click(health.getByText(/^Sentiment 5/))
    const table = within(health.getByRole("table", { name: "Categories by weight" }))
    expect(table.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      "Category",
      "Weight",
      "Score",
    ])
    expect(table.getByRole("row", { name: "Technical health 15% 7.5" })).toBeInTheDocument()
  })

  it("sorts the worst and heaviest first", async () => {
    renderPanel(accountState())
    await region("Health")
    const texts = traitItems().map(({ textContent }) => textContent)
    expect(texts[0]).toContain("Poor")
    expect(texts[0]).toContain("Access to buyer")
    expect(texts[1]).toContain("+1.4")
    expect(texts.at(-1)).toContain("Healthy")
  })

  it("opens a trait to its scale, gain, remedies, source and share", async () => {
    const { user } = renderPanel(accountState())
    await region("Health")
    const item = traitItems().find(({ textContent }) => textContent.includes("Mau Over Seats"))!
    await user.click(within(item).getByText("Seats used", { selector: ".trait-label" }))
    expect(within(item).getByRole("img", { name: "62%. Green from 80%, red from 50%." })).toBeInTheDocument()
    expect(within(item).getByRole("heading", { name: "How to fix" })).toBeInTheDocument()
    expect(item).toHaveTextContent(/6\.8, green/)
    expect(item).toHaveTextContent("Vitally · Last Month Mau Over Seats")
    expect(item).toHaveTextContent("27.5% of the score")
  })

  it("shows both systems' values where they disagree", async () => {
    const traits = traitFacts({
      versionsBehind: { ...fact(3, "Versions"), other: { value: 5, source: "salesforce" } },
    })
    const { user } = renderPanel(accountState(viewOf(accountFacts({ traits }))))
    await region("Health")
    await user.click(screen.getByText("Versions", { selector: ".trait-label" }))
    expect(screen.getByText("Salesforce says 5")).toBeInTheDocument()
  })

  it("says for no data what is missing, without a score and without red", async () => {
    const { container } = renderPanel(accountState(viewOf(bareFacts(), { tasks: [] })))
    await region("Health")
    expect(screen.getByRole("region", { name: "Health" })).toHaveTextContent("10 without data")
    for (const item of traitItems()) {
      expect(item).toHaveTextContent("No data")
      expect(item.textContent.match(/No data/g)).toHaveLength(1)
      expect(item).toHaveTextContent(/Not counted against the score/)
    }
    expect(container.querySelector(".trait .mark-poor")).toBeNull()
  })

  it("says once what is missing, opened too", async () => {
    const { user } = renderPanel(accountState(viewOf(bareFacts(), { tasks: [] })))
    await region("Health")
    await user.click(screen.getByRole("button", { name: /10 traits without data/ }))
    const label = screen.getByText("Sentiment", { selector: ".trait-label" })
    await user.click(label)
    const said = label.closest("li")?.textContent.match(/Nobody has set/g)
    expect(said).toHaveLength(1)
  })

  it("shows Vitally's own score first, and says once how ours differs", async () => {
    renderPanel(accountState(viewOf(accountFacts({ vitallyHealth: fact(7.2, "healthScore") }))))
    await region("Health")
    const section = screen.getByRole("region", { name: "Health" })
    expect(section).toHaveTextContent("7.2 of 10")
    const { difference } = viewOf(accountFacts({ vitallyHealth: fact(7.2) })).assessment.health
    expect(section).toHaveTextContent(difference!)
    expect(section).not.toHaveTextContent("ours is")
  })

  it.each([
    [5.4, "Vitally’s score. Ours matches."],
    [5.6, "Vitally's score; ours is 5.4"],
  ])("says of Vitally's %s, near to ours: %s", async (official, text) => {
    renderPanel(accountState(viewOf(accountFacts({ vitallyHealth: fact(official) }))))
    await region("Health")
    expect(screen.getByRole("region", { name: "Health" })).toHaveTextContent(text)
  })

  it("draws the history with its ends in words", async () => {
    renderPanel(accountState())
    const health = await region("Health")
    expect(health.getByRole("img", { name: "Score from 7.4 on 1 May to 5.0 on 1 Nov" })).toBeInTheDocument()
  })

  it("sets a hand-kept trait in place, and undoes it", async () => {
    const { user, asked } = renderPanel(accountState())
    await region("Health")
    await user.click(screen.getByText("Sentiment", { selector: ".trait-label" }))
    const group = screen.getByRole("group", { name: "Set Account - TA Sentiment" })
    expect(within(group).getByRole("button", { name: /to Concerning/ })).toHaveAttribute(
      "aria-pressed",
      "true",
    )
    await user.click(within(group).getByRole("button", { name: /to Healthy/ }))
    expect(asked("trait.set")).toEqual([
      { accountId: accountFacts().id, trait: "sentiment", value: "healthy" },
    ])
    await user.click(await screen.findByRole("button", { name: "Undo" }))
    expect(asked("outbox.undo")).toEqual([{ id: "o-new" }])
  })

  it("offers no setting where the trait is not mapped", async () => {
    const { user } = renderPanel(accountState({ canSet: [] }))
    await region("Health")
    await user.click(screen.getByText("Sentiment", { selector: ".trait-label" }))
    expect(screen.queryByRole("group", { name: /^Set/ })).toBeNull()
  })

  it("asks about an undecided write where it belongs", async () => {
    const item = outboxItem({ kind: "trait.set", state: "undecided", about: { trait: "sentiment" } })
    const { user, asked } = renderPanel(accountState({ outbox: [item] }, {}), {
      handlers: { "outbox.decide": () => ({}) },
    })
    await region("Health")
    const alert = screen.getByRole("alert")
    expect(alert.closest("li")).toHaveTextContent("Account - TA Sentiment")
    await user.click(within(alert).getByRole("button", { name: "It wasn’t. Send again" }))
    expect(asked("outbox.decide")).toEqual([{ id: "o1", arrived: false }])
  })
})

it("rounds a score as the rules do", () => {
  expect([5.375, 6.6667, 0, 10, 6.75].map(formatScore)).toEqual(["5.4", "6.7", "0.0", "10.0", "6.8"])
})
