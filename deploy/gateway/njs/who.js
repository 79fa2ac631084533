// Whose token is it, and what may they? Answers auth_request: 204 with the person, 401 unknown, 403 in no group, 500 can't be told.
import secrets from "secrets.js"

const list = (text) =>
  (text || "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")

function bearer(r) {
  const found = /^Bearer ([\x21-\x7e]+)$/i.exec(r.headersIn.Authorization || "")
  return found ? found[1] : ""
}

const parsed = (reply) => {
  try {
    return JSON.parse(reply.responseText)
  } catch (error) {
    return null
  }
}

/** The token was made for our app: one of another app of the company opens nothing here. */
function isOurs(r, claims) {
  const client = r.variables.conf_client
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud]
  return [claims.client_id, claims.azp, claims.cid].concat(audience).indexOf(client) >= 0
}

function groupsOf(r, claims) {
  const value = claims[r.variables.conf_groups_claim]
  if (Array.isArray(value)) return value.map(String)
  return typeof value === "string" ? list(value) : null
}

async function introspection(r) {
  const token = bearer(r)
  if (!token) return r.return(401)
  const reply = await r.subrequest("/_introspect", {
    method: "POST",
    body: `token=${encodeURIComponent(token)}&token_type_hint=access_token`,
  })
  const claims = reply.status === 200 ? parsed(reply) : null
  if (!claims || typeof claims.active !== "boolean") return untold(r)
  const expired = typeof claims.exp === "number" && claims.exp * 1000 < Date.now()
  if (!claims.active || expired || !isOurs(r, claims)) return r.return(401)
  let groups = groupsOf(r, claims)
  let user = claims[r.variables.conf_user_claim]
  // Many providers say who it is, but neither groups nor mail address, only where one asks for the person.
  if ((groups === null || !user) && r.variables.conf_userinfo) {
    const info = await r.subrequest("/_userinfo", { method: "GET" })
    if (info.status === 401 || info.status === 403) return r.return(401)
    const more = info.status === 200 ? parsed(info) : null
    if (!more) return untold(r)
    // The same person, or the provider's two answers do not belong together.
    if (claims.sub && more.sub !== claims.sub) return r.return(401)
    groups = groupsOf(r, more) || groups
    user = user || more[r.variables.conf_user_claim]
  }
  grant(r, user || claims.sub, groups || [])
}

/** For providers without introspection (Entra, Google): oauth2-proxy checks the signature of the token. */
async function oauth2Proxy(r) {
  if (!bearer(r)) return r.return(401)
  const reply = await r.subrequest("/_oauth2_proxy", { method: "GET" })
  if (reply.status === 401 || reply.status === 403) return r.return(401)
  if (reply.status !== 202 && reply.status !== 200) return untold(r)
  const user = reply.headersOut["X-Auth-Request-Email"] || reply.headersOut["X-Auth-Request-User"]
  grant(r, user, list(reply.headersOut["X-Auth-Request-Groups"]))
}

function untold(r) {
  r.headersOut["X-Lens-Why"] = "provider-down"
  r.return(500)
}

function grant(r, user, groups) {
  const inAny = (names) => list(names).some((name) => groups.indexOf(name) >= 0)
  const v = r.variables
  let tier = ""
  if (inAny(v.conf_read_groups)) tier = "read"
  if (inAny(v.conf_daily_groups)) tier = "daily"
  if (inAny(v.conf_all_groups)) tier = "all"
  const ofAccess = list(v.conf_access_groups).filter((name) => groups.indexOf(name) >= 0)
  const scope = v.conf_access_groups ? ofAccess.sort().join("+") : "team"
  if (!user) return r.return(401)
  r.headersOut["X-Lens-User"] = String(user).replace(/[^\x21-\x7e]/g, "?")
  if (!tier || !scope) {
    r.headersOut["X-Lens-Why"] = tier ? "no-access-group" : "no-group"
    return r.return(403)
  }
  r.headersOut["X-Lens-Tier"] = tier
  r.headersOut["X-Lens-Scope"] = scope
  r.return(204)
}

/** 200 if a signed-in person could be served: secrets are there and the provider answers about a token that is none. */
async function ready(r) {
  const key = secrets.haveKey(r)
  const reply = await r.subrequest("/_ready_provider", { method: "GET" })
  // A made-up token is refused by whoever is able to judge it.
  const provider = reply.status === 401
  r.headersOut["Content-Type"] = "application/json"
  r.return(key && provider ? 200 : 503, JSON.stringify({ ok: key && provider, key: key, provider: provider }))
}

export default { introspection, oauth2Proxy, ready }
