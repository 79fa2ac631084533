/**
 * What a Salesforce sign-in keeps, by org and user: the grant outlives the browser, the access token and a sign-in on its
 * way do not.
 */
import type { StorageArea } from "~src/platform/storage-area"

/** A sign-in on its way: what must be remembered until its answer comes. `startedAt` is in epoch milliseconds. */
export interface PkceState {
  state: string
  verifier: string
  apiHost: string
  clientId: string
  redirectUri: string
  startedAt: number
}

/** One user of one org. A token of another user or org is never used in its place. */
export interface SalesforceGrant {
  refreshToken: string
  orgId: string
  userId: string
  /** `https://acme.my.salesforce.com` */
  instanceUrl: string
  /** The My Domain host that the user chose. */
  apiHost: string
  clientId: string
}

/** A sign-in that the org ended: whose it was, and how often it was tried to take it up again without the user. */
export interface SalesforceLapse extends Pick<SalesforceGrant, "apiHost" | "clientId" | "orgId" | "userId"> {
  tries: number
  /** Epoch milliseconds. */
  triedAt: number
}

interface SalesforceAccess {
  accessToken: string
  orgId: string
  userId: string
}

export interface SalesforceVault {
  grant(): Promise<SalesforceGrant | null>
  setGrant(grant: SalesforceGrant | null): Promise<void>
  lapse(): Promise<SalesforceLapse | null>
  setLapse(lapse: SalesforceLapse | null): Promise<void>
  access(): Promise<SalesforceAccess | null>
  setAccess(access: SalesforceAccess | null): Promise<void>
  pending(): Promise<PkceState | null>
  setPending(pending: PkceState | null): Promise<void>
}

const keys = {
  grant: "secret.salesforce.grant",
  lapse: "secret.salesforce.lapse",
  access: "secret.salesforce.access",
  pending: "secret.salesforce.pending",
} as const

export const salesforceSecretKeys: readonly string[] = Object.values(keys)

export function createSalesforceVault(local: StorageArea, session: StorageArea): SalesforceVault {
  /** Junk, or a form of an earlier version, counts as nothing: the user signs in again. */
  const read = async <T extends object>(
    area: StorageArea,
    key: string,
    needs: (keyof T)[],
  ): Promise<T | null> => {
    const value = await area.get(key)
    if (typeof value !== "object" || value === null) return null
    const record = value as Record<PropertyKey, unknown>
    return needs.every((name) => record[name] !== undefined) ? (value as T) : null
  }
  const write = (area: StorageArea, key: string, value: unknown) =>
    value === null ? area.remove(key) : area.set({ [key]: value })
  return {
    grant: () =>
      read(local, keys.grant, ["refreshToken", "orgId", "userId", "instanceUrl", "apiHost", "clientId"]),
    setGrant: (grant) => write(local, keys.grant, grant),
    lapse: () => read(local, keys.lapse, ["apiHost", "clientId", "orgId", "userId", "tries", "triedAt"]),
    setLapse: (lapse) => write(local, keys.lapse, lapse),
    access: () => read(session, keys.access, ["accessToken", "orgId", "userId"]),
    setAccess: (access) => write(session, keys.access, access),
    pending: () => read(session, keys.pending, ["state", "verifier", "apiHost", "clientId", "redirectUri"]),
    setPending: (pending) => write(session, keys.pending, pending),
  }
}
