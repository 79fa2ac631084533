/** "Mend it": what Salesforce refused is shown in the org's own words, changed in place and sent again. */
import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { Fault } from "~src/messaging/contract"
import { region, renderPanel } from "~test/fakes/render-panel"
import { accountState, outboxItem } from "~test/fixtures/panel/account-view"

const fault: Fault = {
  code: "refused",
  title: "Salesforce refused this.",
  detail: "Salesforce says: “Please say which team called.”",
  mend: [
    {
      name: "Team__c",
      label: "Team",
      values: [
        { value: "field", label: "Field" },
        { value: "digital", label: "Digital" },
      ],
    },
    { name: "Ref__c", label: "Reference" },
  ],
}
const item = outboxItem({
  state: "refused",
  target: "salesforce",
  tries: 1,
  fault,
  mendable: { subject: "Call", note: "About seats" },
})
const render = (outbox = [item], answer: () => object = () => ({})) =>
  renderPanel(accountState({ outbox }), { handlers: { "outbox.mend": answer } })

it("shows the org's sentence, opens by itself where the org asks for fields, and sends words and answers", async () => {
  const { user, asked } = render()
  const contact = await region("Last contact")
  expect(contact.getByRole("alert")).toHaveTextContent("Please say which team called.")
  const subject = contact.getByRole("textbox", { name: "Subject" })
  await user.clear(subject)
  await user.type(subject, " Call with Ada ")
  await user.selectOptions(contact.getByRole("combobox", { name: "Team" }), "Digital")
  await user.type(contact.getByRole("textbox", { name: "Reference" }), "R-7")
  await user.click(contact.getByRole("button", { name: "Send again" }))
  expect(asked("outbox.mend")).toEqual([
    {
      id: item.id,
      subject: "Call with Ada",
      note: "About seats",
      fields: { Team__c: "digital", Ref__c: "R-7" },
    },
  ])
})

it("sends nothing while a field that the org asks for is empty", async () => {
  const { user, asked } = render()
  const contact = await region("Last contact")
  await user.click(contact.getByRole("button", { name: "Send again" }))
  expect(contact.getByRole("combobox", { name: "Team" })).toBeInvalid()
  expect(asked("outbox.mend")).toEqual([])
})

it("keeps what was changed where it is refused, and says why", async () => {
  const { user } = render([{ ...item, fault: { ...fault, mend: [] } }], () => {
    throw new WorkerFault({ code: "refused", title: "This write is on its way.", detail: "Wait." })
  })
  const contact = await region("Last contact")
  await user.click(contact.getByText("Mend it"))
  await user.type(contact.getByRole("textbox", { name: "Note" }), " and dates")
  await user.click(contact.getByRole("button", { name: "Send again" }))
  expect(await screen.findByText(/This write is on its way/)).toBeVisible()
  expect(contact.getByRole("textbox", { name: "Note" })).toHaveValue("About seats and dates")
})

it("takes changes back with Discard beside the form, and again with Undo", async () => {
  const { user } = render()
  const contact = await region("Last contact")
  await user.type(contact.getByRole("textbox", { name: "Note" }), " and dates")
  const form = within(contact.getByRole("textbox", { name: "Note" }).closest("form")!)
  await user.click(form.getByRole("button", { name: "Discard" }))
  expect(contact.getByRole("textbox", { name: "Note" })).toHaveValue("About seats")
  await user.click(screen.getByRole("button", { name: "Undo" }))
  await waitFor(() =>
    expect(contact.getByRole("textbox", { name: "Note" })).toHaveValue("About seats and dates"),
  )
})

it("offers nothing to mend for what Vitally refused", async () => {
  const { mendable, ...vitally } = item
  expect(mendable).toBeDefined()
  render([{ ...vitally, target: "vitally" }])
  const contact = await region("Last contact")
  expect(contact.getByRole("alert")).toBeVisible()
  expect(contact.queryByText("Mend it")).toBeNull()
})

it("has no axe violations", async () => {
  render()
  await region("Last contact")
  const { violations } = await axe.run(screen.getByRole("region", { name: "Last contact" }), {
    rules: { "color-contrast": { enabled: false } },
  })
  expect(violations).toEqual([])
})
