/** Taking a policy over: checked first, stored second, told third. A refused one changes nothing. */
import type { PolicyOutcome } from "~src/messaging/views/options"
import type { PolicyResult } from "~src/schemas/policy"

import { syncJob } from "../../sync/sync-job"
import { log } from "../../kernel/log"
import { askResummariseAll } from "../../sync/rows/resummarise"
import { runJob } from "../../kernel/job"
import type { WorkerContext } from "../../kernel/context"
import { policyView } from "./policy-view"
import { forgetPolicy, policyInForce, storeOwnPolicy } from "../../policy/stored-policy"

/** Stores a checked policy as the user's own, unless an administrator sets it. */
export async function applyPolicy(context: WorkerContext, result: PolicyResult): Promise<PolicyOutcome> {
  const { locked } = await policyInForce(context)
  if (locked) {
    return {
      saved: false,
      faults: [{ path: "", reason: "Your administrator sets the policy. Nothing was changed." }],
    }
  }
  if (!result.ok) {
    await log(context, "policy.refused", { faults: result.faults.length })
    return { saved: false, faults: result.faults }
  }
  await storeOwnPolicy(context, result.policy)
  await log(context, "policy.saved")
  await tellPolicyChanged(context)
  return { saved: true, view: policyView(await policyInForce(context)) }
}

/** After any change of the policy in force: what was worked out with the old one is worked out again. */
export async function tellPolicyChanged(context: WorkerContext): Promise<void> {
  forgetPolicy(context)
  await recountBook(context)
}

/** After any change of how facts are read or judged: every summary is recomputed. */
export async function recountBook(context: WorkerContext): Promise<void> {
  await askResummariseAll(context.db)
  // Not awaited: the pass over a large book takes a while, and its alarm carries it through a worker's death.
  void runJob(context, syncJob).catch(() => undefined)
  context.publish("settings", "book", "popup", "account:")
}
