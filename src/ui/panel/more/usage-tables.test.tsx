import { screen, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it } from "vitest"

import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, accountView } from "~test/fixtures/panel/account-view"

const { facts } = accountView()
const cells = (table: HTMLElement) =>
  within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => row.textContent)

it("shows each feature's and each team's newest number", async () => {
  const usage = [
    { on: "2026-11-09", searches: 40, batchChanges: 2, teams: { Payments: 9, Search: 3 } },
    { on: "2026-11-16", batchChanges: 0, teams: { Payments: 7 } },
  ]
  renderPanel(accountState({ facts: { ...facts, usage } }))
  await region("More")
  const features = cells(await screen.findByRole("table", { name: "Usage by feature" }))
  expect(features).toHaveLength(2)
  expect(features[0]).toMatch(/^Search40/)
  expect(features[1]).toMatch(/^Batch changesnot used/)
  const teams = cells(screen.getByRole("table", { name: "Usage by team" }))
  expect(teams[0]).toMatch(/^Payments7/)
  expect(teams[1]).toMatch(/^Search3/)
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})

it("shows no table without usage", async () => {
  renderPanel(accountState())
  await region("More")
  expect(screen.queryByRole("table", { name: /^Usage by/ })).not.toBeInTheDocument()
})
