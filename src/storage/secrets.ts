/**
 * Keys and tokens. The API key and the refresh token outlive the browser, access tokens and sign-in state do not.
 * Nothing here may reach a reply, a log, an error or an export (`secrets.test.ts` holds a canary).
 */
import type { StorageArea } from "~src/platform/storage-area"

export interface SalesforceAccess {
  accessToken: string
  instanceUrl: string
  /** Epoch milliseconds when it was issued. */
  issuedAt: number
}

/** An OAuth sign-in on its way. */
export interface PendingSignIn {
  state: string
  verifier: string
}

export interface Secrets {
  /** Ready for the `Authorization` header; null where none is stored. */
  vitallyAuthorization(): Promise<string | null>
  /** Takes what the user pasted, a bare key or a whole `Basic …` header; null forgets it. */
  setVitallyKey(pasted: string | null): Promise<void>
  salesforceRefreshToken(): Promise<string | null>
  setSalesforceRefreshToken(token: string | null): Promise<void>
  salesforceAccess(): Promise<SalesforceAccess | null>
  setSalesforceAccess(access: SalesforceAccess | null): Promise<void>
  pendingSignIn(): Promise<PendingSignIn | null>
  setPendingSignIn(pending: PendingSignIn | null): Promise<void>
}

const keys = {
  vitally: "secret.vitally.authorization",
  refresh: "secret.salesforce.refreshToken",
  access: "secret.salesforce.access",
  pending: "secret.salesforce.pending",
} as const

/** Keys of `storage.local` that no export may hold. */
export const secretKeys: readonly string[] = Object.values(keys)

/** The header value: Vitally wants the key as user name and an empty password. */
export function vitallyAuthorizationOf(pasted: string): string {
  const text = pasted.trim().replace(/^authorization:\s*/i, "")
  const header = /^basic\s+(\S+)$/i.exec(text)
  return `Basic ${header?.[1] ?? btoa(`${text}:`)}`
}

export function createSecrets(local: StorageArea, session: StorageArea): Secrets {
  const read = async <T>(area: StorageArea, key: string): Promise<T | null> =>
    ((await area.get(key)) as T | undefined) ?? null
  const write = (area: StorageArea, key: string, value: unknown) =>
    value === null ? area.remove(key) : area.set({ [key]: value })
  return {
    vitallyAuthorization: () => read(local, keys.vitally),
    setVitallyKey: (pasted) =>
      write(local, keys.vitally, pasted === null ? null : vitallyAuthorizationOf(pasted)),
    salesforceRefreshToken: () => read(local, keys.refresh),
    setSalesforceRefreshToken: (token) => write(local, keys.refresh, token),
    salesforceAccess: () => read(session, keys.access),
    setSalesforceAccess: (access) => write(session, keys.access, access),
    pendingSignIn: () => read(session, keys.pending),
    setPendingSignIn: (pending) => write(session, keys.pending, pending),
  }
}
