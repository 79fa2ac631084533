import { type BoundFunctions, type queries, screen, waitFor, within } from "@testing-library/react"
import type { UserEvent } from "@testing-library/user-event"
import axe from "axe-core"
import { describe, expect, it, vi } from "vitest"

import { assess } from "~src/domain/assess/assess"
import type { AccountFacts } from "~src/domain/facts"
import type { Policy } from "~src/domain/policy/policy"
import { defaultPolicy } from "~src/domain/policy/presets"
import type { SearchHit } from "~src/messaging/contract"

import { renderOptions } from "../testing/render"
import { policyViewOf } from "../testing/samples"

const clock = { now: "2026-11-23T10:00:00Z", today: "2026-11-23", timeZone: "UTC" }
const facts: AccountFacts = {
  id: "v1",
  name: "Globex",
  traits: {},
  employees: { value: 12_400, source: "vitally" },
  contactSources: [{ source: "vitally", syncedAt: clock.now }],
  touches: [
    {
      at: "2026-11-01",
      on: "2026-11-01",
      channel: "email",
      direction: "both",
      automatic: false,
      source: "vitally",
    },
  ],
}
const globex: SearchHit = { id: "v1", name: "Globex", tier: "Large Enterprise", band: "unknown", mine: true }

const policySection = async () => within(await screen.findByRole("region", { name: "Policy" }))

/** A worker that stores what it is given and previews it with the real rules. */
function policyWorker(start: Policy = defaultPolicy) {
  const state = { policy: start }
  const handlers = {
    "policy.get": () => policyViewOf(state.policy),
    "policy.set": ({ policy }: { policy: unknown }) => {
      state.policy = policy as Policy
      return { saved: true, view: policyViewOf(state.policy) }
    },
    "policy.preview": ({ policy }: { policy: unknown }) => ({
      now: assess(facts, state.policy, clock),
      then: assess(facts, policy as Policy, clock),
    }),
    search: () => ({ hits: [globex], total: 1 }),
  }
  return { state, handlers }
}

async function open(section: BoundFunctions<typeof queries>, user: UserEvent, title: string) {
  await user.click(await section.findByText(title, { selector: "summary, summary *" }))
}

