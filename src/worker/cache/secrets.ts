/**
 * Keys and tokens. The API key and the refresh token outlive the browser, access tokens and sign-in state do not.
 * Nothing here may reach a reply, a log, an error or an export (`secrets.test.ts` holds a canary).
 */
import type { StorageArea } from "~src/platform/storage-area"

import { createSalesforceVault, salesforceSecretKeys, type SalesforceVault } from "./salesforce-vault"
import {
  createTokenVault,
  type GatewayGrant,
  type LookerGrant,
  tokenSecretKeys,
  type TokenVault,
} from "./token-vault"

export interface Secrets {
  /** Ready for the `Authorization` header; null if none is stored. */
  vitallyAuthorization(): Promise<string | null>
  /** Takes that header, never a bare key; null forgets it. */
  setVitallyAuthorization(header: `Basic ${string}` | null): Promise<void>
  salesforce: SalesforceVault
  gateway: TokenVault<GatewayGrant>
  looker: TokenVault<LookerGrant>
}

const vitallyKey = "secret.vitally.authorization"

/** Keys of `storage.local` that no export may hold. */
export const secretKeys: readonly string[] = [vitallyKey, ...salesforceSecretKeys, ...tokenSecretKeys]

export function createSecrets(local: StorageArea, session: StorageArea): Secrets {
  return {
    vitallyAuthorization: async () => ((await local.get(vitallyKey)) as string | undefined) ?? null,
    setVitallyAuthorization: (header) =>
      header === null ? local.remove(vitallyKey) : local.set({ [vitallyKey]: header }),
    salesforce: createSalesforceVault(local, session),
    gateway: createTokenVault({ local, session }, "gateway", ["gateway", "issuer"]),
    looker: createTokenVault({ local, session }, "looker", ["ui", "api"]),
  }
}
