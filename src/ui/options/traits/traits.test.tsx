import { screen, within } from "@testing-library/react"
import { expect, it, vi } from "vitest"

import { renderOptions } from "../testing/render"
import { connectedSettings, traitMap } from "../testing/samples"

const traits = async () => within(await screen.findByRole("region", { name: "Trait mapping" }))

it("shows each fact with its field, samples and how many are filled", async () => {
  const { user } = renderOptions({}, connectedSettings)
  const section = await traits()
  const row = within(await section.findByRole("row", { name: /MAU \/ seats/ }))
  expect(row.getByRole("combobox", { name: "Field for MAU / seats" })).toHaveValue("vitally.custom.mauSeats")
  expect(row.getByText("0.62 · 0.81")).toBeInTheDocument()
  expect(row.getByText("9,700 of 10,000")).toBeInTheDocument()
  expect(section.getByText("1 of 2 facts have values.")).toBeInTheDocument()
  await user.click(section.getByRole("checkbox", { name: "Only facts without values" }))
  expect(section.queryByRole("row", { name: /MAU/ })).toBeNull()
})

it("maps a fact by hand, switches one off, and goes back to what was found", async () => {
  const set = vi.fn(() => ({}))
  const rows = traitMap.rows.map((row) =>
    row.fact === "mauOverSeats" ? { ...row, how: "hand" as const } : row,
  )
  const { user } = renderOptions(
    { "traits.get": () => ({ ...traitMap, rows }), "traits.set": set },
    connectedSettings,
  )
  const section = await traits()
  await user.selectOptions(await section.findByRole("combobox", { name: "Field for Seats" }), "sfdc.Seats__c")
  expect(set).toHaveBeenLastCalledWith({ fact: "seats", traitKey: "sfdc.Seats__c" })
  const mau = section.getByRole("combobox", { name: "Field for MAU / seats" })
  await user.selectOptions(mau, "Not mapped")
  expect(set).toHaveBeenLastCalledWith({ fact: "mauOverSeats", traitKey: "" })
  await user.selectOptions(mau, "Back to what was found")
  expect(set).toHaveBeenLastCalledWith({ fact: "mauOverSeats", traitKey: null })
})
