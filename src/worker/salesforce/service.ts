/** The Salesforce client of whoever is signed in, and what is remembered of the org between calls. */
import { hasConsent } from "~src/messaging/consent"
import { createSalesforceClient, type SalesforceClient } from "./api/client"
import { SalesforceError } from "./api/errors"
import type { SalesforceLimits } from "./api/limits"
import { isKnownInstanceHost } from "~src/hosts"
import type { WorkerContext } from "../kernel/context"
import { beginEpoch, currentEpoch } from "../kernel/epoch"
import type { SalesforceGrant } from "../cache/salesforce-vault"

import type { OrgSchema, SchemaStore } from "./schema"
import { currentSession, isResumeDue, renewSession, resumeSession } from "./session"
import type { SessionDeps } from "./session-deps"

/** What the external client app's callback must be set to. */
const redirectUri = ({ platform }: WorkerContext) => `${platform.identity.redirectUrl}oauth`

/** What sign-in and renewal need of the worker. */
export function sessionDeps(context: WorkerContext): SessionDeps {
  return {
    fetch: context.fetch,
    vault: context.secrets.salesforce,
    isKnownHost: isKnownInstanceHost,
    lock: (name, work) => context.platform.locks.whenFree(name, work),
    launch: (url, interactive) => context.platform.identity.signIn(url, interactive),
    redirectUri: redirectUri(context),
    now: () => context.now(),
    isCurrent: currentEpoch(context, "salesforce"),
    begin: () => beginEpoch(context, "salesforce"),
  }
}

/** Said where settings speak of a sign-in and its tokens are gone. */
export const signedOutFault = new SalesforceError("sign-in-again", 0, "", "").fault

/** Somebody signed in, or a sign-in was taken up again: what waited for it goes on. */
export const signedInTopic = "salesforce"

/** Whether there is a sign-in to ask with, or one that may be taken up again now. */
export async function maySalesforceAsk(context: WorkerContext): Promise<boolean> {
  if ((await context.secrets.salesforce.grant()) !== null) return true
  return !(await isSwitchedOff(context)) && isResumeDue(sessionDeps(context))
}

/** Undefined if nobody is signed in. A sign-in that the org ended is first taken up again, where a try is due. */
export async function salesforceClient(context: WorkerContext): Promise<SalesforceClient | undefined> {
  if ((await isSwitchedOff(context)) || !hasConsent(await context.settings.get())) return undefined
  const deps = sessionDeps(context)
  const grant = (await context.secrets.salesforce.grant()) ?? (await resumed(context, deps))
  if (!grant) return undefined
  const versionKey = `salesforce.version:${grant.orgId}`
  return createSalesforceClient({
    fetch: context.fetch,
    session: () => currentSession(deps),
    renew: (expired) => renewSession(deps, expired),
    version: {
      get: async () => ((await context.db.get("meta", versionKey))?.value as string | undefined) ?? undefined,
      set: async (version) => {
        await context.db.put("meta", { key: versionKey, value: version })
      },
    },
    onLimits: (limits) => void rememberLimits(context, limits),
    wait: (ms) => context.wait(ms),
    random: () => context.random(),
  })
}

async function resumed(context: WorkerContext, deps: SessionDeps): Promise<SalesforceGrant | null> {
  const grant = await resumeSession(deps)
  if (grant) context.publish("status", signedInTopic)
  return grant
}

/** An administrator can switch the connection off for everyone; a sign-in from before then rests. */
export async function isSwitchedOff({ settings }: Pick<WorkerContext, "settings">): Promise<boolean> {
  const { locked, salesforce } = await settings.get()
  return salesforce.mode === "none" && locked.includes("salesforce.mode")
}

/** Field lists differ by org and by user. */
export async function schemaStore(context: WorkerContext): Promise<SchemaStore> {
  const grant = await context.secrets.salesforce.grant()
  // Another name than before it held what may be filtered and sorted by.
  const key = `salesforce.schema.2:${grant?.orgId ?? ""}:${grant?.userId ?? ""}`
  return {
    get: async () => (await context.db.get("meta", key))?.value as OrgSchema | undefined,
    set: async (schema) => {
      await context.db.put("meta", { key, value: schema })
    },
  }
}

/** Where links into Salesforce lead, and who is signed in there. Links work after a sign-in ended, too. */
export async function salesforceUser({
  secrets,
  settings,
}: Pick<WorkerContext, "secrets" | "settings">): Promise<{ apiHost: string; userId?: string } | undefined> {
  const grant = await secrets.salesforce.grant()
  if (grant) return { apiHost: grant.apiHost, userId: grant.userId }
  const { myDomain } = (await settings.get()).salesforce
  return myDomain === "" ? undefined : { apiHost: myDomain }
}

/** `<org>:<user>` of whoever signed in last: what is cached of Salesforce is theirs. */
export const userKey = "salesforce.user"

/** 18-character org id of whoever is signed in, or was until the org ended it. */
export async function signedInOrg({
  secrets,
  settings,
  db,
}: Pick<WorkerContext, "secrets" | "settings" | "db">): Promise<string | undefined> {
  const grant = await secrets.salesforce.grant()
  if (grant) return grant.orgId
  if (!(await settings.get()).salesforce.connected) return undefined
  const last = (await db.get("meta", userKey))?.value
  return typeof last === "string" ? last.split(":")[0] : undefined
}

const limitsKey = "salesforce.limits"
/** The org's limit is a window of 24 hours that moves on: an old word on it must not stop us for ever. */
const limitsHoldMs = 3 * 3_600_000

interface KnownLimits extends SalesforceLimits {
  /** Epoch milliseconds. */
  at: number
}

async function rememberLimits(context: WorkerContext, limits: SalesforceLimits): Promise<void> {
  const value: KnownLimits = { ...limits, at: context.now() }
  // Lost where storage is full: the next answer brings it again.
  await context.db.put("meta", { key: limitsKey, value }).catch(() => undefined)
}

/** The newest word on the org's daily limit, where it is not older than three hours. */
export async function knownLimits({
  db,
  now,
}: Pick<WorkerContext, "db" | "now">): Promise<SalesforceLimits | null> {
  const known = (await db.get("meta", limitsKey))?.value as KnownLimits | undefined
  return known && now() - known.at < limitsHoldMs ? known : null
}
