/** Reading one account whole, when it is opened or when its turn in the user's own book comes. */
import { type CallOptions, ifGiven, isVitally } from "../vitally/api"
import type { Fault } from "~src/messaging/contract"
import { filled } from "../vitally/rows"
import type { LensDatabase } from "../cache/database"
import { ensureWorkspace } from "../cache/workspace"

import { type DetailDepth, fetchDetail } from "./account-detail"
import type { SyncDeps } from "../account-facts/sync-deps"
import { factsContext } from "../account-facts/facts-context"
import { faultOf } from "./sync-fault"
import { readRecord } from "./record"
import { accountsUnder, resummarise } from "./rows/resummarise"
import { removeAccount } from "./steps/vanished"
import { knownThreads, storeDetail } from "./store-detail"

export type RefreshResult = { ok: true; accountId: string } | { ok: false; fault: Fault; gone?: boolean }

/** One flight per account: whoever asks while one is under way shares it. Lost with the worker, as the flight is. */
const flights = new WeakMap<LensDatabase, Map<string, Promise<RefreshResult>>>()

/**
 * Reads an account with its detail, in parallel, before anything in the background.
 * @param id Vitally id or externalId: an account that is not cached yet is found by either.
 * Never throws for what Vitally or the network does.
 */
export function refreshAccount(deps: SyncDeps, id: string, call: CallOptions = {}): Promise<RefreshResult> {
  const running = flights.get(deps.db) ?? new Map<string, Promise<RefreshResult>>()
  flights.set(deps.db, running)
  const known = running.get(id)
  if (known) return known
  const flight = refresh(deps, id, call).finally(() => running.delete(id))
  running.set(id, flight)
  return flight
}

async function refresh(deps: SyncDeps, id: string, call: CallOptions): Promise<RefreshResult> {
  try {
    await ensureWorkspace(deps.db, deps.workspace)
    const accountId = await readWhole(deps, id, "opened", { priority: "interactive", ...call })
    deps.publish([...new Set([`account:${accountId}`, `account:${id}`]), "popup", "book"])
    return { ok: true, accountId }
  } catch (error) {
    if (call.signal?.aborted) throw error
    const gone = isVitally(error, "not-found")
    if (gone && (await deps.db.get("accounts", id))) {
      await removeAccount(deps.db, id)
      deps.publish([`account:${id}`, "popup", "book"])
    }
    return { ok: false, fault: faultOf(error), ...(gone && { gone }) }
  }
}

/** @returns the Vitally id. @throws VitallyError; `not-found` where the account itself is gone. */
export async function readWhole(
  deps: SyncDeps,
  id: string,
  depth: DetailDepth,
  call: CallOptions,
): Promise<string> {
  const { db, client } = deps
  const cached = await db.get("accounts", id)
  const threads = knownThreads((await db.get("details", `${id}:threads`))?.body)
  const organizationId = filled(cached?.organizationId)
  // A cached account's lists need not wait for its own row.
  const early = cached ? fetchDetail(client, id, depth, threads, call) : undefined
  const parent = organizationId === undefined ? undefined : client.organization(organizationId, call)
  early?.catch(() => undefined)
  parent?.catch(() => undefined)
  const account = await client.account(id, call)
  // One that was merged may be answered by the one that stayed, which has lists of its own.
  const isItself = account.id === id
  const parentId = filled(account.organizationId)
  const [detail, organization] = await Promise.all([
    early && isItself ? early : fetchDetail(client, account.id, depth, isItself ? threads : {}, call),
    parentId === undefined
      ? undefined
      : // The parent adds traits; without it the account is still worth showing.
        ifGiven(
          parentId === organizationId && parent ? parent : client.organization(parentId, call),
          "server",
          "network",
          "rate",
        ),
  ])
  const [facts, record] = await Promise.all([factsContext(deps), readRecord(db)])
  const role = deps.me?.role ?? ""
  const hasNewParent = await storeDetail(
    {
      db,
      workspace: deps.workspace,
      facts,
      role,
      generation: record.generation,
      known: record.lastFullAt !== undefined,
      now: deps.now(),
    },
    { account, organization, detail, known: early && isItself ? cached?.raw : account },
  )
  if (hasNewParent && parentId !== undefined)
    await resummarise({ db, facts, role, history: true }, await accountsUnder(db, [parentId]))
  if (cached && !isItself) await removeAccount(db, id)
  return account.id
}
