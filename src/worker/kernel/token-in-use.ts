/** The access token in use at a service, and its silent renewal: one in flight at a time, the new refresh token stored before use. */
import type { TokenVault } from "../cache/token-vault"
import type { WorkerContext } from "./context"
import { type OAuthCall, OAuthError, refreshTokens, type Tokens } from "./oauth"

/** A token is renewed this long before it ends: a slow request must not outlive it. */
const marginMs = 60_000
/** If the provider does not say how long a token lives. */
const assumedSeconds = 300

export interface SignedIn<G> {
  vault: TokenVault<G>
  lockName: string
  /** The sign-in that may be used now; null: none. */
  inUse: () => Promise<G | null>
  callOf: (grant: G) => OAuthCall
}

/**
 * A token to ask the service with.
 * @param refused the one that it did not take, for a new one.
 * @throws OAuthError `ended` after the provider's definite no: the sign-in is then forgotten.
 */
export async function tokenInUse<G extends { refreshToken: string }>(
  context: WorkerContext,
  { vault, lockName, inUse, callOf }: SignedIn<G>,
  refused?: string,
): Promise<string> {
  const known = await vault.access()
  if (isGood(known, context.now(), refused)) return known.accessToken
  return context.platform.locks.whenFree(lockName, async () => {
    const newer = await vault.access()
    if (isGood(newer, context.now(), refused)) return newer.accessToken
    const grant = await inUse()
    if (!grant) throw new OAuthError("ended", "signed out")
    try {
      const tokens = await refreshTokens(callOf(grant), grant.refreshToken)
      await keepTokens(vault, grant, tokens, context.now())
      return tokens.accessToken
    } catch (error) {
      if (error instanceof OAuthError && error.trouble === "ended") await forgetTokens(vault)
      throw error
    }
  })
}

function isGood<T extends { accessToken: string; expiresAt: number }>(
  access: T | null,
  now: number,
  refused: string | undefined,
): access is T {
  return access !== null && access.accessToken !== refused && access.expiresAt - marginMs > now
}

/** @param now epoch milliseconds. */
export async function keepTokens<G extends { refreshToken: string }>(
  vault: TokenVault<G>,
  grant: Omit<G, "refreshToken">,
  { accessToken, refreshToken, expiresIn = assumedSeconds }: Tokens,
  now: number,
): Promise<void> {
  if (refreshToken !== undefined) await vault.setGrant({ ...grant, refreshToken } as G)
  await vault.setAccess({ accessToken, expiresAt: now + expiresIn * 1000 })
}

export async function forgetTokens<G>(vault: TokenVault<G>): Promise<void> {
  await vault.setGrant(null)
  await vault.setAccess(null)
}
