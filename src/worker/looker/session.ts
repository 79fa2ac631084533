/** Signing in at Looker: its OAuth with PKCE speaks JSON and publishes no list of endpoints. */
import type { LookerGrant } from "../cache/token-vault"
import type { WorkerContext } from "../kernel/context"
import { beginEpoch } from "../kernel/epoch"
import { limited } from "../kernel/http"
import { type OAuthCall, OAuthError, refreshTokens, signInWithPkce } from "../kernel/oauth"
import { forgetTokens, keepTokens, tokenInUse } from "../kernel/token-in-use"
import { LookerError } from "./errors"

type LookerHosts = Pick<LookerGrant, "ui" | "api" | "clientId">

const wrongHost = "wrong_host"

const patterns = ({ ui, api }: LookerHosts) =>
  [ui, api].map((origin) => `https://${new URL(origin).hostname}/*`)

/** @throws LookerError */
export async function signInToLooker(context: WorkerContext, hosts: LookerHosts): Promise<void> {
  if (!(await context.platform.siteAccess.has(patterns(hosts)))) throw new LookerError("no-access")
  const isCurrent = beginEpoch(context, "looker")
  try {
    const tokens = await signInWithPkce(callOf(context, hosts), {
      scopes: ["cors_api"],
      redirectUri: redirectUri(context),
      launch: (url) => context.platform.identity.signIn(url, true),
    })
    if (tokens.refreshToken === undefined) throw new LookerError("not-registered", "no refresh token")
    if (!isCurrent()) throw new LookerError("closed", "another sign-in was begun meanwhile")
    await keepTokens(context.secrets.looker, hosts, tokens, context.now())
  } catch (error) {
    throw error instanceof OAuthError ? troubleOf(error, "not-registered") : error
  }
}

/**
 * A token for the API. @param refused one that it did not take.
 * @throws LookerError `signed-out` if nobody is signed in.
 */
export async function lookerToken(context: WorkerContext, refused?: string): Promise<string> {
  const vault = context.secrets.looker
  try {
    return await tokenInUse(
      context,
      {
        vault,
        lockName: "looker-renewal",
        inUse: () => vault.grant(),
        callOf: (grant) => callOf(context, grant),
      },
      refused,
    )
  } catch (error) {
    throw error instanceof OAuthError ? troubleOf(error, "signed-out") : error
  }
}

/** Forgets the sign-in here first, then tells Looker, which ends both tokens; the second may fail. */
export async function signOutOfLooker(context: WorkerContext): Promise<void> {
  const { looker } = context.secrets
  beginEpoch(context, "looker")
  const [grant, access] = await Promise.all([looker.grant(), looker.access()])
  await forgetTokens(looker)
  if (!grant) return
  try {
    const isGood = access !== null && access.expiresAt > context.now()
    const token = isGood
      ? access.accessToken
      : (await refreshTokens(callOf(context, grant), grant.refreshToken)).accessToken
    await context.fetch(`${grant.api}/api/logout`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${token}` },
      credentials: "omit",
      redirect: "error",
      signal: limited(undefined),
    })
  } catch {
    // Said above.
  }
}

const redirectUri = ({ platform }: WorkerContext) => `${platform.identity.redirectUrl}looker`

function callOf(context: WorkerContext, { ui, api, clientId }: LookerHosts): OAuthCall {
  return {
    fetch: asJson(context.fetch, redirectUri(context)),
    issuer: ui,
    clientId,
    endpoints: { authorize: `${ui}/auth`, token: `${api}/api/token` },
  }
}

function troubleOf({ trouble, said }: OAuthError, refused: "not-registered" | "signed-out"): LookerError {
  if (said === wrongHost) return new LookerError("wrong-host")
  if (trouble === "closed") return new LookerError("closed")
  return trouble === "unreachable" ? new LookerError("offline") : new LookerError(refused, said)
}

/** Looker's token endpoint takes JSON, wants the callback at a renewal, too, and refuses with `message` where OAuth says `error`. */
function asJson(fetch: WorkerContext["fetch"], callback: string): typeof fetch {
  return async (url, init) => {
    const form = Object.fromEntries(new URLSearchParams(init?.body as URLSearchParams | undefined))
    const headers = { "Content-Type": "application/json", Accept: "application/json" }
    const body = JSON.stringify({ ...form, redirect_uri: callback })
    const response = await fetch(url, { ...init, headers, body })
    if (response.ok || response.status >= 500 || response.status === 429) return response
    const said = (await response
      .clone()
      .json()
      .catch(() => null)) as { error?: unknown; message?: unknown } | null
    // A web page: at a renewal that may be anything, at a sign-in the host is wrong.
    if (said === null && form["grant_type"] === "authorization_code")
      return Response.json({ error: wrongHost }, { status: 400 })
    if (said === null || typeof said.error === "string" || typeof said.message !== "string") return response
    const told = { error: "invalid_request", error_description: said.message }
    return Response.json(told, { status: 400 })
  }
}
