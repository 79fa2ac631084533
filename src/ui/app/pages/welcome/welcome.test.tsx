import { render, screen, waitFor, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"
import axe from "axe-core"
import { expect, it, vi } from "vitest"

import type { Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { defaultPolicy } from "~src/domain/policy/presets"
import {
  admins,
  connectedSettings,
  connectedStatus,
  freshSettings,
  idleStatus,
  policyViewOf,
} from "~src/ui/options/testing/samples"
import { fakeWorker, type Handlers } from "~test/fakes/worker"

import { App } from "../../App"

const counts = {
  presets: [
    { id: "default", name: "Default", tiers: [{ name: "Strategic", count: 4 }], unknown: 0, matchesCrm: 0 },
    {
      id: "teams-2024",
      name: "Teams 2024",
      tiers: [{ name: "SMB", count: 900 }],
      unknown: 2,
      matchesCrm: 0.9,
    },
  ],
  best: "teams-2024",
}

function show(handlers: Handlers = {}, settings: Settings = freshSettings, status: Status = idleStatus) {
  const state = { settings, status }
  const worker = fakeWorker({
    "settings.get": () => state.settings,
    "settings.set": ({ patch }) => {
      state.settings = { ...state.settings, ...(patch as Partial<Settings>) }
      return state.settings
    },
    "status.get": () => state.status,
    "vitally.admins": () => ({ admins, roles: [] }),
    "policy.get": () => policyViewOf(defaultPolicy),
    "policy.counts": () => counts,
    ...handlers,
  })
  location.hash = "welcome"
  render(<App />)
  return { user: userEvent.setup(), worker, state }
}

it("goes from connecting over who I am to the first sync", async () => {
  const { user, state, worker } = show({
    "vitally.connect": () => {
      state.settings = { ...connectedSettings, me: null }
      return { connected: true, admins }
    },
    "me.set": () => {
      state.settings = connectedSettings
      state.status = connectedStatus
      return {}
    },
  })
  expect(await screen.findByText("Connect Vitally first.")).toBeInTheDocument()
  await user.type(screen.getByRole("textbox", { name: "Subdomain" }), "acme")
  await user.type(screen.getByRole("textbox", { name: "API key" }), "sk_live_x")
  await user.click(screen.getByRole("button", { name: "Connect" }))
  expect(await screen.findByText("Connected to acme.")).toBeInTheDocument()
  expect(screen.queryByRole("textbox", { name: "API key" })).toBeNull()
  await waitFor(() => expect(screen.getByRole("combobox", { name: "I am" })).toHaveFocus())
  await user.selectOptions(await screen.findByRole("combobox", { name: "I am" }), "a-1")
  expect(await screen.findByText("You are Ada Moss.")).toBeInTheDocument()
  worker.broadcast(["status"])
  expect(await screen.findByRole("progressbar", { name: "First sync" })).toBeInTheDocument()
})

it("preselects the scheme that speaks the CRM's language, and uses it on request only", async () => {
  const reset = vi.fn(() => ({ saved: true, view: policyViewOf(defaultPolicy) }))
  const { user } = show({ "policy.reset": reset }, connectedSettings, connectedStatus)
  const choice = within(await screen.findByRole("group", { name: "Tier scheme" }))
  expect(choice.getByRole("radio", { name: /Teams 2024/ })).toBeChecked()
  expect(choice.getByText("SMB 900; tier not known 2.")).toBeInTheDocument()
  expect(reset).not.toHaveBeenCalled()
  await user.click(screen.getByRole("button", { name: "Use this scheme" }))
  expect(reset).toHaveBeenCalledWith({ preset: "teams-2024" })
  await user.click(choice.getByRole("radio", { name: /Default/ }))
  expect(screen.getByText("In use.")).toBeInTheDocument()
})

it("counts the tiers for the first customers and once more for all, not while they come", async () => {
  const counted = vi.fn(() => counts)
  const { state, worker } = show({ "policy.counts": counted }, connectedSettings, connectedStatus)
  expect(await screen.findByText(/^Counted over the customers read so far\./)).toBeInTheDocument()
  const before = counted.mock.calls.length
  const { sync } = connectedStatus
  state.status = {
    ...connectedStatus,
    sync: { ...sync, accounts: 9_600, text: "9,600 of about 10,000 accounts" },
  }
  worker.broadcast(["status"])
  expect(await screen.findByText(/9,600 of about 10,000/)).toBeInTheDocument()
  expect(counted).toHaveBeenCalledTimes(before)
  state.status = { ...connectedStatus, sync: { ...sync, lastOkAt: "2026-11-23T09:00:00.000Z" } }
  worker.broadcast(["status"])
  await waitFor(() => expect(counted).toHaveBeenCalledTimes(before + 1))
  expect(screen.queryByText(/so far/)).toBeNull()
})

it("can be skipped", async () => {
  const { user, state } = show()
  await user.click(await screen.findByRole("button", { name: "Skip for now" }))
  await waitFor(() => expect(state.settings.firstRunDone).toBe(true))
  expect(await screen.findByText("All set. You can close this page.")).toBeInTheDocument()
})

it("opens the book and the settings", async () => {
  const open = vi.fn(() => ({}))
  const { user } = show({ "open.page": open }, connectedSettings)
  await user.click(await screen.findByRole("button", { name: "Open my book of business" }))
  expect(open).toHaveBeenLastCalledWith({ page: "book" })
  await user.click(screen.getByRole("button", { name: "Open the settings" }))
  expect(open).toHaveBeenLastCalledWith({ page: "options" })
})

it("has no accessibility violations", async () => {
  show({}, connectedSettings, connectedStatus)
  await screen.findByRole("group", { name: "Tier scheme" })
  const found = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
