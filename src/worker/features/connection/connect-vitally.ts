/** Checks a key against a workspace and says exactly what is wrong where it fails. */
import {
  createVitallyClient,
  normaliseSubdomain,
  parseApiKey,
  type TransportOptions,
  type VitallyClient,
  VitallyError,
  vitallyFault,
} from "~src/worker/vitally/api"
import type { Fault } from "~src/messaging/contract"
import type { Admin } from "~src/messaging/views/options"
import { bagsIn, filled, textIn, type VitallyAccount } from "~src/worker/vitally/rows"

export interface ConnectOptions extends Omit<TransportOptions, "authorization" | "forgiving"> {
  /** As pasted: a bare key or a whole header; unused with a gateway. */
  apiKey: string
  online: boolean
}

export type ConnectResult =
  { connected: true; admins: Admin[]; roles: string[] } | { connected: false; fault: Fault }

/**
 * Verifies a key with one page of accounts and lists the workspace's admins. Tells a wrong key, a wrong subdomain, no network and
 * a missing permission apart. Stores nothing; never throws.
 */
export async function connectVitally({ apiKey, online, ...options }: ConnectOptions): Promise<ConnectResult> {
  const authorization = options.gateway ? "" : parseApiKey(apiKey)
  if (authorization === null) return { connected: false, fault: notAKey }
  const subdomain = normaliseSubdomain(options.subdomain)
  if (!options.gateway && options.region === "us" && subdomain === "")
    return { connected: false, fault: noSubdomain }
  const client = createVitallyClient({ ...options, subdomain, authorization, forgiving: false })
  try {
    const { rows } = await client.accounts({ limit: 100 })
    const admins = await client.admins().catch((error: unknown) => {
      if (error instanceof VitallyError && error.kind !== "auth") return null
      throw error
    })
    const people = admins ? admins.rows.map(adminOf).sort(byName) : adminsIn(rows)
    return { connected: true, admins: people, roles: rolesIn(rows) }
  } catch (error) {
    const shared =
      options.region === "us" && !options.gateway
        ? createVitallyClient({ ...options, subdomain: "", authorization, forgiving: false })
        : undefined
    return { connected: false, fault: await faultFor(error, shared, online) }
  }
}

const notAKey: Fault = {
  code: "bad-request",
  title: "This is no API key.",
  detail: "Nothing was sent.",
  next: "Paste the secret token (sk_live_…) or the whole Basic header from Vitally's settings.",
}

const noSubdomain: Fault = {
  code: "bad-request",
  title: "This is no subdomain.",
  detail: "Nothing was sent.",
  next: "Use the first part of the address of your Vitally workspace: acme for acme.vitally.io.",
}

async function faultFor(error: unknown, shared: VitallyClient | undefined, online: boolean): Promise<Fault> {
  if (!(error instanceof VitallyError) || error.gateway !== undefined) return vitallyFault(error)
  if (error.kind === "auth")
    return {
      code: "auth",
      title: "Vitally does not accept this API key.",
      detail: "It may be mistyped, revoked, or belong to the other region.",
      next: "Copy it again in Vitally under Settings, Integrations, Vitally REST API, and check the region.",
    }
  if (error.kind === "forbidden")
    return {
      code: "forbidden",
      title: "The API key has no permission to read accounts.",
      detail: "Vitally knows the key but refuses the request.",
      next: "Ask a Vitally administrator for a key with full access.",
    }
  const unreachable = error.kind === "network" || error.kind === "not-found"
  if (unreachable && online && shared && (await answers(shared))) return wrongSubdomain
  if (error.kind === "not-found") return wrongSubdomain
  if (error.kind === "network")
    return {
      code: "network",
      title: online ? "Vitally could not be reached." : "The computer is offline.",
      detail: "Nothing was saved.",
      next: "Check the connection and the subdomain, then try again.",
    }
  return vitallyFault(error)
}

const wrongSubdomain: Fault = {
  code: "not-found",
  title: "There is no Vitally workspace under this subdomain.",
  detail: "The shared address answers, but not the one with this subdomain.",
  next: "Use the first part of the address of your Vitally workspace: acme for acme.vitally.io.",
}

/** Any answer of the API, even a refusal, shows that the network is fine. */
async function answers(client: VitallyClient): Promise<boolean> {
  try {
    await client.accounts({ limit: 1 })
    return true
  } catch (error) {
    return error instanceof VitallyError && error.status !== undefined
  }
}

interface AdminLike {
  id: string
  name?: string | null | undefined
  email?: string | null | undefined
  licenseStatus?: string | null | undefined
}

function adminOf(admin: AdminLike): Admin {
  const email = filled(admin.email)
  return {
    id: admin.id,
    name: filled(admin.name) ?? email ?? "Unnamed",
    ...(email !== undefined && { email }),
    active: admin.licenseStatus !== "deactivated",
  }
}

function byName(a: Admin, b: Admin): number {
  return a.name.localeCompare(b.name)
}

/** Where the list of admins is closed, the people in key roles stand in for it. */
function adminsIn(accounts: readonly VitallyAccount[]): Admin[] {
  const admins = new Map<string, Admin>()
  for (const { keyRoles } of accounts)
    for (const role of bagsIn(keyRoles)) {
      const user = role.vitallyUser
      const id = textIn(user, "id")
      if (id !== undefined)
        admins.set(
          id,
          adminOf({
            id,
            name: textIn(user, "name"),
            email: textIn(user, "email"),
            licenseStatus: textIn(user, "licenseStatus"),
          }),
        )
    }
  return [...admins.values()].sort(byName)
}

function rolesIn(accounts: readonly VitallyAccount[]): string[] {
  return [
    ...new Set(
      accounts.flatMap(({ keyRoles }) =>
        bagsIn(keyRoles).flatMap((role) => textIn(role.keyRole, "label") ?? []),
      ),
    ),
  ].sort()
}
