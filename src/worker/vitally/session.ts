/** The connected Vitally workspace: its client, its one request budget. */
import {
  createLimiter,
  createVitallyClient,
  type Limiter,
  type LimiterState,
  type VitallyClient,
  type Workspace,
  workspaceId,
} from "./api"
import { waitFor } from "../kernel/http"

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

export interface VitallySession {
  client: VitallyClient
  /** From `workspaceId`. */
  workspace: string
}

/** The connected workspace; null if there is none, or no key. */
export async function vitallySession(context: WorkerContext): Promise<VitallySession | null> {
  const authorization = await context.secrets.vitallyAuthorization()
  const { vitally } = await context.settings.get()
  if (authorization === null || !vitally.connected) return null
  return {
    client: await vitallyClient(context, vitally, authorization),
    workspace: workspaceId(vitally),
  }
}
