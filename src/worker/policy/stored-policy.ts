/**
 * Which policy is in force, and why. The user's own is kept in `storage.local`, so that clearing the cache does not
 * lose it. An administrator's comes as text in managed storage and wins while it is there; one that cannot be used is
 * refused with its reasons, and the last good one stays.
 */
import type { Policy } from "~src/domain/policy/policy"
import { type PolicyFault } from "~src/domain/policy/check"
import { defaultPolicy, presets } from "~src/domain/policy/presets"
import type { StorageArea } from "~src/platform/storage-area"
import { importPolicy, parsePolicy, type PolicyResult } from "~src/schemas/policy"

import type { WorkerContext } from "../kernel/context"

export const ownKey = "policy"
const lastGoodKey = "policy.managed"

export interface PolicyInForce {
  policy: Policy
  /** An administrator pushes a policy, usable or not: the user's own changes are not taken. */
  locked: boolean
  fault?: { reason: string; faults: PolicyFault[] }
}

type PolicyContext = Pick<WorkerContext, "platform" | "memory">

const memoryName = "policy-in-force"

/** The policy that every rule uses now. */
export async function currentPolicy(context: PolicyContext): Promise<Policy> {
  return (await policyInForce(context)).policy
}

/** As `currentPolicy`, with what an administrator has to do with it. Read once while the worker lives. */
export function policyInForce(context: PolicyContext): Promise<PolicyInForce> {
  return context.memory.remember(memoryName, () => read(context))
}

/** After a change of the stored or the managed policy. */
export function forgetPolicy(context: PolicyContext): void {
  context.memory.forget(memoryName)
}

/** Keeps the user's own policy. @throws where the browser's storage is full. */
export async function storeOwnPolicy(context: PolicyContext, policy: Policy): Promise<void> {
  await context.platform.local.set({ [ownKey]: policy })
  forgetPolicy(context)
}

/** The user's own, whoever's is in force; null if nothing was changed yet. */
export async function ownPolicy(local: StorageArea): Promise<Policy | null> {
  return stored(local, ownKey)
}

async function read({ platform: { local, managed } }: PolicyContext): Promise<PolicyInForce> {
  const own = (await stored(local, ownKey)) ?? defaultPolicy
  const pushed: unknown = await managed.get("policy").catch(() => undefined)
  if (pushed === undefined) {
    await local.remove(lastGoodKey)
    return { policy: own, locked: false }
  }
  const result = parsePushed(pushed)
  if (result.ok) {
    await local.set({ [lastGoodKey]: result.policy })
    return { policy: result.policy, locked: true }
  }
  const lastGood = await stored(local, lastGoodKey)
  const kept = lastGood
    ? "The last good one from your administrator stays in force."
    : "Your own stays in force."
  return {
    policy: lastGood ?? own,
    locked: true,
    fault: { reason: `The policy your administrator set cannot be used. ${kept}`, faults: result.faults },
  }
}

/** The text of a policy file, or the key of a preset. Objects come where the browser lets them through. */
function parsePushed(pushed: unknown): PolicyResult {
  if (typeof pushed !== "string") return parsePolicy(pushed)
  const preset = Object.hasOwn(presets, pushed.trim()) ? presets[pushed.trim()] : undefined
  return preset ? { ok: true, policy: preset } : importPolicy(pushed)
}

/** Null if nothing usable is stored: junk and policies of a newer version are left where they are. */
async function stored(local: StorageArea, key: string): Promise<Policy | null> {
  const value = await local.get(key)
  const result = value === undefined ? null : parsePolicy(value)
  return result?.ok ? result.policy : null
}
