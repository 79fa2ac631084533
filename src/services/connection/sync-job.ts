/** Keeps the cache fresh, slice by slice. */
import { startOffsetMs } from "~src/api/vitally"

import { noteHealth } from "../status/service-health"
import { runSyncSlice } from "../sync/run-slice"
import type { WorkerContext } from "../worker/context"
import type { Job } from "../worker/job"
import { syncDeps } from "./sync-deps"

/** Set in `storage.session` where the user asked for everything anew. */
export const fullKey = "sync.full"

const everyMinutes = 15
/** Between slices while there is more to do: a timer carries on at once, this alarm where the worker died. */
const alarmFloorMs = 30_000

export const syncJob: Job = {
  name: "sync",
  everyMinutes,
  async run(context, deadline) {
    let more = true
    let waitMs = 0
    // Slices follow one another while the worker lives; each arms the alarm first.
    for (let at = deadline; more && waitMs < alarmFloorMs; at = context.now() + 20_000) {
      await context.platform.alarms.arm("sync", { at: context.now() + alarmFloorMs })
      if (waitMs > 0) await context.wait(waitMs)
      const result = await slice(context, at)
      if (!result) return undefined
      more = result.more
      waitMs = result.waitMs
    }
    return more ? context.now() + Math.max(waitMs, alarmFloorMs) : undefined
  },
}

async function slice(context: WorkerContext, deadline: number) {
  const deps = await syncDeps(context)
  if (!deps || !context.platform.online.now()) return null
  const { session } = context.platform
  const full = (await session.get(fullKey)) === true
  const result = await runSyncSlice(deps, { deadlineMs: Math.max(1_000, deadline - context.now()), full })
  if (!result.ran) return null
  if (full) await session.remove(fullKey)
  await noteHealth(context, "vitally", result.fault)
  return result
}
