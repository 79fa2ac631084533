import { screen, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it, test, vi } from "vitest"

import type { Fault } from "~src/messaging/contract"

import { renderOptions } from "../testing/render"
import { connectedSettings, connectedStatus, freshSettings } from "../testing/samples"

const vitally = async () => within(await screen.findByRole("group", { name: "Vitally" }))

it("says what trouble means, what to do, and when the service last answered", async () => {
  const fault: Fault = {
    code: "auth",
    title: "Vitally no longer accepts the API key.",
    detail: "Nothing new is read, and writes wait.",
    next: "Enter another key.",
  }
  const okAt = new Date(Date.now() - 3 * 3_600_000).toISOString()
  const { worker } = renderOptions(
    {
      "status.get": () => ({
        ...connectedStatus,
        vitally: { ...connectedStatus.vitally, state: "needs-sign-in", text: fault.title, fault, okAt },
      }),
    },
    connectedSettings,
  )
  const group = await vitally()
  expect(await group.findByText(fault.title)).toBeVisible()
  expect(
    group.getByText("Nothing new is read, and writes wait. Enter another key. It last answered 3 h ago."),
  ).toBeVisible()
  // The quota of a service that does not answer is an old one.
  expect(group.queryByText(/requests used/)).toBeNull()
  worker.handlers["status.get"] = () => connectedStatus
  worker.broadcast(["status"])
  expect(await group.findByText(/requests used/)).toBeVisible()
})

it("connects: key checked, cleared, then asks who I am", async () => {
  const connect = vi.fn()
  const me = vi.fn()
  const { user, state } = renderOptions({
    "vitally.connect": (request) => {
      connect(request)
      state.settings = { ...connectedSettings, me: null }
      return { connected: true, admins: [] }
    },
    "me.set": (request) => {
      me(request)
      state.settings = connectedSettings
      return {}
    },
  })
  const group = await vitally()
  await user.click(group.getByRole("radio", { name: "European Union" }))
  await user.type(group.getByRole("textbox", { name: "Subdomain" }), "acme")
  const key = group.getByRole("textbox", { name: "API key" })
  expect(key).toHaveAttribute("autocomplete", "off")
  await user.type(key, "sk_live_canary")
  await user.click(group.getByRole("button", { name: "Connect" }))
  expect(connect).toHaveBeenCalledWith({ region: "eu", subdomain: "acme", apiKey: "sk_live_canary" })

  const iAm = await group.findByRole("combobox", { name: "I am" })
  expect(key).toHaveValue("")
  expect(document.body.innerHTML).not.toContain("canary")
  expect(
    within(iAm)
      .getAllByRole("option")
      .map((option) => option.textContent),
  ).toEqual(["Choose your name", "Ada Moss", "Grace Hopper"])
  await user.selectOptions(iAm, "a-1")
  expect(me).toHaveBeenCalledWith({ adminId: "a-1", role: "" })
  await user.selectOptions(
    await group.findByRole("combobox", { name: /An account is mine/ }),
    "Technical Advisor",
  )
  expect(me).toHaveBeenLastCalledWith({ adminId: "a-1", role: "Technical Advisor" })
})

it("reads region and subdomain out of a pasted address", async () => {
  const { user, worker } = renderOptions({ "vitally.connect": () => ({ connected: true, admins: [] }) })
  const group = await vitally()
  await user.click(group.getByRole("textbox", { name: "Subdomain" }))
  await user.paste("https://acme.vitally-eu.io/accounts")
  await user.tab()
  expect(group.getByRole("textbox", { name: "Subdomain" })).toHaveValue("acme")
  expect(group.getByRole("radio", { name: "European Union" })).toBeChecked()
  expect(worker.asked.some(({ m }) => m === "vitally.connect")).toBe(false)
})

it("says what is missing before asking Vitally", async () => {
  const { user, worker } = renderOptions()
  const group = await vitally()
  await user.click(group.getByRole("button", { name: "Connect" }))
  expect(group.getByRole("textbox", { name: "Subdomain" })).toHaveAccessibleDescription(/Type your workspace/)
  expect(group.getByRole("textbox", { name: "API key" })).toHaveAccessibleDescription(/Paste an API key/)
  expect(group.getByRole("textbox", { name: "Subdomain" })).toHaveFocus()
  expect(worker.asked.some(({ m }) => m === "vitally.connect")).toBe(false)
})

const faults: Fault[] = [
  { code: "auth", title: "Vitally refused the key.", detail: "It may be revoked.", next: "Make a new one." },
  { code: "not-found", title: "There is no workspace called acme.", detail: "The name is wrong." },
  { code: "network", title: "Vitally cannot be reached.", detail: "No network." },
  { code: "forbidden", title: "The key may not read accounts.", detail: "A permission is missing." },
]

test.each(faults)("shows a $code refusal as an alert and keeps what was typed", async (fault) => {
  const { user } = renderOptions({ "vitally.connect": () => ({ connected: false, fault }) })
  const group = await vitally()
  await user.type(group.getByRole("textbox", { name: "Subdomain" }), "acme")
  await user.type(group.getByRole("textbox", { name: "API key" }), "sk_live_x")
  await user.click(group.getByRole("button", { name: "Connect" }))
  const alert = await group.findByRole("alert")
  expect(alert).toHaveTextContent(fault.title)
  expect(alert).toHaveTextContent(fault.detail)
  expect(group.getByRole("textbox", { name: "API key" })).toHaveValue("sk_live_x")
  expect(group.queryByRole("combobox", { name: "I am" })).toBeNull()
})

