import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it, vi } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"

import { openPolicy } from "../testing/open-policy"
import { renderOptions } from "../testing/render"
import { connectedSettings, policyViewOf } from "../testing/samples"

it("chooses a formula by stage, segment and trait", async () => {
  const { user, section, save, saved } = openPolicy("Health")
  const policy = await section()
  await user.click(policy.getByRole("button", { name: "Add a rule" }))
  const rule = within(policy.getByRole("group", { name: "Rule 1" }))
  const use = rule.getByRole("combobox", { name: "Use" })
  await waitFor(() => expect(use).toHaveFocus())
  await user.selectOptions(use, "November 2022")
  await user.clear(rule.getByRole("textbox", { name: "In the stages" }))
  await user.type(rule.getByRole("textbox", { name: "In the CRM segments" }), "Strategic, Enterprise")
  await user.selectOptions(rule.getByRole("combobox", { name: "Where the trait" }), "TA sentiment")
  await user.selectOptions(rule.getByRole("combobox", { name: "is" }), "Poor")
  await user.selectOptions(rule.getByRole("combobox", { name: "Where the trait" }), "Active champion")
  await user.selectOptions(rule.getByRole("combobox", { name: "is" }), "no")
  // A formula that a rule uses can't go.
  expect(policy.getByRole("button", { name: "Remove the formula November 2022" })).toBeDisabled()
  await save()
  await saved(
    ({ health }) => health.rules,
    [
      {
        formula: "2022",
        segments: ["Strategic", "Enterprise"],
        trait: { key: "activeChampion", equals: false },
      },
    ],
  )
  await user.click(policy.getByRole("button", { name: "Remove rule 1" }))
  await waitFor(() => expect(policy.getByRole("button", { name: "Add a rule" })).toHaveFocus())
})

it("adds a formula, adds its weights up while they are typed, and makes it the first", async () => {
  const { user, section, save, saved } = openPolicy("Health")
  const policy = await section()
  const up = () => policy.getByRole("button", { name: "Move New formula up" })
  await user.click(policy.getByRole("button", { name: "Add a formula" }))
  const technical = policy.getByRole("textbox", { name: "New formula: Technical" })
  await user.clear(technical)
  await user.type(technical, "25")
  expect(policy.getByRole("cell", { name: "110%: must be 100%" })).toBeInTheDocument()
  await save()
  await waitFor(() => expect(technical).toHaveAccessibleDescription(/sum to 1\.1/))
  await user.clear(policy.getByRole("textbox", { name: "New formula: Relationships" }))
  await user.type(policy.getByRole("textbox", { name: "New formula: Relationships" }), "15")
  for (let at = 3; at > 0; at -= 1) await user.click(up())
  expect(up()).toBeDisabled()
  await save()
  await saved(({ health }) => health.formulas[0], {
    key: "own-4",
    label: "New formula",
    source: "",
    weights: { sentiment: 0.05, technical: 0.25, relationships: 0.15, utilization: 0.55 },
  })
})

it("edits the messages that Vitally sends, and says what is missing", async () => {
  const { user, section, save, saved } = openPolicy("Messages that Vitally sends")
  const policy = await section()
  await user.click(policy.getByRole("button", { name: "Add a message" }))
  const place = defaultPolicy.digital.touchpoints.length + 1
  const message = within(policy.getByRole("group", { name: `Message ${place}: no name yet` }))
  const what = message.getByRole("textbox", { name: "What is sent" })
  await waitFor(() => expect(what).toHaveFocus())
  await save()
  await waitFor(() => expect(what).toHaveAccessibleDescription("A message needs a name."))
  await user.type(what, "Half-year recap")
  const again = within(policy.getByRole("group", { name: `Message ${place}: Half-year recap` }))
  await user.clear(again.getByRole("textbox", { name: "Due" }))
  await user.type(again.getByRole("textbox", { name: "Due" }), "180")
  await user.type(again.getByRole("textbox", { name: "Only where behind by" }), "2")
  await user.click(again.getByRole("checkbox", { name: /^Every month/ }))
  await save()
  await saved(({ digital }) => digital.touchpoints.at(-1), {
    key: `own-${place}`,
    label: "Half-year recap",
    day: 180,
    roles: ["Instance Admin"],
    versionsBehindFrom: 2,
    everyMonth: true,
  })
})

