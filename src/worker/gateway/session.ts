/** The access token in use at the team gateway, and its silent renewal: one in flight at a time, the new refresh token stored before use. */
import type { GatewayGrant } from "../cache/gateway-vault"
import type { WorkerContext } from "../kernel/context"
import { OAuthError, refreshTokens, type Tokens } from "../kernel/oauth"

/** A token is renewed this long before it ends: a slow request must not outlive it. */
const marginMs = 60_000
/** If the provider does not say how long a token lives. */
const assumedSeconds = 300
const lockName = "gateway-renewal"

/** The gateway that is set up, where somebody is signed in at exactly that one; else null. */
export async function gatewayInUse(context: WorkerContext): Promise<GatewayGrant | null> {
  const { gateway } = await context.settings.get()
  const grant = await context.secrets.gateway.grant()
  return grant && gateway.url === grant.gateway ? grant : null
}

/**
 * A token to ask the gateway with.
 * @param refused the one that it did not take, for a new one.
 * @throws OAuthError `ended` after the provider's definite no: the sign-in is then forgotten.
 */
export async function gatewayToken(context: WorkerContext, refused?: string): Promise<string> {
  const known = await context.secrets.gateway.access()
  if (isGood(known, context.now(), refused)) return known.accessToken
  return context.platform.locks.whenFree(lockName, async () => {
    const newer = await context.secrets.gateway.access()
    if (isGood(newer, context.now(), refused)) return newer.accessToken
    const grant = await gatewayInUse(context)
    if (!grant) throw new OAuthError("ended", "signed out")
    try {
      const tokens = await refreshTokens({ fetch: context.fetch, ...grant }, grant.refreshToken)
      await keep(context, grant, tokens)
      return tokens.accessToken
    } catch (error) {
      if (error instanceof OAuthError && error.trouble === "ended") await forget(context)
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

export async function keep(
  { secrets, now }: WorkerContext,
  grant: Omit<GatewayGrant, "refreshToken">,
  tokens: Tokens,
): Promise<void> {
  if (tokens.refreshToken !== undefined)
    await secrets.gateway.setGrant({ ...grant, refreshToken: tokens.refreshToken })
  await secrets.gateway.setAccess({
    accessToken: tokens.accessToken,
    expiresAt: now() + (tokens.expiresIn ?? assumedSeconds) * 1000,
  })
}

export async function forget({ secrets }: WorkerContext): Promise<void> {
  await secrets.gateway.setGrant(null)
  await secrets.gateway.setAccess(null)
}
