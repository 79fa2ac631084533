/** The policy in force. `handlers.ts` checks and stores it; here it is only read. */
import type { Policy } from "~src/domain/policy"
import { defaultPolicy } from "~src/domain/presets"

import type { WorkerContext } from "../worker/context"

/** Key in `storage.local`: a change of workspace clears the database, and the team's rules stay. */
export const policyKey = "policy"
/** Name under which the worker remembers it; whoever stores another one forgets it there. */
export const policyMemory = "policy"

/** The stored policy, which was checked when it was stored; the default preset where there is none. */
export function currentPolicy({ memory, platform }: WorkerContext): Promise<Policy> {
  return memory.remember(policyMemory, async () => {
    const stored = (await platform.local.get(policyKey)) as Policy | undefined
    return stored ?? defaultPolicy
  })
}
