import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { beforeEach, expect, it, vi } from "vitest"

import type { LookerState } from "~src/messaging/views/usage"
import { askForSiteAccess } from "~src/messaging/site-access"

import { renderOptions } from "../testing/render"
import { freshSettings } from "../testing/samples"

vi.mock("~src/messaging/site-access", () => ({ askForSiteAccess: vi.fn() }))
const ask = vi.mocked(askForSiteAccess)
beforeEach(() => ask.mockReset())

const signedIn = {
  ...freshSettings,
  looker: { ui: "https://acme.cloud.looker.com", api: "", clientId: "c", source: "42", connected: true },
}

it("asks Chrome for the sites, then signs in with what was typed", async () => {
  ask.mockResolvedValue(true)
  const signIn = vi.fn(() => ({ signedIn: true as const }))
  const { user } = renderOptions({ "looker.signIn": signIn, "looker.get": () => ({}) }, freshSettings)
  await user.click(await screen.findByText("Looker"))
  const group = within(screen.getByRole("group", { name: "Looker" }))
  await user.type(group.getByRole("textbox", { name: "Looker address" }), "acme.cloud.looker.com")
  await user.type(group.getByRole("textbox", { name: "API host" }), "https://acme.looker.com:19999")
  await user.type(group.getByRole("textbox", { name: "Looker client ID" }), "c")
  await user.type(group.getByRole("textbox", { name: "Look" }), "42")
  await user.click(group.getByRole("button", { name: "Sign in to Looker" }))
  expect(ask).toHaveBeenCalledWith(["https://acme.cloud.looker.com/*", "https://acme.looker.com/*"])
  await waitFor(() => expect(signIn).toHaveBeenCalledOnce())
})

it("goes on to the worker's words if Chrome's user says no", async () => {
  ask.mockResolvedValue(false)
  const fault = {
    code: "not-allowed" as const,
    title: "Chrome does not let us.",
    detail: "Nothing was sent.",
  }
  const { user } = renderOptions(
    { "looker.signIn": () => ({ signedIn: false, fault }), "looker.get": () => ({}) },
    freshSettings,
  )
  await user.click(await screen.findByText("Looker"))
  await user.click(screen.getByRole("button", { name: "Sign in to Looker" }))
  expect(await screen.findByText(fault.title)).toBeVisible()
})

it("says what was read and what went wrong, reads now, signs out", async () => {
  const state: LookerState = {
    readAt: new Date(Date.now() - 3 * 3_600_000).toISOString(),
    rows: 780,
    maybeCut: true,
    fault: { code: "rate", title: "Looker asks us to wait.", detail: "It is asked again." },
  }
  const [read, signOut] = [vi.fn(() => ({})), vi.fn(() => ({}))]
  const { user } = renderOptions(
    { "looker.get": () => state, "looker.read": read, "looker.signOut": signOut },
    signedIn,
  )
  const group = within(await screen.findByRole("group", { name: "Looker" }))
  expect(await group.findByText("Read 3 h ago: 780 rows of your customers.")).toBeVisible()
  expect(group.getByText("Looker asks us to wait.")).toBeVisible()
  expect(group.getByText(/Raise the look's row limit/)).toBeVisible()
  await user.click(group.getByRole("button", { name: "Read now" }))
  await user.click(group.getByRole("button", { name: "Sign out of Looker" }))
  expect([read, signOut].map((one) => one.mock.calls.length)).toEqual([1, 1])
  const { violations } = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(violations.map(({ id }) => id)).toEqual([])
})
