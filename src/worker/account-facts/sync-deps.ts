/** What the sync is given: everything that changes between the worker, a test and the bench. */
import type { VitallyClient } from "../vitally/api"
import type { Policy } from "~src/domain/policy/policy"
import type { LockOutcome } from "~src/platform/locks"
import type { SalesforceUser } from "."
import type { LensDatabase } from "../cache/database"
import type { WorkerContext } from "../kernel/context"
import { currentEpoch, type IsCurrent } from "../kernel/epoch"
import { scopeOf } from "../kernel/my-owners"
import { currentPolicy } from "../policy/current"
import { salesforceUser } from "../salesforce/service"
import { vitallySession } from "../vitally/session"

/** Who "I" am: whose book, whose tasks. */
interface Me {
  adminId: string
  name: string
  /** Label of the key role that means "mine"; empty: the account's CSM. */
  role: string
}

export interface SyncDeps {
  db: LensDatabase
  client: VitallyClient
  /** From `workspaceId`: another one clears the cache. */
  workspace: string
  /** False once this connection was given up, or the cache cleared: nothing more is stored then. Absent: always current. */
  isCurrent?: IsCurrent | undefined
  /** Epoch milliseconds. */
  now: () => number
  /** 0 up to 1. */
  random: () => number
  /** IANA name. */
  timeZone: string
  policy: Policy
  me: Me | null
  /** Admin ids of the colleagues that are covered today: their customers are on the lists, too. */
  covered?: readonly string[]
  /** Who is signed in to Salesforce: for links and "by you" in what was read there. */
  salesforce?: SalesforceUser | undefined
  /** Tells pages what to ask again (`Broadcast` in the contract). */
  publish: (topics: string[]) => void
  /** Runs `work` unless someone else holds the lock (`Locks.ifFree`). */
  lock: <T>(name: string, work: () => Promise<T>) => Promise<LockOutcome<T>>
}

/** Null if no workspace is connected. */
export async function syncDeps(context: WorkerContext): Promise<SyncDeps | null> {
  const isCurrent = currentEpoch(context, "vitally")
  const session = await vitallySession(context)
  if (!session) return null
  const settings = await context.settings.get()
  const { me } = settings
  const { db, now, random, platform, publish } = context
  const { timeZone, today } = await context.clock()
  return {
    db,
    ...session,
    isCurrent,
    now,
    random,
    timeZone,
    policy: await currentPolicy(context),
    me,
    covered: scopeOf(settings, today).owners.filter((id) => id !== me?.adminId),
    salesforce: await salesforceUser(context),
    publish: (topics) => publish(...topics),
    lock: (name, work) => platform.locks.ifFree(name, work),
  }
}
