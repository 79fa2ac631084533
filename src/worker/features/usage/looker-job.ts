/** When Looker is asked: once a night, and when the user asks. */
import { dayOf } from "~src/domain/calendar"
import type { ColumnMap } from "~src/domain/usage/columns"
import type { LookerState } from "~src/messaging/views/usage"

import type { WorkerContext } from "../../kernel/context"
import { faultOf } from "../../kernel/fault-of"
import { log } from "../../kernel/log"
import { LookerError } from "../../looker/errors"
import { runLooker } from "../../looker/run"

const stateKey = "looker.state"
export const lookerColumnsKey = "looker.columns"
/** A day begins at two: what Looker's own night jobs bring is there by then. */
const nightMs = 2 * 3_600_000

export async function lookerState({ db }: Pick<WorkerContext, "db">): Promise<LookerState> {
  return (await db.get("meta", stateKey))?.value ?? {}
}

export async function setLookerState(context: WorkerContext, state: LookerState): Promise<void> {
  await context.db.put("meta", { key: stateKey, value: state })
  context.publish("usage")
}

/** @returns false where it is not over yet. Its errors end in its state. */
export async function askLookerIfDue(context: WorkerContext, deadline: number): Promise<boolean> {
  const { looker } = await context.settings.get()
  const state = await lookerState(context)
  if (!looker.connected || looker.source === "" || !context.platform.online.now()) return true
  if (!state.running && !(await isDue(context, state))) return true
  await setLookerState(context, { ...state, running: true })
  const columns = ((await context.db.get("meta", lookerColumnsKey))?.value ?? {}) as ColumnMap
  const triedAt = new Date(context.now()).toISOString()
  try {
    const outcome = await runLooker(context, looker.source, columns, deadline)
    if (!outcome) return false
    await setLookerState(context, { triedAt, readAt: triedAt, ...outcome })
    void log(context, "looker.read", { rows: outcome.rows })
  } catch (error) {
    const fault = faultOf(error)
    const before = { ...(await lookerState(context)), running: false }
    const passes = error instanceof LookerError && error.passes
    await setLookerState(context, { ...before, triedAt, fault, ...(passes && { passes }) })
    void log(context, "looker.refused", {}, fault.code)
  }
  return true
}

async function isDue(context: WorkerContext, { triedAt, fault, passes }: LookerState): Promise<boolean> {
  const { timeZone } = await context.clock()
  const nightOf = (at: number) => dayOf(new Date(at - nightMs).toISOString(), timeZone)
  if (triedAt === undefined || nightOf(Date.parse(triedAt)) !== nightOf(context.now())) return true
  // What passes is tried again within the hour; what somebody must mend waits for them, or for the next night.
  return fault !== undefined && passes === true && context.now() - Date.parse(triedAt) > 50 * 60_000
}
