/** What reading from Vitally needs, made of the worker's context. */
import {
  createLimiter,
  createVitallyClient,
  type Limiter,
  type LimiterState,
  type Workspace,
  workspaceId,
} from "./api"
import { waitFor } from "../kernel/http"

import { scopeOf } from "../kernel/my-owners"
import { currentPolicy } from "../policy/current"
import { salesforceUser } from "../salesforce/service"
import type { SyncDeps } from "../account-facts/sync-deps"
import type { WorkerContext } from "../kernel/context"

const limiterKey = "vitally.limiter"

/** One budget for all requests; it outlives the worker in `storage.session`. */
export function vitallyLimiter(context: WorkerContext): Promise<Limiter> {
  return context.memory.remember(limiterKey, async () => {
    let share = (await context.settings.get()).sync.backgroundShare
    context.settings.onChanged(({ sync }) => void (share = sync.backgroundShare))
    const { session } = context.platform
    return createLimiter({
      store: {
        get: async () => (await session.get(limiterKey)) as LimiterState | undefined,
        set: (state) => session.set({ [limiterKey]: state }),
      },
      now: context.now,
      wait: waitFor,
      random: context.random,
      backgroundShare: () => share,
    })
  })
}

/** A client for a workspace and a key, which may be one that is being tried out. */
async function vitallyClient(context: WorkerContext, workspace: Workspace, authorization: string) {
  return createVitallyClient({
    ...workspace,
    authorization,
    fetch: context.fetch,
    limiter: await vitallyLimiter(context),
    place: await context.memory.remember("vitally.place", () => Promise.resolve({ base: 0 })),
    now: context.now,
    random: context.random,
  })
}

/** Null where no workspace is connected. */
export async function syncDeps(context: WorkerContext): Promise<SyncDeps | null> {
  const authorization = await context.secrets.vitallyAuthorization()
  const settings = await context.settings.get()
  const { vitally, me } = settings
  if (authorization === null || !vitally.connected) return null
  const { db, now, random, platform, publish } = context
  const { timeZone, today } = await context.clock()
  return {
    db,
    client: await vitallyClient(context, vitally, authorization),
    workspace: workspaceId(vitally),
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