describe("editing", () => {
  it("previews a change on a customer, saves it, and lists it against the preset", async () => {
    const { state, handlers } = policyWorker()
    const { user } = renderOptions(handlers)
    const policy = await policySection()
    await user.type(await policy.findByRole("textbox", { name: "Customer to look at" }), "glob")
    await user.click(await policy.findByRole("button", { name: /Globex/ }))
    expect(
      await policy.findByRole("row", { name: /Contact good, overdue on Tue 1 Dec 2026/ }),
    ).toBeInTheDocument()

    await open(policy, user, "Contact")
    const overdue = policy.getAllByRole("textbox", { name: "Overdue from day" })[0]!
    await user.clear(overdue)
    await user.type(overdue, "20")
    const row = await policy.findByRole("row", {
      name: /Contact good, overdue on Tue 1 Dec 2026.*overdue on Sat 21 Nov 2026/,
    })
    expect(row).toHaveAttribute("data-changed")
    expect(state.policy).toBe(defaultPolicy)

    await user.click(
      within(screen.getByRole("region", { name: "Unsaved policy" })).getByRole("button", {
        name: "Save the policy",
      }),
    )
    await waitFor(() => expect(state.policy.contact.base.overdueFrom).toBe(20))
    expect(await policy.findByRole("row", { name: "contact.base.overdueFrom 30 20" })).toBeInTheDocument()
    expect(screen.queryByRole("region", { name: "Unsaved policy" })).toBeNull()
    expect(overdue).toHaveFocus()

    expect(screen.getByText(/^Saved. Tiers, health/)).toBeVisible()
    await user.click(screen.getByRole("button", { name: "Undo" }))
    await waitFor(() => expect(state.policy).toEqual(defaultPolicy))
    await waitFor(() => expect(overdue).toHaveValue("30"))
  })

  it("shows a refusal beside its field, keeps what was typed, and drops the reason when it is mended", async () => {
    const { handlers } = policyWorker()
    const { user } = renderOptions({
      ...handlers,
      "policy.set": () => ({
        saved: false,
        faults: [{ path: "renewal.earlyDays", reason: "The early window must open before the formal one." }],
      }),
    })
    const policy = await policySection()
    await open(policy, user, "Renewal and lifecycle")
    const early = policy.getByRole("textbox", { name: "Early window opens" })
    await user.clear(early)
    await user.type(early, "90")
    await user.click(screen.getByRole("button", { name: "Save the policy" }))
    await waitFor(() => expect(early).toHaveAccessibleDescription(/must open before/))
    expect(screen.getByRole("alert")).toHaveTextContent("Not saved: one value cannot be used.")
    expect(early).toHaveValue("90")
    await user.type(early, "0")
    expect(early).not.toHaveAccessibleDescription()
  })

  it("keeps text that is no number in its field and says so", async () => {
    const { handlers } = policyWorker()
    const { user } = renderOptions(handlers)
    const policy = await policySection()
    await open(policy, user, "Renewal and lifecycle")
    const formal = policy.getByRole("textbox", { name: "Formal process opens" })
    await user.clear(formal)
    await user.type(formal, "soon")
    await user.tab()
    expect(formal).toHaveValue("soon")
    expect(formal).toHaveAccessibleDescription("This is no number.")
  })

  it("edits tiers: percent and money as typed, a new tier, another order; discards all of it", async () => {
    const { state, handlers } = policyWorker()
    const { user } = renderOptions(handlers)
    const policy = await policySection()
    await open(policy, user, "Tiers and teams")
    const strategic = within(policy.getByRole("group", { name: "Tier 1: Strategic" }))
    const from = strategic.getAllByRole("textbox", { name: "From" })[1]!
    expect(from).toHaveValue("1,000,000")
    await user.clear(from)
    await user.type(from, "1.5m")
    await user.click(policy.getByRole("button", { name: "Move Strategic down" }))
    expect(policy.getByRole("group", { name: "Tier 2: Strategic" })).toBeInTheDocument()
    await user.click(policy.getByRole("button", { name: "Add a tier" }))
    expect(policy.getByRole("group", { name: "Tier 5: no name yet" })).toBeInTheDocument()
    await user.click(screen.getByRole("button", { name: "Discard changes" }))
    expect(policy.getByRole("group", { name: "Tier 1: Strategic" })).toBeInTheDocument()
    expect(policy.queryByRole("group", { name: /Tier 5/ })).toBeNull()
    expect(state.policy).toBe(defaultPolicy)
  })

  it("says which opportunities are renewals, by which field, and which field of the account holds what", async () => {
    const { state, handlers } = policyWorker()
    const { user } = renderOptions(handlers)
    const policy = await policySection()
    await open(policy, user, "Salesforce")
    const type = async (name: string, words: string) => {
      const input = policy.getByRole("textbox", { name })
      await user.clear(input)
      await user.type(input, words)
    }
    await type("A renewal is one whose type says", "Prolongation, renewal")
    await type("Field that holds the type", "Deal Kind")
    await type("ARR", "Yearly Value")
    await user.click(screen.getByRole("button", { name: "Save the policy" }))
    await waitFor(() =>
      expect(state.policy.mapping).toMatchObject({
        opportunityTypes: { renewal: ["Prolongation", "renewal"], labels: ["Deal Kind"] },
        salesforceLabels: { arr: ["Yearly Value"], planUrl: ["Account Plan Link"] },
      }),
    )
  })

  it("cannot be done where an administrator sets the policy", async () => {
    const { handlers } = policyWorker()
    const { user } = renderOptions({
      ...handlers,
      "policy.get": () =>
        policyViewOf(defaultPolicy, {
          locked: true,
          fault: {
            reason: "The policy your administrator set cannot be used. The last good one stays in force.",
            faults: [{ path: "renewal.earlyDays", reason: "It must be a number." }],
          },
        }),
    })
    const policy = await policySection()
    expect(await policy.findByRole("alert")).toHaveTextContent(/last good one stays.*renewal.earlyDays/)
    await open(policy, user, "Contact")
    expect(policy.getAllByRole("textbox", { name: "Overdue from day" })[0]).toBeDisabled()
    expect(policy.queryByRole("button", { name: "Check and import" })).toBeNull()
    expect(policy.getByRole("button", { name: "Export to a file" })).toBeEnabled()
  })
})

