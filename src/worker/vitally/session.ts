/** The connected Vitally workspace: its client, its one request budget. */
import {
  createLimiter,
  createVitallyClient,
  type GatewayAccess,
  type Limiter,
  type LimiterState,
  type VitallyClient,
  VitallyError,
  type Workspace,
  workspaceId,
} from "./api"
import { gatewayInUse, gatewayToken } from "../gateway/session"
import { waitFor } from "../kernel/http"
import { OAuthError } from "../kernel/oauth"

import { hasConsent } from "~src/messaging/consent"

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

interface Way {
  /** The whole header; unused with a gateway. */
  authorization: string
  gateway?: GatewayAccess
}

/** A client for a workspace and a key, which may be one that is being tried out. */
async function vitallyClient(context: WorkerContext, workspace: Workspace, way: Way) {
  return createVitallyClient({
    ...workspace,
    ...way,
    fetch: context.fetch,
    limiter: await vitallyLimiter(context),
    place: await context.memory.remember("vitally.place", () => Promise.resolve({ base: 0 })),
    now: context.now,
    random: context.random,
  })
}

/** By the team gateway where one is signed in there, else with a key of one's own; null if there is neither. */
async function wayIn(context: WorkerContext): Promise<Way | null> {
  const { gateway } = await context.settings.get()
  if (gateway.url !== "")
    return (await gatewayInUse(context))
      ? { authorization: "", gateway: gatewayAccess(context, gateway.url) }
      : null
  const authorization = await context.secrets.vitallyAuthorization()
  return authorization === null ? null : { authorization }
}

/** What a client needs to ask by the gateway. */
export function gatewayAccess(context: WorkerContext, url: string): GatewayAccess {
  return {
    url,
    token: async (refused) => {
      try {
        return await gatewayToken(context, refused)
      } catch (error) {
        if (!(error instanceof OAuthError)) throw error
        if (error.trouble === "ended") throw new VitallyError("auth", { gateway: "signed-out" })
        throw new VitallyError("server", { gateway: "provider-down" })
      }
    },
  }
}

export interface VitallySession {
  client: VitallyClient
  /** From `workspaceId`. */
  workspace: string
}

/** The connected workspace; null if there is none, or no way to ask it. */
export async function vitallySession(context: WorkerContext): Promise<VitallySession | null> {
  const settings = await context.settings.get()
  const { vitally } = settings
  const way = vitally.connected && hasConsent(settings) ? await wayIn(context) : null
  if (way === null) return null
  return {
    client: await vitallyClient(context, vitally, way),
    workspace: workspaceId(vitally),
  }
}

/** After a 429 the user may try once, whatever Vitally asked for; if it answers, nobody waits any longer. */
export async function knock(context: WorkerContext): Promise<void> {
  const { blockedUntil } = await (await vitallyLimiter(context)).state()
  if (context.now() >= blockedUntil) return
  const session = await vitallySession(context)
  await session?.client.accounts({ limit: 1 }, { insist: true }).catch(() => undefined)
}
