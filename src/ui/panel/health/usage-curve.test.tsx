import { screen, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it } from "vitest"

import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, accountView, settings } from "~test/fixtures/panel/account-view"

/** 13 weeks up to the day of the fixtures, falling from 60 % by a point a week. */
const days = Array.from({ length: 13 }, (_, week) => ({
  on: new Date(Date.parse("2026-08-31") + week * 7 * 86_400_000).toISOString().slice(0, 10),
  mau: 60 - week,
  seats: 100,
}))

async function opened(user: ReturnType<typeof renderPanel>["user"]): Promise<HTMLElement> {
  const { label } = accountView()
    .assessment.health.categories.flatMap(({ traits }) => traits)
    .find(({ key }) => key === "mauOverSeats")!
  const item = screen
    .getAllByRole("listitem")
    .find((one) => one.classList.contains("trait") && one.textContent.includes(label))!
  await user.click(within(item).getByText(label))
  return item
}

it("draws the weeks of a usage trait, says the change since the last contact, and has the numbers as a table", async () => {
  const { user } = renderPanel(accountState(), { handlers: { "usage.get": () => ({ days }) } })
  await region("Health")
  const item = await opened(user)
  expect(await within(item).findByRole("img", { name: /60% on .*, 48% on / })).toBeInTheDocument()
  expect(item).toHaveTextContent(/Since the last contact: [−+±]\d+ points\./)
  await user.click(within(item).getByText("Numbers"))
  expect(within(item).getAllByRole("row")).toHaveLength(14)
  const { violations } = await axe.run(item, { rules: { "color-contrast": { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})

it("shows no curve of one number or none", async () => {
  const { user } = renderPanel(accountState(), {
    handlers: { "usage.get": () => ({ days: days.slice(0, 1) }) },
  })
  await region("Health")
  const item = await opened(user)
  expect(await within(item).findByText("From")).toBeInTheDocument()
  expect(screen.queryByText("13 weeks")).not.toBeInTheDocument()
})

it("says before anybody tries that nothing can be changed", async () => {
  const gateway = {
    url: "https://lens.acme.example",
    issuer: "",
    clientId: "",
    scope: "",
    user: "m",
    tier: "read" as const,
  }
  renderPanel(accountState(), { settings: settings({ gateway }) })
  await region("Health")
  expect(screen.getByText(/^You may look\./)).toBeInTheDocument()
})