it("shows the first sync with a number, the quota and rows set aside", async () => {
  renderOptions({ "status.get": () => connectedStatus }, connectedSettings)
  const group = await vitally()
  const bar = await group.findByRole("progressbar", { name: "First sync" })
  expect(bar).toHaveAttribute("value", "0.32")
  expect(group.getByText("32%")).toBeInTheDocument()
  expect(group.getByText("120 of 1,000 requests used this minute.")).toBeInTheDocument()
  expect(group.getByText("2 rows could not be read and were set aside.")).toBeInTheDocument()
})

test.each([
  ["Disconnect, keep the cache", false],
  ["Disconnect and delete the cache", true],
])("asks about the cache: %s", async (name, deleteCache) => {
  const disconnect = vi.fn(() => ({}))
  const { user } = renderOptions({ "vitally.disconnect": disconnect }, connectedSettings)
  const group = await vitally()
  await user.click(group.getByRole("button", { name: "Disconnect" }))
  await user.click(
    within(screen.getByRole("dialog", { name: "Disconnect Vitally?" })).getByRole("button", { name }),
  )
  expect(disconnect).toHaveBeenCalledWith({ deleteCache })
  expect(screen.queryByRole("dialog")).toBeNull()
})

it("changes nothing when disconnecting is cancelled", async () => {
  const { user, worker } = renderOptions({}, connectedSettings)
  const group = await vitally()
  await user.click(group.getByRole("button", { name: "Disconnect" }))
  await user.click(screen.getByRole("button", { name: "Cancel" }))
  expect(screen.queryByRole("dialog")).toBeNull()
  expect(worker.asked.some(({ m }) => m === "vitally.disconnect")).toBe(false)
})

it("says which fields the administrator has set", async () => {
  renderOptions(
    {},
    {
      ...freshSettings,
      vitally: { region: "eu", subdomain: "acme", connected: false },
      locked: ["vitally.subdomain", "vitally.region"],
    },
  )
  const group = await vitally()
  expect(group.getByRole("textbox", { name: "Subdomain" })).toBeDisabled()
  expect(group.getByRole("textbox", { name: "Subdomain" })).toHaveAccessibleDescription(/administrator/)
  expect(group.getByRole("radio", { name: "European Union" })).toBeDisabled()
  expect(group.getByRole("textbox", { name: "API key" })).toBeEnabled()
})

it("signs in to Salesforce and shows a refusal", async () => {
  const signIn = vi.fn(() => ({
    signedIn: false as const,
    fault: { code: "auth" as const, title: "Salesforce refused.", detail: "The app is not installed." },
  }))
  const { user } = renderOptions({ "salesforce.signIn": signIn })
  const group = within(await screen.findByRole("group", { name: "Salesforce" }))
  await user.click(group.getByRole("textbox", { name: "My Domain" }))
  await user.paste("https://acme.lightning.force.com/lightning/page/home")
  await user.type(group.getByRole("textbox", { name: "Client ID" }), " 3MVG9 ")
  await user.click(group.getByRole("button", { name: "Sign in" }))
  expect(signIn).toHaveBeenCalledWith({ myDomain: "acme", clientId: "3MVG9" })
  expect(await group.findByRole("alert")).toHaveTextContent("The app is not installed.")
})

it("signs in to the org that answered in place of the chosen one, once the user says that it is theirs", async () => {
  const signIn = vi.fn(({ myDomain }: { myDomain: string }) =>
    myDomain === "acme"
      ? {
          signedIn: false as const,
          fault: { code: "refused" as const, title: "Another org answered.", detail: "Nothing was stored." },
          otherDomain: "acme--uat.sandbox.my.salesforce.com",
        }
      : { signedIn: true as const, user: "Ada Moss" },
  )
  const { user } = renderOptions({ "salesforce.signIn": signIn })
  const group = within(await screen.findByRole("group", { name: "Salesforce" }))
  await user.type(group.getByRole("textbox", { name: "My Domain" }), "acme")
  await user.type(group.getByRole("textbox", { name: "Client ID" }), "3MVG9")
  await user.click(group.getByRole("button", { name: "Sign in" }))
  await user.click(
    await group.findByRole("button", { name: "Yes, sign in to acme--uat.sandbox.my.salesforce.com" }),
  )
  expect(signIn).toHaveBeenLastCalledWith({ myDomain: "acme--uat.sandbox", clientId: "3MVG9" })
  expect(await group.findByText("Signed in as Ada Moss.")).toBeInTheDocument()
  expect(group.queryByRole("button", { name: /Yes, sign in/ })).not.toBeInTheDocument()
})

it("has no accessibility violations", async () => {
  renderOptions({ "status.get": () => connectedStatus }, connectedSettings)
  await (await vitally()).findByRole("combobox", { name: "I am" })
  const found = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
