/** Reading an opened account anew, from both services at once, behind what is shown. */
import { SalesforceError } from "../salesforce/api/errors"
import type { Fault } from "~src/messaging/contract"
import type { LensDatabase } from "../cache/database"

import { syncDeps } from "../account-facts/sync-deps"
import { currentPolicy } from "../policy/current"
import { salesforceIdFor } from "../account-facts/salesforce-record"
import { salesforceDetailId } from "../salesforce/detail-id"
import { noteSalesforce } from "../sync/mark-changed"
import { refreshSalesforceAccount } from "./salesforce"
import { maySalesforceAsk, signedOutFault } from "../salesforce/service"
import { noteHealth } from "../kernel/service-health"
import { ageMs } from "../sync/rows/age"
import { refreshAccount, type RefreshResult } from "../sync/refresh-account"
import type { WorkerContext } from "../kernel/context"
import { faultOf } from "../kernel/fault-of"
import { retryName, retryPauseMs } from "../kernel/retry"
import { want } from "../kernel/wish"

/** Where reading one account stands; lost with the worker, as the reading is. */
export interface ReadState {
  vitally: ReadPart
  salesforce: ReadPart
}

interface ReadPart {
  refreshing: boolean
  fault?: Fault
  /** Epoch milliseconds. */
  triedAt: number
  /** Vain tries in a row. */
  tries?: number
}

/** A panel that asks again and again costs the workspace nothing. */
const freshMs = 60_000

const states = new WeakMap<LensDatabase, Map<string, ReadState>>()

export function readState({ db }: Pick<WorkerContext, "db">, accountId: string): ReadState {
  const all = states.get(db) ?? new Map<string, ReadState>()
  states.set(db, all)
  const state = all.get(accountId) ?? {
    vitally: { refreshing: false, triedAt: 0 },
    salesforce: { refreshing: false, triedAt: 0 },
  }
  all.set(accountId, state)
  return state
}

/** When the readings that failed are due again, epoch milliseconds. */
export function failedReads({ db }: Pick<WorkerContext, "db">): number[] {
  return [...(states.get(db)?.values() ?? [])].flatMap(({ vitally, salesforce }) =>
    [vitally, salesforce].flatMap((part) => retryAt(part) ?? []),
  )
}

/** When a reading that failed is due again; undefined where it did not fail. */
export const retryAt = ({ fault, triedAt, tries = 1 }: ReadPart): number | undefined =>
  fault && triedAt + retryPauseMs(fault, tries)

/** After a sign-in or a sign-out: what Salesforce answered to whoever was signed in says nothing of the next one. */
export function forgetSalesforceReads({ db }: Pick<WorkerContext, "db">): void {
  for (const state of states.get(db)?.values() ?? []) {
    state.salesforce.triedAt = 0
    delete state.salesforce.fault
  }
}

/** Starts reading what is older than a minute; `force`: whatever its age. True where something was started. */
export async function refreshBehind(
  context: WorkerContext,
  accountId: string,
  { force = false } = {},
): Promise<boolean> {
  if (!context.platform.online.now()) return false
  const { db } = context
  const [account, detail] = await Promise.all([
    db.get("accounts", accountId),
    db.get("details", salesforceDetailId(accountId)),
  ])
  const state = readState(context, accountId)
  const due = (part: ReadState["vitally"], readAt: string | undefined) => {
    if (part.refreshing) return false
    if (force) return true
    const now = context.now()
    const again = retryAt(part)
    // A clock that was set back must not hold it up for the difference.
    if (again !== undefined) return now >= again || now < part.triedAt
    return ageMs(part.triedAt, now) >= freshMs && ageMs(readAt, now) >= freshMs
  }
  let started = false
  if (due(state.vitally, account?.detailAt)) {
    started = true
    void track(context, accountId, "vitally", () => fromVitally(context, accountId))
  }
  const salesforceId = account && (await salesforceIdFor(context, account))
  const mayAsk = await maySalesforceAsk(context)
  // Nothing is awaited between asking and starting: two panels on one account share one flight.
  if (salesforceId !== undefined && mayAsk && due(state.salesforce, detail?.readAt)) {
    started = true
    void track(context, accountId, "salesforce", () => fromSalesforce(context, accountId, salesforceId))
  }
  return started
}

async function track(
  context: WorkerContext,
  accountId: string,
  service: keyof ReadState,
  read: () => Promise<Fault | undefined>,
): Promise<void> {
  const part = readState(context, accountId)[service]
  part.refreshing = true
  part.triedAt = context.now()
  const fault = await read().catch((error: unknown) => faultOf(error))
  part.refreshing = false
  if (fault) Object.assign(part, { fault, tries: (part.tries ?? 0) + 1 })
  else {
    delete part.fault
    delete part.tries
  }
  // A record that is missing there says nothing of the service.
  await noteHealth(context, service, fault?.code === "not-found" ? undefined : fault)
  const again = retryAt(part)
  if (again !== undefined) await want(context, retryName, again)
  context.publish(`account:${accountId}`)
}

async function fromVitally(context: WorkerContext, accountId: string): Promise<Fault | undefined> {
  const result = await readFromVitally(context, accountId)
  return result.ok ? undefined : result.fault
}

/** By Vitally id or external id; waits for the answer. */
export async function readFromVitally(context: WorkerContext, id: string): Promise<RefreshResult> {
  const deps = await syncDeps(context)
  return deps ? refreshAccount(deps, id) : { ok: false, fault: notConnected }
}

const notConnected: Fault = {
  code: "not-connected",
  title: "Vitally is not connected.",
  detail: "What is shown is the last known state.",
  next: "Connect it in the options.",
}

async function fromSalesforce(
  context: WorkerContext,
  accountId: string,
  salesforceId: string,
): Promise<Fault | undefined> {
  try {
    const { mapping } = await currentPolicy(context)
    if (!(await refreshSalesforceAccount(context, accountId, salesforceId, mapping))) return signedOutFault
    await noteSalesforce(context, [accountId])
    return undefined
  } catch (error) {
    if (error instanceof SalesforceError) return error.fault
    throw error
  }
}
