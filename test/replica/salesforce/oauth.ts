import { createHash, randomBytes } from "node:crypto"
import { access } from "../options"
import { type Exchange, html, json, redirect, type Reply } from "../http/exchange"
import { Router } from "../http/router"
import { consentPage, signInPage } from "../pages/consent"
import type { World } from "../world/world"

// No `code_challenge_method`: jsforce leaves it out, and the challenge is always taken as S256.
const required = ["response_type", "client_id", "redirect_uri", "code_challenge"]

/** Authorization code flow with PKCE, refresh with rotation, revoke, userinfo and the identity URL. */
export function oauthRoutes(world: World): Router {
  const router = new Router()
  const { salesforce } = world
  const { oauth } = salesforce

  router.on("GET", "services/oauth2/authorize", (exchange) => {
    const { query } = exchange
    const wrong = wrongRequest(world, query)
    if (wrong) return wrong
    if (oauth.error) return back(query, { error: oauth.error, error_description: describe(oauth.error) })
    if (!oauth.signedIn) return html(200, signInPage(query, world.book.advisors[0]!.name))
    if (oauth.consented.has(oauth.signedIn.userId)) return grant(world, query)
    return html(200, consentPage(query, oauth.signedIn.name))
  })
  router.on("POST", "services/oauth2/authorize", (exchange) => {
    const form = new URLSearchParams(exchange.body)
    const wrong = wrongRequest(world, form)
    if (wrong) return wrong
    const action = form.get("action")
    if (action === "signin") {
      oauth.signedIn = world.book.advisors[0]!
      return html(200, consentPage(form, oauth.signedIn.name))
    }
    if (action !== "allow")
      return back(form, { error: "access_denied", error_description: "end-user denied authorization" })
    if (!oauth.signedIn) return html(200, signInPage(form, world.book.advisors[0]!.name))
    oauth.consented.add(oauth.signedIn.userId)
    return grant(world, form)
  })
  router.on("POST", "services/oauth2/token", (exchange) => {
    const form = new URLSearchParams(exchange.body)
    if (form.has("client_secret") || exchange.headers.authorization !== undefined)
      return json(400, {
        error: "invalid_client",
        error_description: "public clients must not send a secret",
      })
    if (!salesforce.clients.has(form.get("client_id") ?? ""))
      return json(400, { error: "invalid_client_id", error_description: "client identifier invalid" })
    switch (form.get("grant_type")) {
      case "authorization_code":
        return exchangeCode(world, exchange, form)
      case "refresh_token":
        return refresh(world, exchange, form)
      default:
        return json(400, { error: "unsupported_grant_type", error_description: "grant type not supported" })
    }
  })
  router.on("POST", "services/oauth2/revoke", (exchange) => {
    const token = new URLSearchParams(exchange.body).get("token") ?? ""
    const session = salesforce.sessions.get(token)
    const known = oauth.refresh.has(token)
    if (!session && !known)
      return json(400, { error: "unsupported_token_type", error_description: "this token is not known" })
    const userId = session?.userId ?? oauth.refresh.get(token)
    // Revoking a refresh token takes the access tokens made with it along.
    if (known)
      for (const other of salesforce.sessions.values()) if (other.userId === userId) other.valid = false
    oauth.refresh.delete(token)
    if (session) session.valid = false
    return { status: 200, headers: {}, body: "", route: "" }
  })
  router.on("GET", "services/oauth2/userinfo", (exchange) => {
    const token = /^Bearer\s+(\S+)$/i.exec(exchange.headers.authorization ?? "")?.[1] ?? ""
    const session = salesforce.sessions.get(token)
    const user = session?.valid ? salesforce.user(session.userId) : undefined
    if (!user) return { ...html(403, "Bad_OAuth_Token"), route: "" }
    return json(200, {
      sub: `https://${exchange.host}/id/${salesforce.orgId}/${user.userId}`,
      user_id: user.userId,
      organization_id: salesforce.orgId,
      preferred_username: user.email,
      name: user.name,
      email: user.email,
    })
  })
  return router
}

