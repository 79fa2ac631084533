/** Reading one account whole, when it is opened or when its turn in the user's own book comes. */
import { type CallOptions, ifGiven, isGone, VitallyError } from "../vitally/api"
import type { Fault } from "~src/messaging/contract"
import { filled, type VitallyTask } from "../vitally/rows"
import type { LensDatabase } from "../cache/database"
import { ensureWorkspace } from "../cache/workspace"

import { type DetailDepth, fetchDetail } from "./account-detail"
import type { SyncDeps } from "../account-facts/sync-deps"
import { factsContext } from "../account-facts/facts-context"
import { faultOf } from "./sync-fault"
import { readRecord } from "./record"
import { believable } from "./rows/compare"
import { noteMissing } from "./rows/missing-rows"
import { accountsUnder, resummarise } from "./rows/resummarise"
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
    await ensureWorkspace(deps.db, deps.workspace, deps.isCurrent)
    const accountId = await readWhole(deps, id, "opened", { priority: "interactive", ...call })
    deps.publish([...new Set([`account:${accountId}`, `account:${id}`]), "popup", "book"])
    return { ok: true, accountId }
  } catch (error) {
    if (call.signal?.aborted) throw error
    const gone = isGone(error)
    // One proof of two: the row stays.
    if (gone && (await deps.db.get("accounts", id))) {
      await noteMissing(deps.db, "accounts", [id], "itself", deps.now())
      deps.publish([`account:${id}`])
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
  const answered = await client.account(id, call)
  // Under the right id, and without most of what is known of it: that is no answer.
  const account = believable(answered, cached?.id === answered.id ? cached.raw : undefined)
  if (account === null) throw new VitallyError("malformed")
  // Asked for by the id it has elsewhere, it is answered under its own, and has lists of its own.
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
  if (detail.tasks && cached && isItself) await askForLacking(deps, id, detail.tasks.rows, call)
  const [facts, record] = await Promise.all([factsContext(deps), readRecord(db)])
  const role = deps.me?.role ?? ""
  const hasNewParent = await storeDetail(
    {
      db,
      workspace: deps.workspace,
      isCurrent: deps.isCurrent,
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
  return account.id
}

/** So many tasks that an opened customer's list lacks are asked for at once. */
const askedAtOnce = 3

/** A task that was archived leaves with the next opening; one that is said to be gone has its first proof. */
async function askForLacking(
  { db, client, now }: SyncDeps,
  accountId: string,
  listed: VitallyTask[],
  call: CallOptions,
): Promise<void> {
  const known = await db.getAllFromIndex("tasks", "accountId", accountId)
  const lacking = known.filter(
    ({ id, source }) => source === "vitally" && !listed.some((task) => task.id === id),
  )
  if (lacking.length > askedAtOnce) return
  await Promise.all(
    lacking.map(async ({ id }) => {
      try {
        const task = await client.task(id, call)
        if (filled(task.archivedAt) !== undefined || filled(task.accountId) === accountId) listed.push(task)
      } catch (error) {
        if (isGone(error)) await noteMissing(db, "tasks", [id], "itself", now())
        else if (!(error instanceof VitallyError)) throw error
      }
    }),
  )
}
