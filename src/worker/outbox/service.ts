/** The outbox at work: who sends what, and when. */
import type { OutboxRow } from "../cache/rows"

import { refreshBehind } from "../refresh/refresh"
import { syncDeps } from "../account-facts/sync-deps"
import { salesforceClient } from "../salesforce/service"
import { sendToSalesforce } from "./send-salesforce"
import { sendToVitally } from "./send-vitally"
import type { WorkerContext } from "../kernel/context"
import { alarmFloorMs } from "../kernel/job"
import { want } from "../kernel/wish"
import { longestWaitMs, wake, type Workspaces } from "./claim"
import { drain, type Senders } from "./drain"
import type { SendOutcome } from "../writes/outcome"

export const outboxAlarm = "outbox"

async function workspacesOf(context: WorkerContext): Promise<Workspaces> {
  // A pilot that is set to read only: what was stored before waits, too.
  if ((await context.settings.get()).readOnly) return { vitally: null, salesforce: null }
  const [deps, grant] = await Promise.all([syncDeps(context), context.secrets.salesforce.grant()])
  return { vitally: deps?.workspace ?? null, salesforce: grant?.orgId ?? null }
}

export function sendersOf(context: WorkerContext): Senders {
  return {
    workspaces: () => workspacesOf(context),
    send: (row, mayHaveArrived) => send(context, row, mayHaveArrived),
    // Read anew behind it, so that the cache holds it before the sent row goes.
    sent: ({ accountId }) => void refreshBehind(context, accountId, { force: true }).catch(() => undefined),
  }
}

/** The workspace is asked for once more: the user may have left it since the write was claimed. */
async function send(context: WorkerContext, row: OutboxRow, mayHaveArrived: boolean): Promise<SendOutcome> {
  if (row.target === "vitally") {
    const deps = await syncDeps(context)
    return deps?.workspace === row.workspace ? sendToVitally(deps, row, mayHaveArrived) : signedOut
  }
  const client = await salesforceClient(context)
  const { salesforce } = await workspacesOf(context)
  return client && salesforce === row.workspace ? sendToSalesforce(client, row, mayHaveArrived) : signedOut
}

const signedOut: SendOutcome = {
  state: "retry",
  fault: {
    code: "auth",
    title: "You are signed out.",
    detail: "This is kept and sent when you are signed in again.",
    next: "Open the options.",
  },
}

/** Sends what is due now; for the alarm and for timers. */
export function drainNow(context: WorkerContext, deadline: number): Promise<number | undefined> {
  return drain(context, sendersOf(context), deadline)
}

/**
 * Looks again when `at` (epoch milliseconds) comes: a timer where the worker lives that long, and an alarm, armed first,
 * where it does not. `again`: writes that wait for their next try go now.
 */
export async function sendSoon(
  context: WorkerContext,
  { at, again, target }: { at?: number; again?: boolean; target?: OutboxRow["target"] } = {},
): Promise<void> {
  const now = context.now()
  const when = Math.min(at ?? now, now + longestWaitMs)
  await want(context, outboxAlarm, Math.max(when, now + alarmFloorMs))
  if (again) await wake(context.db, now, target)
  void context
    .wait(Math.max(0, when - now))
    .then(() => drainNow(context, context.now() + 20_000))
    .then((due) => (due === undefined ? undefined : onDue(context, due)))
    // The alarm is armed: it comes back to whatever went wrong here.
    .catch(() => undefined)
}

/** At each start of the worker: the timers died with the last one, and their alarm may be half a minute away. */
export async function resumeSending(context: WorkerContext): Promise<void> {
  const counts = await Promise.all(
    (["waiting", "sending"] as const).map((state) => context.db.countFromIndex("outbox", "state", state)),
  )
  const alarm = (await context.platform.alarms.next(outboxAlarm)) ?? 0
  // So far ahead only where the clock was set back since.
  const late = alarm > context.now() + longestWaitMs
  if (late || counts.some((count) => count > 0)) await sendSoon(context)
}

/** Writes left over: soon ones by timer, later ones by alarm alone. */
async function onDue(context: WorkerContext, due: number): Promise<void> {
  if (due - context.now() < alarmFloorMs) await sendSoon(context, { at: due })
  else await want(context, outboxAlarm, due)
}
