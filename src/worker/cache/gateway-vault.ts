/** What a sign-in at the team gateway keeps: the grant outlives the browser, the access token does not. */
import type { StorageArea } from "~src/platform/storage-area"

export interface GatewayGrant {
  refreshToken: string
  /** Where it was made; a token of one gateway or provider is never sent to another. */
  gateway: string
  issuer: string
  clientId: string
}

export interface GatewayAccess {
  accessToken: string
  /** Epoch milliseconds. */
  expiresAt: number
}

export interface GatewayVault {
  grant(): Promise<GatewayGrant | null>
  setGrant(grant: GatewayGrant | null): Promise<void>
  access(): Promise<GatewayAccess | null>
  setAccess(access: GatewayAccess | null): Promise<void>
}

const grantKey = "secret.gateway.grant"
const accessKey = "secret.gateway.access"

export const gatewaySecretKeys: readonly string[] = [grantKey, accessKey]

export function createGatewayVault(local: StorageArea, session: StorageArea): GatewayVault {
  const write = (area: StorageArea, key: string, value: unknown) =>
    value === null ? area.remove(key) : area.set({ [key]: value })
  return {
    grant: async () => grantIn(await local.get(grantKey)),
    setGrant: (grant) => write(local, grantKey, grant),
    access: async () => accessIn(await session.get(accessKey)),
    setAccess: (access) => write(session, accessKey, access),
  }
}

/** Junk, or a form of another version, counts as nothing: the user signs in again. */
function grantIn(stored: unknown): GatewayGrant | null {
  const { refreshToken, gateway, issuer, clientId } = (stored ?? {}) as Partial<GatewayGrant>
  return refreshToken && gateway && issuer && clientId ? { refreshToken, gateway, issuer, clientId } : null
}

function accessIn(stored: unknown): GatewayAccess | null {
  const { accessToken, expiresAt } = (stored ?? {}) as Partial<GatewayAccess>
  return accessToken && expiresAt ? { accessToken, expiresAt } : null
}
