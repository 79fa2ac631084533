import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { Fault } from "~src/messaging/contract"

import { renderOptions } from "../testing/render"
import { connectedSettings, freshSettings } from "../testing/samples"

const section = async (name: string) => within(await screen.findByRole("region", { name }))

it("saves theme, density, panel mode and keys at once", async () => {
  const { user, state } = renderOptions()
  const appearance = await section("Appearance")
  await user.click(appearance.getByRole("radio", { name: "Dark" }))
  expect(document.documentElement.dataset.theme).toBe("dark")
  await user.click(appearance.getByRole("radio", { name: "Comfortable" }))
  await user.click(appearance.getByRole("radio", { name: "In the browser's side panel" }))
  await user.click(appearance.getByRole("checkbox", { name: "Single-letter keys in the panel" }))
  await waitFor(() =>
    expect(state.settings).toMatchObject({
      appearance: { theme: "dark", density: "comfortable" },
      panel: { mode: "browser", keys: true },
    }),
  )
})

it("orders and hides the panel's sections by keyboard", async () => {
  const { user, state } = renderOptions()
  const appearance = await section("Appearance")
  expect(state.settings.panel.order.slice(0, 2)).toEqual(["actions", "health"])
  appearance.getByRole("button", { name: "Move Health up" }).focus()
  await user.keyboard("{Enter}")
  await user.click(appearance.getByRole("checkbox", { name: "Key contacts" }))
  await waitFor(() => expect(state.settings.panel.order.slice(0, 2)).toEqual(["health", "actions"]))
  expect(state.settings.panel.hidden).toEqual(["contacts"])
  expect(appearance.getByRole("button", { name: "Move Health up" })).toBeDisabled()
})

it("waits visibly, says why there is nothing, and asks again", async () => {
  let answers = false
  const { user } = renderOptions({
    "settings.get": () => {
      if (answers) return freshSettings
      throw new WorkerFault({ code: "internal", title: "Account Lens did not answer.", detail: "" })
    },
  })
  expect(screen.getByRole("status", { name: "Loading" })).toBeVisible()
  const alert = await screen.findByRole("alert")
  expect(alert).toHaveTextContent("Account Lens did not answer.")
  expect(screen.queryByRole("status", { name: "Loading" })).toBeNull()
  answers = true
  await user.click(within(alert).getByRole("button", { name: "Try again" }))
  expect(await screen.findByRole("region", { name: "Badge" })).toBeVisible()
})

it("shows a refused setting and puts the old value back", async () => {
  const fault: Fault = {
    code: "quota",
    title: "The browser's storage is full.",
    detail: "Nothing was saved.",
  }
  const { user } = renderOptions({
    "settings.set": () => {
      throw new WorkerFault(fault)
    },
  })
  const badge = await section("Badge")
  await user.click(badge.getByRole("radio", { name: "Both" }))
  expect(await badge.findByRole("alert")).toHaveTextContent("storage is full")
  await waitFor(() => expect(badge.getByRole("radio", { name: "Overdue contacts" })).toBeChecked())
})

it("locks what the administrator has set", async () => {
  renderOptions(
    {},
    { ...freshSettings, locked: ["badge.counts", "panel.mode", "reminders.digest", "sync.backgroundShare"] },
  )
  expect((await section("Badge")).getByRole("radio", { name: "Both" })).toBeDisabled()
  expect((await section("Appearance")).getByRole("radio", { name: "In the page" })).toBeDisabled()
  const share = (await section("Time and reading")).getByRole("textbox", {
    name: "Background reading may use",
  })
  expect(share).toBeDisabled()
  expect(share).toHaveAccessibleDescription(/Set by your administrator/)
  const digest = (await section("Reminders")).getByRole("checkbox", { name: "Daily digest" })
  expect(digest).toBeDisabled()
  expect(digest).toHaveAccessibleDescription(/Set by your administrator/)
})

