/** What the settings page asks about the policy. */
import { exportPolicy } from "~src/domain/policy/diff"
import { importPolicy, parsePolicy, policySchema } from "~src/schemas/policy"
import { unknownKeys } from "~src/schemas/unknown-keys"

import { readManaged } from "../../policy/read-managed"
import type { PartialHandlers } from "../../kernel/handlers"
import { applyPolicy } from "./apply-policy"
import { policyView } from "./policy-view"
import { presetChoice } from "../../policy/preset-choices"
import { currentPolicy, policyInForce } from "../../policy/stored-policy"

export const policyHandlers = {
  "policy.get": async (_request, context) => {
    const [inForce, { faults }] = await Promise.all([
      policyInForce(context),
      readManaged(context.platform.managed),
    ])
    const view = policyView(inForce)
    return faults.length === 0 ? view : { ...view, managed: { ...view.managed, leftOut: faults } }
  },
  "policy.set": ({ policy }, context) => applyPolicy(context, parsePolicy(policy)),
  "policy.import": async ({ text }, context) => {
    const result = importPolicy(text)
    const outcome = await applyPolicy(context, result)
    return result.ok && outcome.saved
      ? { ...outcome, unused: unknownKeys(policySchema, result.policy) }
      : outcome
  },
  "policy.export": async (_request, context) => {
    const policy = await currentPolicy(context)
    return { name: `account-lens-policy-${fileWord(policy.name)}.json`, text: exportPolicy(policy) }
  },
  "policy.reset": ({ preset }, context) => {
    const choice = presetChoice(preset)
    return applyPolicy(
      context,
      choice
        ? { ok: true, policy: choice.policy }
        : { ok: false, faults: [{ path: "preset", reason: "There is no such preset." }] },
    )
  },
} satisfies PartialHandlers

function fileWord(name: string): string {
  const word = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40)
  return word || "own"
}
