/** Connecting a Vitally workspace, leaving it, and saying who one is. */
import { normaliseSubdomain, parseApiKey, type Workspace, workspaceId } from "~src/worker/vitally/api"
import type { PartialHandlers } from "~src/worker/kernel/handlers"
import { getMeta, setMeta } from "~src/worker/cache/meta"
import { clearCache, ensureWorkspace } from "~src/worker/cache/workspace"

import { log } from "../../kernel/log"
import { markForeign, orphan } from "../../outbox/claim"
import { sendSoon } from "../../outbox/service"
import { forgetHealth, noteHealth } from "../../kernel/service-health"
import { statusOf } from "../status/status"
import { askResummariseAll } from "../../sync/rows/resummarise"
import { connectVitally } from "./connect-vitally"
import { runJob } from "../../kernel/job"
import type { WorkerContext } from "../../kernel/context"
import { vitallyLimiter } from "../../vitally/session"
import { decideMissing } from "../../sync/decide-missing"
import { fullKey, syncJob } from "../../sync/sync-job"
import { testService } from "./test-service"

export const connectionHandlers = {
  "vitally.connect": async ({ apiKey, ...typed }, context) => {
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
    const workspace = workspaceId({ region, subdomain })
    // In the EU one address serves all: another key may lead to another workspace under the same name.
    const strangers = isElsewhere(await getMeta(context.db, "admins"), outcome.admins)
    if (strangers) {
      await clearCache(context.db)
      await orphan(context.db, workspace)
    }
    const left = (await ensureWorkspace(context.db, workspace)) || strangers
    await markForeign(context.db, "vitally", workspace)
    await Promise.all([
      setMeta(context.db, "admins", outcome.admins),
      setMeta(context.db, "roles", outcome.roles),
    ])
    await context.secrets.setVitallyAuthorization(parseApiKey(apiKey))
    await forgetHealth(context, "vitally")
    await context.settings.set({
      vitally: { region, subdomain, connected: true },
      // Nobody there has this id.
      ...(left && { me: null, covering: [] }),
    })
    await noteHealth(context, "vitally")
    everythingChanged(context)
    // Writes that waited for a key go now; the first sweep begins.
    await sendSoon(context, { again: true, target: "vitally" })
    startSync(context)
    return { connected: true, admins: outcome.admins }
  },

  "vitally.disconnect": async ({ deleteCache }, context) => {
    await context.secrets.setVitallyAuthorization(null)
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

  "service.test": async ({ service }, context) => {
    await testService(context, service)
    return statusOf(context)
  },
} satisfies PartialHandlers

/** Not one of the people known so far is among those of now. */
function isElsewhere(before: readonly Person[] | undefined, now: readonly Person[]): boolean {
  return (
    before !== undefined &&
    before.length > 0 &&
    now.length > 0 &&
    !now.some(({ id }) => before.some((known) => known.id === id))
  )
}

interface Person {
  id: string
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

function everythingChanged({ publish }: WorkerContext): void {
  publish("settings", "status", "popup", "book")
}

/** Not awaited: a sweep takes minutes, and its alarm carries it through a worker's death. */
function startSync(context: WorkerContext): void {
  void runJob(context, syncJob).catch(() => undefined)
}
