/** Connecting a Vitally workspace, leaving it, and saying who one is. */
import { normaliseSubdomain, parseApiKey, type Workspace } from "~src/worker/vitally/api"
import type { PartialHandlers } from "~src/worker/kernel/handlers"
import { getMeta } from "~src/worker/cache/meta"
import { clearCache } from "~src/worker/cache/workspace"

import { log } from "../../kernel/log"
import { forgetHealth } from "../../kernel/service-health"
import { statusOf } from "../status/status"
import { askResummariseAll } from "../../sync/rows/resummarise"
import { adoptWorkspace, everythingChanged, startSync } from "./adopt-workspace"
import { connectVitally } from "./connect-vitally"
import { currentEpoch, beginEpoch } from "../../kernel/epoch"
import type { Fault } from "~src/messaging/contract"
import { leaveGateway } from "./leave-gateway"
import { needConsent } from "../../kernel/need-consent"
import type { WorkerContext } from "../../kernel/context"
import { vitallyLimiter } from "../../vitally/session"
import { decideMissing } from "../../sync/decide-missing"
import { fullKey } from "../../sync/sync-job"
import { diagnose } from "./doctor"
import { testService } from "./test-service"

export const connectionHandlers = {
  "vitally.connect": async ({ apiKey, ...typed }, context) => {
    await needConsent(context)
    const isCurrent = currentEpoch(context, "vitally")
    const { region, subdomain } = await workspaceOf(context, typed)
    const outcome = await connectVitally({
      region,
      subdomain,
      apiKey,
      fetch: context.fetch,
      limiter: await vitallyLimiter(context),
      now: context.now,
      random: context.random,
      online: context.platform.online.now(),
    })
    void log(
      context,
      outcome.connected ? "vitally.connected" : "vitally.refused",
      {},
      outcome.connected ? undefined : outcome.fault.code,
    )
    if (!outcome.connected) return outcome
    const adopted = await adoptWorkspace(
      context,
      { region, subdomain },
      outcome,
      () => context.secrets.setVitallyAuthorization(parseApiKey(apiKey)),
      isCurrent,
    )
    if (!adopted) return superseded
    return { connected: true, admins: outcome.admins }
  },

  "vitally.disconnect": async ({ deleteCache }, context) => {
    beginEpoch(context, "vitally")
    await context.secrets.setVitallyAuthorization(null)
    await leaveGateway(context)
    await forgetHealth(context, "vitally")
    await context.settings.set({ vitally: { connected: false } })
    if (deleteCache) await clearCache(context.db)
    void log(context, "vitally.disconnected", { deleteCache })
    everythingChanged(context)
    return {}
  },

  "vitally.admins": async (_request, { db }) => ({
    admins: (await getMeta(db, "admins")) ?? [],
    roles: (await getMeta(db, "roles")) ?? [],
  }),

  "me.set": async ({ adminId, role = "" }, context) => {
    const admins = (await getMeta(context.db, "admins")) ?? []
    const admin = admins.find(({ id }) => id === adminId)
    const name = admin?.name ?? "You"
    const email = admin?.email
    await context.settings.set({ me: { adminId, name, role, ...(email !== undefined && { email }) } })
    // Whose book an account is in hangs on it.
    await askResummariseAll(context.db)
    everythingChanged(context)
    startSync(context)
    return {}
  },

  "missing.decide": async ({ remove }, context) => {
    await decideMissing(context.db, remove, context.now())
    everythingChanged(context)
    if (remove) startSync(context)
    return {}
  },

  "sync.now": async ({ full = false }, context) => {
    if (full) await context.platform.session.set({ [fullKey]: true })
    startSync(context)
    return {}
  },

  "connection.check": async (_request, context) => ({ rows: await diagnose(context) }),
  "service.test": async ({ service }, context) => {
    await testService(context, service)
    return statusOf(context)
  },
} satisfies PartialHandlers

const superseded: { connected: false; fault: Fault } = {
  connected: false,
  fault: {
    code: "refused",
    title: "Something else was connected, disconnected or deleted meanwhile.",
    detail: "Nothing of this connection was kept.",
    next: "Connect again.",
  },
}

/** What the user typed, where an administrator has not decided it. */
async function workspaceOf(
  { settings }: WorkerContext,
  typed: { region: "us" | "eu"; subdomain: string },
): Promise<Workspace> {
  const { vitally, locked } = await settings.get()
  return {
    region: locked.includes("vitally.region") ? vitally.region : typed.region,
    subdomain: normaliseSubdomain(locked.includes("vitally.subdomain") ? vitally.subdomain : typed.subdomain),
  }
}
