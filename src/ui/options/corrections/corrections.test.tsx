import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it } from "vitest"

import type { CorrectionView } from "~src/messaging/views/options"
import { openPolicy } from "../testing/open-policy"

const name = "What counts as contact"
const about = { on: "2026-11-20", channel: "email", saidAt: "2026-11-23T10:00:00Z" } as const
const corrections: CorrectionView[] = [
  {
    accountId: "g",
    accountName: "Globex",
    touchId: "message:g:1",
    said: "not-contact",
    about: { ...about, who: "Alerts", email: "alerts@tools.example", subject: "Weekly report" },
  },
  {
    accountId: "i",
    accountName: "Initech",
    touchId: "message:i:1",
    said: "no-answer",
    about: { ...about, who: "Jon Ek", subject: "Seats" },
  },
]

function open() {
  const rendered = openPolicy(null)
  let listed = corrections
  const { handlers } = rendered.worker
  handlers["evidence.list"] = () => ({ corrections: listed })
  handlers["evidence.preview"] = ({ text }) => ({ touches: text.includes("@") ? 1 : 14, customers: 5 })
  handlers["evidence.correct"] = ({ touchId }) => {
    listed = listed.filter((one) => one.touchId !== touchId)
    return {}
  }
  handlers["evidence.noAnswer"] = handlers["evidence.correct"] as never
  const asked = (method: string) => rendered.worker.asked.filter(({ m }) => m === method).map(({ p }) => p)
  return { ...rendered, asked }
}

it("lists what was said and takes it back", async () => {
  const { user, section, asked } = open()
  const region = await section(name)
  const row = await region.findByText(/Weekly report/)
  expect(row.closest("li")).toHaveTextContent(
    "Globex: Alerts, Email, “Weekly report”, Fri 20 Nov, was not contact",
  )
  await user.click(region.getByRole("button", { name: "Undo: Alerts, Email, “Weekly report”" }))
  await user.click(region.getByRole("button", { name: "Undo: Jon Ek, Email, “Seats”" }))
  expect(asked("evidence.correct")).toEqual([{ accountId: "g", touchId: "message:g:1", said: null }])
  expect(asked("evidence.noAnswer")).toEqual([{ accountId: "i", touchId: "message:i:1", needed: true }])
  expect(await region.findByText(/You corrected nothing yet/)).toBeInTheDocument()
})

it("makes a rule of a correction, says what it changes, and saves it with the policy", async () => {
  const { user, section, save, saved } = open()
  const region = await section(name)
  await user.click(await region.findByRole("button", { name: /^Make a rule of Alerts/ }))
  const rule = within(region.getByRole("group", { name: "Rule 1: alerts@tools.example" }))
  expect(await rule.findByText("Changes 1 touch of 5 customers.")).toBeInTheDocument()
  await user.selectOptions(rule.getByRole("combobox", { name: "Looks at" }), "Sender’s domain")
  const text = rule.getByRole("textbox", { name: "Text" })
  await user.clear(text)
  await user.paste("tools.example")
  const named = within(region.getByRole("group", { name: "Rule 1: tools.example" }))
  expect(await named.findByText("Changes 14 touches of 5 customers.")).toBeInTheDocument()
  const found = await axe.run(screen.getByRole("region", { name }), {
    rules: { "color-contrast": { enabled: false } },
  })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await save()
  await saved(
    ({ contact }) => contact.evidence?.rules,
    [{ match: "domain", text: "tools.example", counts: false }],
  )
  // In force, it changes nothing more.
  await waitFor(() => expect(named.queryByText(/Changes/)).toBeNull())
})

it("says that nothing was corrected yet", async () => {
  const region = await openPolicy(null).section(name)
  expect(await region.findByText(/You corrected nothing yet/)).toBeInTheDocument()
})