describe("files and presets", () => {
  it("keeps text and policy where an import is refused", async () => {
    const { state, handlers } = policyWorker()
    const { user } = renderOptions({
      ...handlers,
      "policy.import": () => ({
        saved: false,
        faults: [{ path: "tiers.tiers.0.when.0.from", reason: "A number." }],
      }),
    })
    const policy = await policySection()
    await open(policy, user, "Import a policy")
    const text = policy.getByRole("textbox", { name: "Policy as text" })
    await user.click(text)
    await user.paste('{"tiers": 1}')
    await user.click(policy.getByRole("button", { name: "Check and import" }))
    expect(await policy.findByRole("alert")).toHaveTextContent(
      /Not imported. Your policy is unchanged.*tiers.tiers.0/,
    )
    expect(text).toHaveValue('{"tiers": 1}')
    expect(state.policy).toBe(defaultPolicy)
  })

  it("imports a file", async () => {
    const { handlers } = policyWorker()
    const imported = vi.fn(() => ({
      saved: true,
      view: policyViewOf(defaultPolicy),
      unused: ["contact.overdueFrom"],
    }))
    const { user } = renderOptions({ ...handlers, "policy.import": imported })
    const policy = await policySection()
    await open(policy, user, "Import a policy")
    await user.upload(
      policy.getByLabelText("Policy file"),
      new File(['{"preset":"teams-2024"}'], "policy.json", { type: "application/json" }),
    )
    await waitFor(() =>
      expect(policy.getByRole("textbox", { name: "Policy as text" })).toHaveValue('{"preset":"teams-2024"}'),
    )
    await user.click(policy.getByRole("button", { name: "Check and import" }))
    expect(imported).toHaveBeenCalledWith({ text: '{"preset":"teams-2024"}' })
    await waitFor(() => expect(policy.getByRole("textbox", { name: "Policy as text" })).toHaveValue(""))
    expect(policy.getByText(/nothing reads this key of the file: contact.overdueFrom\./)).toBeVisible()
  })

  it("asks before a preset replaces changes", async () => {
    const changed = { ...defaultPolicy, scenarios: { ...defaultPolicy.scenarios, shown: 4 } }
    const { handlers } = policyWorker(changed)
    const reset = vi.fn(() => ({ saved: true, view: policyViewOf(defaultPolicy) }))
    const { user } = renderOptions({ ...handlers, "policy.reset": reset })
    const policy = await policySection()
    await user.selectOptions(await policy.findByRole("combobox", { name: "Preset" }), "Teams 2024")
    await user.click(policy.getByRole("button", { name: "Use this preset" }))
    const dialog = within(screen.getByRole("dialog", { name: "Replace your policy?" }))
    expect(dialog.getByText(/1 change against the present preset/)).toBeInTheDocument()
    await user.click(dialog.getByRole("button", { name: "Replace it" }))
    expect(reset).toHaveBeenCalledWith({ preset: "teams-2024" })
  })

  it("counts the book's tiers only when asked", async () => {
    const { handlers } = policyWorker()
    const counts = vi.fn(() => ({
      presets: [
        {
          id: "default",
          name: "Default",
          tiers: [{ name: "Strategic", count: 1200 }],
          unknown: 3,
        },
      ],
      best: "default",
    }))
    const { user } = renderOptions({ ...handlers, "policy.counts": counts })
    const policy = await policySection()
    await policy.findByRole("combobox", { name: "Preset" })
    expect(counts).not.toHaveBeenCalled()
    await open(policy, user, "How the book falls into tiers under each preset")
    expect(await policy.findByText("Strategic 1,200; tier not known 3.")).toBeInTheDocument()
    expect(policy.getByText("fits your CRM")).toBeInTheDocument()
  })
})

it.each([
  ["Tiers and teams"],
  ["Health"],
  ["Contact"],
  ["Renewal and lifecycle"],
  ["Rhythms"],
  ["Recommendations, risks and names"],
])("has no accessibility violations with its form open: %s", async (title) => {
  const { handlers } = policyWorker()
  const { user } = renderOptions(handlers)
  const policy = await policySection()
  const before = policy.getAllByRole("textbox").length
  await open(policy, user, title)
  expect(policy.getAllByRole("textbox").length).toBeGreaterThan(before)
  const section = screen.getByRole("region", { name: "Policy" })
  const found = await axe.run(section, { rules: { "color-contrast": { enabled: false } } })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
