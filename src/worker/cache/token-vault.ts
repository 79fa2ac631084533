/** What a sign-in keeps: the grant outlives the browser, the access token does not. */
import type { StorageArea } from "~src/platform/storage-area"

/** Where it was made; a token of one service is never sent to another. */
interface Grant {
  refreshToken: string
  clientId: string
}

export interface GatewayGrant extends Grant {
  gateway: string
  issuer: string
}

export interface LookerGrant extends Grant {
  /** `https://acme.cloud.looker.com`, where one signs in. */
  ui: string
  /** The API's origin; older instances have it on a port of its own. */
  api: string
}

interface Access {
  accessToken: string
  /** Epoch milliseconds. */
  expiresAt: number
}

export interface TokenVault<G> {
  grant(): Promise<G | null>
  setGrant(grant: G | null): Promise<void>
  access(): Promise<Access | null>
  setAccess(access: Access | null): Promise<void>
}

const grantKey = (service: string) => `secret.${service}.grant`
const accessKey = (service: string) => `secret.${service}.access`

export const tokenSecretKeys: readonly string[] = ["gateway", "looker"].flatMap((service) => [
  grantKey(service),
  accessKey(service),
])

/** @param names what a grant must hold. Junk, or a form of another version, counts as nothing: the user signs in again. */
export function createTokenVault<G extends Grant>(
  { local, session }: { local: StorageArea; session: StorageArea },
  service: "gateway" | "looker",
  names: readonly (keyof G)[],
): TokenVault<G> {
  const read = async <T>(area: StorageArea, key: string, wanted: readonly (keyof T)[]) => {
    const stored = ((await area.get(key)) ?? {}) as Partial<T>
    return wanted.every((name) => stored[name]) ? (stored as T) : null
  }
  const write = (area: StorageArea, key: string, value: unknown) =>
    value === null ? area.remove(key) : area.set({ [key]: value })
  return {
    grant: () => read<G>(local, grantKey(service), ["refreshToken", "clientId", ...names]),
    setGrant: (grant) => write(local, grantKey(service), grant),
    access: () => read<Access>(session, accessKey(service), ["accessToken", "expiresAt"]),
    setAccess: (access) => write(session, accessKey(service), access),
  }
}
