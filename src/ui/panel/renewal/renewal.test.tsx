import { screen } from "@testing-library/react"
import { expect, it } from "vitest"

import type { AccountFacts } from "~src/domain/facts"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, viewOf } from "~test/fixtures/panel/account-view"
import { accountFacts, bareFacts, fact } from "~test/fixtures/panel/facts"

import { seatsText } from "./use-renewal-rows"

const renewal = () => screen.getByRole("region", { name: "Renewal" })

function without(...keys: (keyof AccountFacts)[]): AccountFacts {
  return Object.fromEntries(
    Object.entries(accountFacts()).filter(([key]) => !keys.includes(key as keyof AccountFacts)),
  ) as unknown as AccountFacts
}

it.each<[string, Partial<AccountFacts>, string | null]>([
  ["310 of 500", { seats: fact(500), monthlyActiveUsers: fact(310) }, "310 of 500 used, 62%"],
  ["bought alone", { seats: fact(600) }, "600 bought, no data on use"],
  ["none bought", { seats: fact(0), monthlyActiveUsers: fact(3) }, "0 bought, no data on use"],
  ["used alone", { monthlyActiveUsers: fact(99) }, "99 used, no data on how many were bought"],
  ["nothing", {}, null],
  [
    "unlimited, of all possible users",
    { unlimitedSeats: fact(true), monthlyActiveUsers: fact(6150), totalAddressableUsers: fact(9000) },
    "Unlimited; 6,150 of 9,000 possible users active, 68.3%",
  ],
  [
    "unlimited, use alone",
    { unlimitedSeats: fact(true), monthlyActiveUsers: fact(6150) },
    "Unlimited, 6,150 used",
  ],
  ["unlimited alone", { unlimitedSeats: fact(true) }, "Unlimited, no data on use"],
  [
    "not unlimited",
    { unlimitedSeats: fact(false), seats: fact(500), monthlyActiveUsers: fact(499) },
    "499 of 500 used, 99.8%",
  ],
])("says seats bought and used: %s", (_, facts, text) => {
  expect(seatsText({ ...bareFacts(), ...facts })).toBe(text)
})

it("says in words what is missing beside a renewal that is known", async () => {
  renderPanel(
    accountState(
      viewOf(without("arr", "seats", "monthlyActiveUsers", "accountExecutive", "planUrl", "planUpdatedOn")),
    ),
  )
  await region("Renewal")
  expect(renewal()).toHaveTextContent(
    "ARRNo dataSeatsNo dataAccount executiveNo dataSuccess planNone is linked",
  )
})

it.each([
  ["2027-03-12", "110 days", "12 Mar"],
  ["2026-11-10", "Ended 12 days ago", "10 Nov"],
])("says days and date once near the renewal: %s", async (on, days, date) => {
  renderPanel(accountState(viewOf(accountFacts({ renewalOn: fact(on) }))))
  await region("Renewal")
  const figure = renewal().querySelector(".figure")
  expect(figure).toHaveTextContent(days)
  expect(figure).toHaveTextContent(date)
  expect(renewal()).not.toHaveTextContent(/Renews in|The contract ended/)
})

it("says where each figure comes from, when asked", async () => {
  const { user } = renderPanel(accountState())
  const found = await region("Renewal")
  const sources = found.getByText("Sources")
  expect(sources.closest("details")).not.toHaveAttribute("open")
  await user.click(sources)
  expect(sources.closest("details")).toHaveAttribute("open")
  const told = sources.closest("details")
  expect(told).toHaveTextContent("Renewal dateSalesforce · Active Contract Period End · ")
  expect(told).toHaveTextContent("ARRSalesforce · ARR__c")
  expect(told).toHaveTextContent("Seats boughtVitally · Licensed Users")
  expect(told).toHaveTextContent("Active usersVitally · Last Month MAU")
  expect(told).toHaveTextContent("Plan updatedVitally · Plan updated")
})

it("has no sources to tell where nothing is known", async () => {
  renderPanel(accountState(viewOf(bareFacts())))
  const found = await region("Renewal")
  expect(found.queryByText("Sources")).toBeNull()
  expect(renewal()).not.toHaveTextContent("No data")
})