it("says which words of the workspace are read as no data, and takes a word for one meaning only", async () => {
  const { user, section, save, saved } = openPolicy(null)
  const traits = await section("Trait mapping")
  expect(await traits.findByText(/TA sentiment: “So-so” is in no list/)).toBeInTheDocument()
  expect(traits.getByText(/Active Slack: “aktiv” is in no list/)).toBeInTheDocument()
  await user.type(traits.getByRole("textbox", { name: "Read as yes" }), ", Aktiv")
  expect(traits.queryByText(/Active Slack/, { selector: "li" })).toBeNull()
  await user.type(traits.getByRole("textbox", { name: "Read as Concerning" }), ", so-so, Poor")
  const poor = traits.getByRole("textbox", { name: "Read as Poor" })
  await save()
  await waitFor(() => expect(poor).toHaveAccessibleDescription('"poor" is listed under concerning too.'))
  await user.type(traits.getByRole("textbox", { name: "Read as Concerning" }), "{Backspace>6}")
  await save()
  await saved(
    ({ mapping }) => [mapping.sentimentWords.concerning.at(-1), mapping.booleanWords.yes.at(-1)],
    ["so-so", "Aktiv"],
  )
})

it("changes the working days, and keeps at least one", async () => {
  const { user, section, save, saved, state } = openPolicy("Contact")
  const days = within((await section()).getByRole("group", { name: "Working days" }))
  await user.click(days.getByRole("checkbox", { name: "Fri" }))
  await user.click(days.getByRole("checkbox", { name: "Sun" }))
  await save()
  await saved(({ workingDays }) => workingDays, [1, 2, 3, 4, 7])
  for (const name of ["Mon", "Tue", "Wed", "Thu", "Sun"])
    await user.click(days.getByRole("checkbox", { name }))
  await save()
  expect(await days.findByText("A week needs at least one working day.")).toBeInTheDocument()
  expect(state.policy.workingDays).toHaveLength(5)
})

it("keeps time zone and background share, and refuses a share that starves or floods", async () => {
  const { user, section, worker } = openPolicy(null)
  const reading = await section("Time and reading")
  await user.selectOptions(reading.getByRole("combobox", { name: "Time zone" }), "Asia/Tokyo")
  const share = reading.getByRole("textbox", { name: "Background reading may use" })
  expect(share).toHaveValue("30")
  const patches = () => worker.asked.filter(({ m }) => m === "settings.set").map(({ p }) => p)
  for (const wrong of ["2", "101", "half", ""]) {
    await user.clear(share)
    if (wrong) await user.type(share, wrong)
    await user.tab()
    expect(share).toHaveAccessibleDescription(/from 5% to 100% is needed/)
  }
  expect(patches()).toEqual([{ patch: { timeZone: "Asia/Tokyo" } }])
  await user.clear(share)
  await user.type(share, "50 %")
  await user.tab()
  await waitFor(() => expect(patches()[1]).toEqual({ patch: { sync: { backgroundShare: 0.5 } } }))
  expect(share).toHaveValue("50")
  expect(reading.getByRole("combobox", { name: "Time zone" })).toHaveValue("Asia/Tokyo")
})

it("says where the digest's hour falls into quiet hours", async () => {
  const settings = structuredClone(connectedSettings)
  Object.assign(settings.reminders, { digest: true, digestAt: "20:00" })
  const { section } = openPolicy(null, settings)
  const reminders = await section("Reminders")
  expect(reminders.getByLabelText("Digest at")).toHaveAccessibleDescription(/at their end, 08:00/)
})

it("has no accessibility violations with every form open", async () => {
  vi.setConfig({ testTimeout: 30_000 })
  const { user, section } = openPolicy(null)
  const policy = await section()
  for (const form of ["Health", "Messages that Vitally sends", "Contact"])
    await user.click(await policy.findByText(form, { selector: "summary, summary *" }))
  await user.click(policy.getByRole("button", { name: "Add a rule" }))
  const found = await axe.run(screen.getByRole("region", { name: "Policy" }), {
    rules: { "color-contrast": { enabled: false } },
  })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})

it("says on top which of the administrator's entries were left out, and why", async () => {
  const leftOut = [{ path: "region", reason: "This must be us or eu." }]
  renderOptions({ "policy.get": () => policyViewOf(defaultPolicy, { locked: false, leftOut }) })
  const alert = await screen.findByRole("alert")
  expect(alert).toHaveTextContent(
    /an entry that cannot be used.*left out; the others are in force.*region This must be us/,
  )
})
