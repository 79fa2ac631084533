/** The connection check: what each row says and offers, and what is copied. */
import { screen, waitFor, within } from "@testing-library/react"
import axe from "axe-core"
import { beforeEach, describe, expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { DoctorRow } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import type { Handlers } from "~test/fakes/worker"

import { renderOptions } from "../testing/render"
import { connectedSettings } from "../testing/samples"

const signedIn: Settings = {
  ...connectedSettings,
  salesforce: { ...connectedSettings.salesforce, myDomain: "acme.my.salesforce.com", clientId: "3MVG9" },
}
const fine: DoctorRow = { service: "vitally", id: "network", label: "Network", state: "ok", text: "Online" }
const withheld: DoctorRow = {
  service: "salesforce",
  id: "access",
  label: "Site access",
  state: "problem",
  text: "Chrome does not let Account Lens reach Salesforce.",
  next: "Grant access.",
  grant: ["https://*.my.salesforce.com/*"],
}
const renamed: DoctorRow = {
  service: "salesforce",
  id: "screen",
  label: "Org on screen",
  state: "problem",
  text: "A page of another org is open: newname.lightning.force.com.",
  next: "If it is yours under a new name, sign in there.",
  domain: "newname.my.salesforce.com",
}

const checks = async () => within(await screen.findByRole("region", { name: "Connection check" }))
const run = async (rows: DoctorRow[], handlers: Handlers = {}, settings = signedIn) => {
  const rendered = renderOptions({ "connection.check": () => ({ rows }), ...handlers }, settings)
  const region = await checks()
  await rendered.user.click(region.getByRole("button", { name: "Check the connections" }))
  return { ...rendered, region }
}
const times = (worker: { asked: { m: string }[] }, method: string) =>
  worker.asked.filter(({ m }) => m === method).length

const request = vi.fn<(asked: { origins: string[] }) => Promise<boolean>>(() => Promise.resolve(true))
beforeEach(() => {
  request.mockReset().mockResolvedValue(true)
})
/** The fake worker has put its own `chrome` there. */
const withPermissions = () => Object.assign(chrome, { permissions: { request } })

describe("before and while it runs", () => {
  it("asks nothing by itself, and shows neither rows nor something to copy", async () => {
    const { worker } = renderOptions({}, signedIn)
    const region = await checks()
    expect(region.queryByRole("list")).toBeNull()
    expect(region.queryByRole("button", { name: /Copy/ })).toBeNull()
    expect(times(worker, "connection.check")).toBe(0)
  })

  it("says that it is checking, and takes no second click", async () => {
    const { user, worker, region } = await run([], {
      "connection.check": () => new Promise<never>(() => undefined),
    })
    const button = region.getByRole("button", { name: "Checking…" })
    await user.click(button)
    expect(button).toHaveAttribute("aria-busy", "true")
    expect(times(worker, "connection.check")).toBe(1)
  })

  it("says why where the check itself fails, and tries again", async () => {
    const fault = { code: "internal" as const, title: "It broke.", detail: "Nothing was checked." }
    const { user, worker, region } = await run([], {
      "connection.check": () => {
        throw new WorkerFault(fault)
      },
    })
    expect(await region.findByRole("alert")).toHaveTextContent(/It broke\.\s*Nothing was checked\./)
    worker.handlers["connection.check"] = () => ({ rows: [fine] })
    await user.click(region.getByRole("button", { name: "Try again" }))
    expect(await region.findByText("Everything answers.")).toBeVisible()
    expect(region.queryByRole("alert")).toBeNull()
  })
})

describe("what it found", () => {
  it("names service, check, state, what it means and what to do; state not by colour alone", async () => {
    const { region } = await run([fine, withheld])
    const rows = within(await region.findByRole("list", { name: "Checks" })).getAllByRole("listitem")
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("Vitally: Network. Works"),
      expect.stringContaining("Salesforce: Site access. Needs you"),
    ])
    expect(rows[1]).toHaveTextContent("Grant access.")
    expect(region.getByText("1 check needs you.")).toHaveAttribute("role", "status")
  })

  it.each([
    ["nothing is wrong", [fine], "Everything answers."],
    ["two are", [withheld, renamed], "2 checks need you."],
  ])("counts: %s", async (_name, rows, words) => {
    const { region } = await run(rows)
    expect(await region.findByText(words)).toBeVisible()
  })

  it("is copied as plain lines", async () => {
    const { user, region } = await run([fine, withheld])
    await user.click(await region.findByRole("button", { name: "Copy the checks" }))
    expect(await navigator.clipboard.readText()).toBe(
      "Vitally, Network: Works. Online\n" +
        "Salesforce, Site access: Needs you. Chrome does not let Account Lens reach Salesforce. Grant access.",
    )
  })

  it("has no axe violations", async () => {
    const { region } = await run([fine, withheld, renamed])
    await region.findByRole("list")
    const card = screen.getByRole("region", { name: "Connection check" })
    const { violations } = await axe.run(card, { rules: { "color-contrast": { enabled: false } } })
    expect(violations).toEqual([])
  })
})

describe("site access", () => {
  it("is asked for in the click itself, and checked again once given", async () => {
    const { user, worker, region } = await run([withheld])
    withPermissions()
    const grant = await region.findByRole("button", { name: "Grant access" })
    await user.click(grant)
    expect(request).toHaveBeenCalledWith({ origins: withheld.grant })
    await waitFor(() => expect(times(worker, "connection.check")).toBe(2))
  })

  it.each([
    ["refused", () => Promise.resolve(false)],
    ["impossible", () => Promise.reject(new Error("not in the manifest"))],
  ])("says what to do where it is %s", async (_name, answer) => {
    request.mockImplementation(answer)
    const { user, worker, region } = await run([withheld])
    withPermissions()
    await user.click(await region.findByRole("button", { name: "Grant access" }))
    expect(await region.findByRole("alert")).toHaveTextContent("Chrome did not give access.")
    expect(times(worker, "connection.check")).toBe(1)
  })
})

describe("a My Domain that was renamed", () => {
  it("is taken over with one click that names it, and checked again", async () => {
    const signIn = vi.fn(() => ({ signedIn: true as const, user: "Ada Moss" }))
    const { user, worker, region } = await run([renamed], { "salesforce.signIn": signIn })
    await user.click(await region.findByRole("button", { name: "Sign in to newname.my.salesforce.com" }))
    expect(signIn).toHaveBeenCalledWith({ myDomain: "newname.my.salesforce.com", clientId: "3MVG9" })
    await waitFor(() => expect(times(worker, "connection.check")).toBe(2))
  })

  it("says why where that sign-in is refused", async () => {
    const fault = { code: "refused" as const, title: "Salesforce was not given access.", detail: "Closed." }
    const { user, worker, region } = await run([renamed], {
      "salesforce.signIn": () => ({ signedIn: false, fault }),
    })
    await user.click(await region.findByRole("button", { name: /^Sign in to/ }))
    expect(await region.findByRole("alert")).toHaveTextContent("Salesforce was not given access.")
    expect(times(worker, "connection.check")).toBe(1)
  })

  it("is left to the administrator who has set it", async () => {
    const { region } = await run([renamed], {}, { ...signedIn, locked: ["salesforce.myDomain"] })
    expect(await region.findByText(/Ask for newname\.my\.salesforce\.com/)).toBeVisible()
    expect(region.queryByRole("button", { name: /^Sign in to/ })).toBeNull()
  })
})
