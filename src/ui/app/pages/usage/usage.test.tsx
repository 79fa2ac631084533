import { render, screen, waitFor } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { beforeEach, expect, it, vi } from "vitest"

import type { UsageRow } from "~src/domain/usage/read-row"
import { freshSettings, idleStatus } from "~src/ui/options/testing/samples"
import { fakeWorker } from "~test/fakes/worker"

import { App } from "../../App"

const file = (text: string, name = "usage.csv") => new File([text], name, { type: "text/csv" })
const sent: UsageRow[] = []

beforeEach(() => {
  location.hash = "usage"
  sent.length = 0
})

function show() {
  const undo = vi.fn(() => ({ customers: 1 }))
  fakeWorker({
    "settings.get": () => freshSettings,
    "status.get": () => idleStatus,
    "usage.imports": () => ({
      columns: {},
      imports: [{ id: "i0", name: "old.csv", at: "2026-11-20T10:00:00Z", rows: 12, customers: 3 }],
    }),
    "usage.add": ({ rows }) => {
      sent.push(...rows)
      return { stored: rows.length - 1, unmatched: { Umbrella: 1 } }
    },
    "usage.undo": undo,
  })
  render(<App />)
  return { undo }
}

it("takes a file in: columns by name, bad rows by line, unknown names to link", async () => {
  show()
  const input = await screen.findByLabelText("Choose a file")
  await userEvent.upload(
    input,
    file(
      'Account,Week,MAU,Seats\nGlobex,2026-11-16,"1,200",2000\nUmbrella,2026-11-16,5,10\nX,16/11/2026,5,10\n',
    ),
  )
  expect(await screen.findByLabelText("Customer (id or name)")).toHaveValue("Account")
  expect(screen.getByLabelText("Monthly users")).toHaveValue("MAU")
  await userEvent.click(screen.getByRole("button", { name: "Import" }))
  expect(await screen.findByText(/1 row imported; 1 names matched no customer/)).toBeInTheDocument()
  expect(screen.getByText("1 row could not be read and were left out.")).toBeInTheDocument()
  expect(screen.getByText("Line 4: it has no date of the form 2026-11-23.")).toBeInTheDocument()
  expect(screen.getByRole("button", { name: "Link Umbrella" })).toBeInTheDocument()
  expect(sent).toEqual([
    { account: "Globex", day: { on: "2026-11-16", mau: 1200, seats: 2000 } },
    { account: "Umbrella", day: { on: "2026-11-16", mau: 5, seats: 10 } },
  ])
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})

it("says what is missing before it imports, and what a file is not", async () => {
  show()
  await userEvent.upload(await screen.findByLabelText("Choose a file"), file("Colour,Shape\nred,round\n"))
  expect(await screen.findByText("Say which column names the customer.")).toBeInTheDocument()
  expect(screen.getByRole("button", { name: "Import" })).toBeDisabled()
  await userEvent.upload(screen.getByLabelText("Choose another file"), file("{}", "usage.json"))
  expect(await screen.findByRole("alert")).toHaveTextContent("This JSON holds no list of rows.")
})

it("takes an import back", async () => {
  const { undo } = show()
  await userEvent.click(await screen.findByRole("button", { name: "Undo old.csv" }))
  await waitFor(() => expect(undo).toHaveBeenCalled())
  expect(await screen.findByText(/The import was taken back/)).toBeInTheDocument()
})
