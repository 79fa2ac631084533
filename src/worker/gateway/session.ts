/** Who is signed in at the team gateway. */
import type { GatewayGrant } from "../cache/token-vault"
import type { WorkerContext } from "../kernel/context"
import type { Tokens } from "../kernel/oauth"
import { forgetTokens, keepTokens, tokenInUse } from "../kernel/token-in-use"

/** The gateway that is set up, where somebody is signed in at exactly that one; else null. */
export async function gatewayInUse(context: WorkerContext): Promise<GatewayGrant | null> {
  const { gateway } = await context.settings.get()
  const grant = await context.secrets.gateway.grant()
  return grant && gateway.url === grant.gateway ? grant : null
}

/** As `tokenInUse`. */
export function gatewayToken(context: WorkerContext, refused?: string): Promise<string> {
  const signedIn = {
    vault: context.secrets.gateway,
    lockName: "gateway-renewal",
    inUse: () => gatewayInUse(context),
    callOf: (grant: GatewayGrant) => ({ fetch: context.fetch, ...grant }),
  }
  return tokenInUse(context, signedIn, refused)
}

export function keep(
  { secrets, now }: WorkerContext,
  grant: Omit<GatewayGrant, "refreshToken">,
  tokens: Tokens,
): Promise<void> {
  return keepTokens(secrets.gateway, grant, tokens, now())
}

export function forget({ secrets }: WorkerContext): Promise<void> {
  return forgetTokens(secrets.gateway)
}
