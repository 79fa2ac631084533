/**
 * Keys and tokens. The API key and the refresh token outlive the browser, access tokens and sign-in state do not.
 * Nothing here may reach a reply, a log, an error or an export (`secrets.test.ts` holds a canary).
 */
import type { StorageArea } from "~src/platform/storage-area"

import { createSalesforceVault, salesforceSecretKeys, type SalesforceVault } from "./salesforce-vault"

export interface Secrets {
  /** Ready for the `Authorization` header; null where none is stored. */
  vitallyAuthorization(): Promise<string | null>
  /** Takes what the user pasted, a bare key or a whole `Basic …` header; null forgets it. */
  setVitallyKey(pasted: string | null): Promise<void>
  salesforce: SalesforceVault
}

const vitallyKey = "secret.vitally.authorization"

/** Keys of `storage.local` that no export may hold. */
export const secretKeys: readonly string[] = [vitallyKey, ...salesforceSecretKeys]

/** The header value: Vitally wants the key as user name and an empty password. */
export function vitallyAuthorizationOf(pasted: string): string {
  const text = pasted.trim().replace(/^authorization:\s*/i, "")
  const header = /^basic\s+(\S+)$/i.exec(text)
  return `Basic ${header?.[1] ?? btoa(`${text}:`)}`
}

export function createSecrets(local: StorageArea, session: StorageArea): Secrets {
  return {
    vitallyAuthorization: async () => ((await local.get(vitallyKey)) as string | undefined) ?? null,
    setVitallyKey: (pasted) =>
      pasted === null
        ? local.remove(vitallyKey)
        : local.set({ [vitallyKey]: vitallyAuthorizationOf(pasted) }),
    salesforce: createSalesforceVault(local, session),
  }
}