/** Makes an access token; `<orgId>!...` as Salesforce's look. */
export function issueToken(world: World, userId: string): string {
  const token = `${world.salesforce.orgId.slice(0, 15)}!${randomBytes(24).toString("base64url")}`
  world.salesforce.sessions.set(token, { userId, valid: true })
  return token
}

/** Makes a refresh token that is good for one use. */
export function issueRefreshToken(world: World, userId: string): string {
  const token = `5Aep${randomBytes(30).toString("base64url")}`
  world.salesforce.oauth.refresh.set(token, userId)
  return token
}

function wrongRequest(world: World, query: URLSearchParams): Reply | null {
  if (!world.salesforce.clients.has(query.get("client_id") ?? ""))
    return html(400, errorPage("invalid_client_id", "client identifier invalid"))
  if (!access.redirectUri.test(query.get("redirect_uri") ?? ""))
    return html(400, errorPage("redirect_uri_mismatch", "redirect_uri must match configuration"))
  const missing = required.find((name) => !query.get(name))
  if (missing !== undefined)
    return back(query, { error: "invalid_request", error_description: `missing required ${missing}` })
  if (query.get("response_type") !== "code" || (query.get("code_challenge_method") ?? "S256") !== "S256")
    return back(query, { error: "invalid_request", error_description: "only code with S256 is allowed" })
  return null
}

function back(query: URLSearchParams, answer: Record<string, string>): Reply {
  const url = new URL(query.get("redirect_uri") ?? "")
  for (const [key, value] of Object.entries(answer)) url.searchParams.set(key, value)
  const state = query.get("state")
  if (state !== null) url.searchParams.set("state", state)
  return redirect(url.href)
}

function grant(world: World, query: URLSearchParams): Reply {
  const { oauth } = world.salesforce
  const code = `aPrx${randomBytes(24).toString("base64url")}`
  oauth.codes.set(code, {
    userId: oauth.signedIn!.userId,
    redirectUri: query.get("redirect_uri") ?? "",
    challenge: query.get("code_challenge") ?? "",
  })
  return back(query, { code })
}

function exchangeCode(world: World, exchange: Exchange, form: URLSearchParams): Reply {
  const { codes } = world.salesforce.oauth
  const code = form.get("code") ?? ""
  const granted = codes.get(code)
  codes.delete(code)
  if (!granted) return json(400, { error: "invalid_grant", error_description: "expired authorization code" })
  if (granted.redirectUri !== form.get("redirect_uri"))
    return json(400, {
      error: "redirect_uri_mismatch",
      error_description: "redirect_uri must match configuration",
    })
  const challenge = createHash("sha256")
    .update(form.get("code_verifier") ?? "")
    .digest("base64url")
  if (challenge !== granted.challenge)
    return json(400, { error: "invalid_grant", error_description: "invalid code verifier" })
  return tokens(world, exchange, granted.userId)
}

function refresh(world: World, exchange: Exchange, form: URLSearchParams): Reply {
  const { refresh: good } = world.salesforce.oauth
  const token = form.get("refresh_token") ?? ""
  const userId = good.get(token)
  if (userId === undefined)
    return json(400, { error: "invalid_grant", error_description: "expired access/refresh token" })
  // Rotation: a token is good once.
  good.delete(token)
  return tokens(world, exchange, userId)
}

function tokens(world: World, exchange: Exchange, userId: string): Reply {
  return json(200, {
    access_token: issueToken(world, userId),
    refresh_token: issueRefreshToken(world, userId),
    signature: createHash("sha256").update(userId).digest("base64"),
    scope: "refresh_token api",
    instance_url: `https://${exchange.host}`,
    id: `https://login.salesforce.com/id/${world.salesforce.orgId}/${userId}`,
    token_type: "Bearer",
    issued_at: String(world.clock.now()),
  })
}

function describe(error: string): string {
  if (error === "OAUTH_APP_BLOCKED") return "this app is blocked by admin"
  return error === "OAUTH_APP_ACCESS_DENIED"
    ? "user is not admin approved to access this app"
    : "end-user denied authorization"
}

function errorPage(code: string, message: string): string {
  return `<!doctype html><title>Error</title><h1>We can't authorize you</h1><p>error=${code}&amp;error_description=${message}</p>`
}
