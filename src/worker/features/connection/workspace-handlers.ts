import { faultError } from "~src/messaging/fault"
import type { PartialHandlers } from "~src/worker/kernel/handlers"

import { syncDeps } from "../../account-facts/sync-deps"
import { vitallyLimiter } from "../../vitally/session"
import { checkStep } from "../workspace-check/run-step"

export const workspaceHandlers = {
  "workspace.check": async ({ step }, context) => {
    const deps = await syncDeps(context)
    if (!deps)
      throw faultError(
        "not-connected",
        "Vitally is not connected.",
        "There is nothing to check.",
        "Connect it first.",
      )
    return checkStep({ ...deps, limiter: await vitallyLimiter(context) }, step)
  },
} satisfies PartialHandlers
