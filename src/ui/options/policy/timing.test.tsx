import { waitFor, within } from "@testing-library/react"
import { expect, it } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"

import { openPolicy } from "../testing/open-policy"

it("adds a rhythm that has a name for those who hear it, and asks only for what its unit needs", async () => {
  const { user, section, save, saved } = openPolicy("Rhythms")
  const policy = await section()
  await user.click(policy.getByRole("button", { name: "Add a rhythm" }))
  const place = defaultPolicy.cadences.length + 1
  const fresh = within(policy.getByRole("group", { name: `Rhythm ${place}: no name yet` }))
  const what = fresh.getByRole("textbox", { name: "What" })
  await waitFor(() => expect(what).toHaveFocus())
  expect(fresh.getByRole("button", { name: "Remove this rhythm" })).toBeInTheDocument()
  await user.type(what, "Adoption recap")
  const rhythm = within(policy.getByRole("group", { name: `Rhythm ${place}: Adoption recap` }))
  await user.type(rhythm.getByRole("textbox", { name: "In words" }), "second week of the month")
  expect(rhythm.getByRole("textbox", { name: "Every" })).toHaveValue("30")
  await user.selectOptions(rhythm.getByRole("combobox", { name: "Due" }), "in a week of the month")
  expect(rhythm.queryByRole("textbox", { name: "Every" })).toBeNull()
  const week = rhythm.getByRole("textbox", { name: "Week" })
  await user.clear(week)
  await user.type(week, "2")
  await user.click(rhythm.getByRole("checkbox", { name: "Owed to the customer" }))
  await user.type(
    rhythm.getByRole("textbox", { name: "Done when a task or project is called" }),
    "recap, adoption",
  )
  await save()
  await saved(({ cadences }) => cadences.at(-1), {
    key: `own-${place}`,
    label: "Adoption recap",
    rhythm: "second week of the month",
    due: { unit: "week-of-month", week: 2 },
    owed: false,
    evidence: { names: ["recap", "adoption"] },
  })
})

it("sets when a renewal is due and whose date counts", async () => {
  const { user, section, save, saved } = openPolicy("Renewal and lifecycle")
  const policy = await section()
  const early = policy.getByRole("textbox", { name: /^Early window opens/ })
  await user.clear(early)
  await user.type(early, "10")
  await save()
  await waitFor(() => expect(early).toHaveAccessibleDescription(/./))
  await user.clear(early)
  await user.type(early, "180")
  await user.selectOptions(policy.getByRole("combobox", { name: "Renewal date from" }), "Vitally")
  await user.click(policy.getByRole("checkbox", { name: /weekly Yellow\/Red/ }))
  await save()
  await saved(
    ({ renewal }) => [renewal.earlyDays, renewal.officialDate, renewal.yellowRedMeeting],
    [180, "vitally", !defaultPolicy.renewal.yellowRedMeeting],
  )
})

it("sets how much is recommended, from which share on, and what playbooks are called here", async () => {
  const { user, section, save, saved } = openPolicy("Recommendations, risks and names")
  const policy = await section()
  const fill = async (name: RegExp, value: string) => {
    const field = policy.getByRole("textbox", { name })
    await user.clear(field)
    await user.type(field, value)
  }
  await fill(/^Recommendations shown first/, "5")
  await fill(/^Expansion cue from seats used/, "95")
  await fill(/^Silent for/, "45")
  await fill(/^Success plan/, "Joint plan")
  await save()
  await saved(
    ({ scenarios, risks, names }) => [
      scenarios.shown,
      scenarios.expansionFrom,
      risks.silentDays,
      names.successPlan,
    ],
    [5, 0.95, 45, "Joint plan"],
  )
})
