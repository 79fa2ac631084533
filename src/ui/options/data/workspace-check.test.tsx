import { screen, within } from "@testing-library/react"
import axe from "axe-core"
import { expect, it, vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { CheckRow } from "~src/messaging/views/options"

import { renderOptions } from "../testing/render"
import { connectedSettings, freshSettings } from "../testing/samples"

const section = async () => within(await screen.findByRole("region", { name: "Workspace check" }))
const found: CheckRow[] = [
  { name: "accounts", ok: true, text: "200, {results: [] (0)}" },
  { name: "healthScores", ok: null, text: "no account to ask for" },
  { name: "admins", ok: false, text: "403, {error: text}" },
]

it("asks step by step, shows how far it is, and gives the whole report to copy", async () => {
  let answer = (): void => undefined
  const { user } = renderOptions(
    {
      "workspace.check": async ({ step }: { step: number }) => {
        if (step === 1) await new Promise<void>((resolve) => (answer = resolve))
        return { rows: [found[step]!], steps: 3 }
      },
    },
    connectedSettings,
  )
  const check = await section()
  await user.click(check.getByRole("button", { name: "Run the check" }))
  expect(await check.findByText("Asking Vitally… step 1 of 3")).toBeInTheDocument()
  expect(check.getByRole("progressbar")).toHaveAttribute("value", String(1 / 3))
  expect(check.getByRole("row", { name: /accounts As expected 200/ })).toBeInTheDocument()
  answer()
  expect(await check.findByRole("table", { name: "1 of 5 as expected" })).toBeInTheDocument()
  expect(check.getByRole("row", { name: /admins Not as expected 403/ })).toBeInTheDocument()
  expect(check.getByRole("row", { name: /Reopening a task Could not tell/ })).toBeInTheDocument()
  await user.click(check.getByRole("button", { name: "Copy the report" }))
  const report = await navigator.clipboard.readText()
  expect(report).toMatch(
    /^Workspace check: 1 of 5 as expected\n\+ accounts: 200.*\n\? healthScores: .*\n- admins: 403/,
  )
  const axed = await axe.run(document.body, { rules: { "color-contrast": { enabled: false } } })
  expect(axed.violations).toEqual([])
})

it("stops when asked to, asks nothing more, and keeps what was found", async () => {
  let answer = (): void => undefined
  const step = vi.fn(async ({ step: at }: { step: number }) => {
    if (at === 1) await new Promise<void>((resolve) => (answer = resolve))
    return { rows: [found[at]!], steps: 3 }
  })
  const { user } = renderOptions({ "workspace.check": step }, connectedSettings)
  const check = await section()
  await user.click(check.getByRole("button", { name: "Run the check" }))
  await check.findByText("Asking Vitally… step 1 of 3")
  await user.click(check.getByRole("button", { name: "Stop the check" }))
  answer()
  expect(await check.findByRole("table", { name: "Not finished: 1 of 3 steps" })).toBeInTheDocument()
  expect(check.getByRole("button", { name: "Run the check" })).toBeEnabled()
  expect(step).toHaveBeenCalledTimes(2)
})

it("says what stopped it and keeps what was found", async () => {
  const { user } = renderOptions(
    {
      "workspace.check": ({ step }: { step: number }) => {
        if (step === 1)
          throw new WorkerFault({
            code: "network",
            title: "Vitally could not be reached.",
            detail: "Offline.",
          })
        return { rows: [found[0]!], steps: 3 }
      },
    },
    connectedSettings,
  )
  const check = await section()
  await user.click(check.getByRole("button", { name: "Run the check" }))
  expect(await check.findByRole("alert")).toHaveTextContent("could not be reached")
  expect(check.getByRole("table", { name: "Not finished: 1 of 3 steps" })).toBeInTheDocument()
  expect(check.getByRole("button", { name: "Run the check" })).toBeEnabled()
})

it("cannot be run without a connection", async () => {
  renderOptions({}, freshSettings)
  const check = await section()
  expect(check.getByRole("button", { name: "Run the check" })).toBeDisabled()
  expect(check.getByText("Connect Vitally first.")).toBeInTheDocument()
})