it("keeps days off, refusing a range that ends before it starts", async () => {
  const { user, state } = renderOptions()
  const reminders = await section("Reminders")
  const first = reminders.getByLabelText("First day off")
  await user.type(first, "2026-12-24")
  await user.type(reminders.getByLabelText("Last day off"), "2026-12-21")
  await user.click(reminders.getByRole("button", { name: "Add days off" }))
  expect(first).toHaveAccessibleDescription("The last day is before the first.")
  await user.clear(first)
  await user.type(first, "2026-12-19")
  await user.click(reminders.getByRole("button", { name: "Add days off" }))
  await waitFor(() =>
    expect(state.settings.reminders.absences).toEqual([{ from: "2026-12-19", to: "2026-12-21" }]),
  )
  await user.click(reminders.getByRole("button", { name: /Remove days off Sat 19 Dec 2026 to Mon 21 Dec/ }))
  await waitFor(() => expect(state.settings.reminders.absences).toEqual([]))
})

it("offers the digest's hour once it is on", async () => {
  const { user, state } = renderOptions()
  const reminders = await section("Reminders")
  expect(reminders.queryByLabelText("Digest at")).toBeNull()
  await user.click(reminders.getByRole("checkbox", { name: "Daily digest" }))
  const at = await reminders.findByLabelText("Digest at")
  await user.clear(at)
  await user.type(at, "09:15")
  await waitFor(() => expect(state.settings.reminders.digestAt).toBe("09:15"))
})

it("covers a colleague for a while", async () => {
  const { user, state } = renderOptions({}, connectedSettings)
  const covering = await section("Covering and managing")
  await user.click(await covering.findByRole("button", { name: "Add" }))
  const who = await covering.findByRole("combobox", { name: "I cover" })
  expect(who).toHaveAccessibleDescription("Choose a colleague first.")
  await user.selectOptions(who, "Grace Hopper")
  await user.type(covering.getByLabelText("First day"), "2026-12-01")
  await user.type(covering.getByLabelText("Last day"), "2026-12-05")
  await user.click(covering.getByRole("button", { name: "Add" }))
  await waitFor(() =>
    expect(state.settings.covering).toEqual([
      { adminId: "a-2", name: "Grace Hopper", from: "2026-12-01", to: "2026-12-05" },
    ]),
  )
  await user.click(covering.getByRole("button", { name: "Stop covering Grace Hopper" }))
  await waitFor(() => expect(state.settings.covering).toEqual([]))
})

it("lists and removes links made by hand", async () => {
  const ref = {
    site: "salesforce" as const,
    host: "acme.lightning.force.com",
    key: "salesforce:1",
    apiHost: "acme.my.salesforce.com",
    object: "Account" as const,
    id18: "0015e00000AbCdEAAV",
  }
  const remove = vi.fn(() => ({}))
  const { user } = renderOptions({
    "link.list": () => [{ ref, accountId: "v1", accountName: "Globex", at: "2026-11-01T00:00:00Z" }],
    "link.remove": remove,
  })
  const links = await section("Links by hand")
  await user.click(
    await links.findByRole("button", { name: /Remove the link from .*0015e00000AbCdEAAV.* to Globex/ }),
  )
  expect(remove).toHaveBeenCalledWith({ ref })
})

it("shows what is stored and asks before deleting", async () => {
  const clear = vi.fn(() => ({}))
  const { user } = renderOptions({ "data.clear": clear })
  const data = await section("Data")
  expect(await data.findByText(/48 MB in all/)).toBeInTheDocument()
  expect(data.getByRole("row", { name: "Accounts 10,000" })).toBeInTheDocument()
  await user.click(data.getByRole("button", { name: "Delete everything" }))
  expect(clear).not.toHaveBeenCalled()
  await user.click(
    within(screen.getByRole("dialog", { name: "Delete everything?" })).getByRole("button", {
      name: "Delete everything",
    }),
  )
  expect(clear).toHaveBeenCalledWith({ what: "everything" })
})

it("shows the log, to copy", async () => {
  const { user } = renderOptions(
    { "diagnostics.get": () => ({ text: "2026-11-23T10:00:00Z sync.page count=100" }) },
    connectedSettings,
  )
  const log = await section("Diagnostics")
  await user.click(log.getByRole("button", { name: "Show the log" }))
  expect(await log.findByRole("region", { name: "Diagnostic log" })).toHaveTextContent("sync.page count=100")
  await user.click(log.getByRole("button", { name: "Copy for support" }))
  expect(await navigator.clipboard.readText()).toContain("sync.page")
})

it("has no accessibility violations", async () => {
  renderOptions({}, connectedSettings)
  await (await section("Covering and managing")).findByRole("combobox", { name: "I cover" })
  await (await section("Data")).findByRole("table")
  const found = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
