import { screen, within } from "@testing-library/react"
import { expect, it } from "vitest"

import { consentVersion } from "~src/messaging/consent"

import { renderOptions } from "../testing/render"
import { connectedSettings, freshSettings } from "../testing/samples"

it("asks before anything can be connected, with one button, and then shows the forms", async () => {
  const { user, worker, state } = renderOptions(
    { "consent.give": () => ({}) },
    { ...freshSettings, consent: null },
  )
  const card = within(await screen.findByRole("region", { name: "Before anything is read" }))
  expect(screen.queryByRole("group", { name: "Vitally" })).toBeNull()
  for (const part of ["What is read", "Where it is kept", "Who gets it", "What for"])
    expect(card.getByText(part)).toBeVisible()
  expect(card.queryByRole("status")).toBeNull()
  state.settings = { ...state.settings, consent: { version: consentVersion, at: "2026-11-30T10:00:00Z" } }
  await user.click(card.getByRole("button", { name: "Agree and continue" }))
  expect(worker.asked).toContainEqual(
    expect.objectContaining({ m: "consent.give", p: { version: consentVersion } }),
  )
})

it("says that the text changed to whoever agreed to the one before", async () => {
  renderOptions(
    {},
    { ...connectedSettings, consent: { version: consentVersion - 1, at: "2026-11-01T10:00:00Z" } },
  )
  const card = within(await screen.findByRole("region", { name: "Before anything is read" }))
  expect(card.getByRole("status")).toHaveTextContent("This text has changed")
})

it("withdraws after a question that asks about the data", async () => {
  const { user, worker } = renderOptions({ "consent.withdraw": () => ({}) }, connectedSettings)
  await user.click(await screen.findByRole("button", { name: "Withdraw your agreement" }))
  const dialog = within(screen.getByRole("dialog", { name: "Withdraw your agreement?" }))
  await user.click(dialog.getByRole("button", { name: "Withdraw and delete the data" }))
  expect(worker.asked).toContainEqual(
    expect.objectContaining({ m: "consent.withdraw", p: { deleteData: true } }),
  )
})

it("offers no way back from an administrator's agreement", async () => {
  renderOptions({}, { ...connectedSettings, locked: ["consent"] })
  expect(await screen.findByText(/Your administrator agreed for your company/)).toBeVisible()
  expect(screen.queryByRole("button", { name: "Withdraw your agreement" })).toBeNull()
})
