/** Signing in at the company's provider for the team gateway, and leaving it. */
import type { Fault } from "~src/messaging/contract"
import { gatewayFault } from "~src/worker/vitally/api/gateway-faults"

import { askMe } from "../../gateway/me"
import { forget, gatewayInUse, keep } from "../../gateway/session"
import type { WorkerContext } from "../../kernel/context"
import type { PartialHandlers } from "../../kernel/handlers"
import { log } from "../../kernel/log"
import { needConsent } from "../../kernel/need-consent"
import { OAuthError, revokeToken, signInWithPkce } from "../../kernel/oauth"
import { gatewayAccess, vitallyLimiter } from "../../vitally/session"
import { adoptWorkspace, everythingChanged } from "./adopt-workspace"
import { connectVitally } from "./connect-vitally"
import { leaveGateway } from "./leave-gateway"

export const gatewayHandlers = {
  "gateway.signIn": async ({ region, subdomain, ...typed }, context) => {
    await needConsent(context)
    const { locked, gateway } = await context.settings.get()
    const chosen = {
      url: originOf(locked.includes("gateway.url") ? gateway.url : typed.url),
      issuer: (locked.includes("gateway.issuer") ? gateway.issuer : typed.issuer).trim(),
      clientId: (locked.includes("gateway.clientId") ? gateway.clientId : typed.clientId).trim(),
    }
    if (chosen.url === "" || originOf(chosen.issuer) === "" || chosen.clientId === "")
      return { signedIn: false, fault: incomplete }
    try {
      const tokens = await signInWithPkce(
        { fetch: context.fetch, ...chosen },
        {
          scopes: [
            "openid",
            "offline_access",
            "email",
            "profile",
            "groups",
            ...gateway.scope.split(" ").filter(Boolean),
          ],
          redirectUri: `${context.platform.identity.redirectUrl}gateway`,
          launch: (url) => context.platform.identity.signIn(url, true),
        },
      )
      if (tokens.refreshToken === undefined) return { signedIn: false, fault: noRefresh }
      await context.settings.set({ gateway: chosen, vitally: { connected: false } })
      const { url, ...rest } = chosen
      await keep(context, { gateway: url, ...rest }, tokens)
      return await enter(context, url, { region, subdomain })
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error
      void log(context, "gateway.refused", {}, signInFault(error).code)
      return { signedIn: false, fault: signInFault(error) }
    }
  },

  "gateway.signOut": async (_request, context) => {
    const grant = await gatewayInUse(context)
    await leaveGateway(context)
    await context.settings.set({ vitally: { connected: false } })
    if (grant) await revokeToken({ fetch: context.fetch, ...grant }, grant.refreshToken)
    void log(context, "gateway.signed-out")
    everythingChanged(context)
    return {}
  },
} satisfies PartialHandlers

/** Who one is, what the workspace has, and who one is there: nobody has to choose. */
async function enter(
  context: WorkerContext,
  url: string,
  workspace: { region: "us" | "eu"; subdomain: string },
): Promise<
  { signedIn: true; user: string; tier: "read" | "daily" | "all" } | { signedIn: false; fault: Fault }
> {
  const answer = await askMe(context, url)
  if (answer.state !== "known") {
    await forget(context)
    const known = answer.state === "stopped" ? gatewayFault(answer.code) : undefined
    return { signedIn: false, fault: known ?? unreachable }
  }
  const { user, tier, vitallyUser } = answer.me
  const outcome = await connectVitally({
    ...workspace,
    apiKey: "",
    gateway: gatewayAccess(context, url),
    fetch: context.fetch,
    limiter: await vitallyLimiter(context),
    now: context.now,
    random: context.random,
    online: context.platform.online.now(),
  })
  if (!outcome.connected) {
    await forget(context)
    return { signedIn: false, fault: outcome.fault }
  }
  await context.settings.set({ gateway: { user, tier } })
  await adoptWorkspace(context, workspace, outcome)
  const admin = outcome.admins.find(({ id }) => id === vitallyUser?.id)
  if (admin && (await context.settings.get()).me === null)
    await context.settings.set({
      me: {
        adminId: admin.id,
        name: admin.name,
        role: "",
        ...(admin.email !== undefined && { email: admin.email }),
      },
    })
  void log(context, "gateway.signed-in")
  everythingChanged(context)
  return { signedIn: true, user, tier }
}

/** Empty unless it is an https address. */
function originOf(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  return url?.protocol === "https:" ? url.origin : ""
}

const incomplete: Fault = {
  code: "bad-request",
  title: "The gateway's address, the issuer and the client ID are needed.",
  detail: "Nothing was sent. Addresses begin with https://.",
  next: "Ask the gateway's administrator for all three.",
}

const noRefresh: Fault = {
  code: "refused",
  title: "The sign-in would last for minutes only.",
  detail: "The provider gave no refresh token, so nothing was stored.",
  next: "Ask the gateway's administrator to allow refresh tokens for this app.",
}

const unreachable: Fault = {
  code: "network",
  title: "The team gateway did not answer.",
  detail:
    "You are signed in at the provider, but the gateway's answer could not be read. Nothing was stored.",
  next: "Check the address. This copy of Account Lens must also have been built for that gateway.",
}

function signInFault({ trouble, said }: OAuthError): Fault {
  if (trouble === "closed")
    return {
      code: "refused",
      title: "The sign-in was closed before it was finished.",
      detail: "Nothing was stored.",
      next: "Sign in again.",
    }
  if (trouble === "unreachable")
    return {
      code: "network",
      title: "The company's sign-in page could not be reached.",
      detail: "Nothing was stored.",
      next: "Check the issuer's address. This copy of Account Lens must also have been built for it.",
    }
  return {
    code: "refused",
    title: "The company's sign-in refused this.",
    detail: said ? `It said: "${said.slice(0, 200)}".` : "It gave no reason.",
    next: "Show this to the gateway's administrator.",
  }
}
