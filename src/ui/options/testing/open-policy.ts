import { screen, waitFor, within } from "@testing-library/react"
import { expect } from "vitest"

import type { Policy } from "~src/domain/policy/policy"
import { defaultPolicy } from "~src/domain/policy/presets"
import { parsePolicy } from "~src/schemas/policy"

import { renderOptions } from "./render"
import { connectedSettings, policyViewOf, traitMap } from "./samples"

/**
 * The settings page with one of the policy's forms open, over a worker that checks policies as the real one does.
 * `section` finds a region by its name; `save` and `saved` store the draft and wait for what was stored.
 */
export function openPolicy(form: string | null, settings = connectedSettings) {
  const state = { policy: defaultPolicy }
  const rendered = renderOptions(
    {
      "policy.get": () => policyViewOf(state.policy),
      "policy.set": ({ policy }: { policy: unknown }) => {
        const result = parsePolicy(JSON.parse(JSON.stringify(policy)))
        if (!result.ok) return { saved: false, faults: result.faults }
        state.policy = result.policy
        return { saved: true, view: policyViewOf(state.policy) }
      },
      "traits.get": () => ({
        ...traitMap,
        rows: traitMap.rows.slice(0, 1).flatMap((row) => [
          { ...row, fact: "sentiment", label: "TA sentiment", samples: ["Healthy", "So-so"] },
          { ...row, fact: "slackActive", label: "Active Slack", samples: ["true", "aktiv"] },
        ]),
      }),
    },
    settings,
  )
  const { user } = rendered
  const section = async (name = "Policy") => {
    const found = within(await screen.findByRole("region", { name }))
    if (form) await user.click(await found.findByText(form, { selector: "summary, summary *" }))
    return found
  }
  const save = () => user.click(screen.getByRole("button", { name: "Save the policy" }))
  const saved = (part: (policy: Policy) => unknown, wanted: unknown) =>
    waitFor(() => expect(part(state.policy)).toEqual(wanted))
  return { ...rendered, state, section, save, saved }
}
