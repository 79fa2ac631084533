/** OAuth 2.0 authorization code with PKCE, as a public client: no secret (facts: salesforce-api, section 3). */
import type { PkceState } from "../../cache/salesforce-vault"
import { boundedText } from "../../kernel/http"
import { maxRefusalBytes } from "../../kernel/limits"
import { classify, SalesforceError } from "./errors"
import { parseJson } from "./parse-json"

export interface TokenAnswer {
  accessToken: string
  /** Absent where the org does not rotate refresh tokens and this was a renewal. */
  refreshToken?: string
  instanceUrl: string
  /** 18 characters each, from the end of `id`. */
  orgId: string
  userId: string
}

interface TokenCall {
  fetch: typeof fetch
  apiHost: string
  /** Whether a host may be called: ends in a known Salesforce suffix. */
  isKnownHost: (host: string) => boolean
}

const base64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "")

const randomText = () => base64Url(crypto.getRandomValues(new Uint8Array(32)))

/** The address of the consent page, and what must be remembered until its answer comes. */
export async function startSignIn(
  apiHost: string,
  clientId: string,
  redirectUri: string,
  now: number,
  options: { chooseUser?: boolean } = {},
): Promise<{ url: string; pkce: PkceState }> {
  const pkce: PkceState = {
    state: randomText(),
    verifier: randomText(),
    apiHost,
    clientId,
    redirectUri,
    startedAt: now,
  }
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(pkce.verifier))
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: "api refresh_token",
    state: pkce.state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: "S256",
    ...(options.chooseUser && { prompt: "login" }),
  })
  return { url: `https://${apiHost}/services/oauth2/authorize?${query.toString()}`, pkce }
}

/**
 * The code out of the redirect.
 * @throws SalesforceError where the answer is a refusal, or not the answer to our question.
 */
export function readRedirect(redirect: string, pkce: PkceState): string {
  const url = new URL(redirect)
  const query = url.searchParams
  const refused = query.get("error")
  if (refused)
    throw classify(400, { error: refused, error_description: query.get("error_description") ?? "" })
  if (query.get("state") !== pkce.state)
    throw new SalesforceError("malformed", 0, "state", "state does not match")
  const code = query.get("code")
  if (!code) throw new SalesforceError("malformed", 0, "code", "no code in the redirect")
  return code
}

/**
 * Why the consent page at `url` gave no answer, where the org says so: it shows a wrong client id or callback on a page of
 * its own instead of sending the user back with an error. Asked without cookies, so it starts no sign-in.
 */
export async function whyNoConsent(
  { fetch }: Pick<TokenCall, "fetch">,
  url: string,
): Promise<SalesforceError | null> {
  try {
    const response = await fetch(url, {
      credentials: "omit",
      // A page in order leads on to the log-in page: not an answer, and an error here.
      redirect: "error",
      signal: AbortSignal.timeout(5_000),
    })
    if (response.status >= 500) return classify(response.status, undefined)
    const [code] = /invalid_client(_id)?|redirect_uri_mismatch/.exec(await response.text()) ?? []
    return code === undefined ? null : classify(400, { error: code })
  } catch {
    return null
  }
}

/** Code for tokens. @throws SalesforceError */
export function exchangeCode(call: TokenCall, code: string, pkce: PkceState): Promise<TokenAnswer> {
  return token(call, {
    grant_type: "authorization_code",
    code,
    client_id: pkce.clientId,
    redirect_uri: pkce.redirectUri,
    code_verifier: pkce.verifier,
  })
}

/** A new access token. With rotation the answer holds a new refresh token: store it before use. @throws SalesforceError */
export function renewTokens(call: TokenCall, clientId: string, refreshToken: string): Promise<TokenAnswer> {
  return token(call, { grant_type: "refresh_token", client_id: clientId, refresh_token: refreshToken })
}

/** Tells the org to forget a refresh token; a failure is no matter, since ours is deleted anyway. */
export async function revoke(call: TokenCall, refreshToken: string): Promise<void> {
  await post(call, "revoke", { token: refreshToken }).catch(() => undefined)
}

async function token(call: TokenCall, form: Record<string, string>): Promise<TokenAnswer> {
  const response = await post(call, "token", form)
  const text = await boundedText(response, maxRefusalBytes).catch(() => null)
  const body = parseJson(text ?? "")
  if (!response.ok) throw classify(response.status, body)
  return readToken(body, call.isKnownHost)
}

async function post(call: TokenCall, path: string, form: Record<string, string>): Promise<Response> {
  try {
    return await call.fetch(`https://${call.apiHost}/services/oauth2/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
      body: new URLSearchParams(form).toString(),
      credentials: "omit",
      redirect: "error",
      signal: AbortSignal.timeout(20_000),
    })
  } catch (error) {
    throw new SalesforceError("network", 0, "", String(error))
  }
}

function readToken(body: unknown, isKnownHost: (host: string) => boolean): TokenAnswer {
  const answer = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>
  const text = (key: string) => (typeof answer[key] === "string" ? answer[key] : "")
  const accessToken = text("access_token")
  const [, orgId = "", userId = ""] = /\/(00D\w{12,15})\/(005\w{12,15})$/.exec(text("id")) ?? []
  const instance = URL.canParse(text("instance_url")) ? new URL(text("instance_url")) : null
  if (!accessToken || !orgId || !userId || !instance)
    throw new SalesforceError("malformed", 200, "token", "the token answer lacks a part")
  if (instance.protocol !== "https:" || instance.port !== "" || !isKnownHost(instance.hostname))
    throw new SalesforceError("malformed", 200, "instance_url", "instance_url is no Salesforce host")
  const refreshToken = text("refresh_token")
  return { accessToken, ...(refreshToken && { refreshToken }), instanceUrl: instance.origin, orgId, userId }
}
