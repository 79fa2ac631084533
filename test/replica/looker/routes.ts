/** Looker API 4.0 with its OAuth for browsers, as the vendor's public SDK speaks to it. */
import { createHash, randomBytes } from "node:crypto"

import { type Exchange, html, json, readObject, redirect, type Reply } from "../http/exchange"
import { Router } from "../http/router"
import { escape } from "../pages/escape"
import type { World } from "../world/world"
import type { LookerReplica } from "./state"

export const isLookerHost = (host: string) => host.endsWith(".looker.com")
export const isLookerApi = (path: string) => path.startsWith("/api/")

const docs = "https://cloud.google.com/looker/docs/r/err"
const refused = (status: number, message: string) => json(status, { message, documentation_url: docs })
const notFoundPage = () =>
  html(404, "<!DOCTYPE html>\n<html><head><title>Looker Not Found (404)</title></head><body></body></html>")
const emptied = (status: number): Reply => ({ status, headers: {}, body: "", route: "" })

export function lookerApi({ looker }: World): (exchange: Exchange) => Reply {
  const pages = pageRoutes(looker)
  const api = apiRoutes(looker)
  return (exchange) => {
    const page = pages.find(exchange.method, exchange.path)
    if ("run" in page) return page.run(exchange)
    if (!exchange.path.startsWith("/api/4.0/") && exchange.path !== "/api/logout") return notFoundPage()
    // Before anything is looked at, and without a word.
    const { origin } = exchange.headers
    if (looker.allowedOrigins && origin !== undefined && !looker.allowedOrigins.has(origin))
      return emptied(403)
    const token = /^Bearer (\S+)$/.exec(exchange.headers.authorization ?? "")?.[1] ?? ""
    if (!looker.tokens.has(token)) return refused(401, "Requires authentication.")
    const found = api.find(exchange.method, exchange.path)
    return "run" in found ? found.run(exchange) : refused(404, "Not found")
  }
}

/** Sign-in and the token endpoint, which is independent of the API's version. */
function pageRoutes(looker: LookerReplica): Router {
  return new Router()
    .on("GET", "auth", ({ query }) => wrongRequest(looker, query) ?? html(200, allowPage(query)))
    .on("POST", "auth", ({ body }) => {
      const form = new URLSearchParams(body)
      const wrong = wrongRequest(looker, form)
      if (wrong) return wrong
      const back = new URL(form.get("redirect_uri") ?? "")
      back.searchParams.set("state", form.get("state") ?? "")
      if (form.get("action") === "deny") back.searchParams.set("error", "access_denied")
      else {
        const code = randomBytes(24).toString("hex")
        looker.codes.set(code, {
          redirectUri: form.get("redirect_uri") ?? "",
          challenge: form.get("code_challenge") ?? "",
        })
        back.searchParams.set("code", code)
      }
      return redirect(back.href)
    })
    .on("POST", "api/token", (exchange) => tokenReply(looker, exchange))
}

/** Looker shows its own page and never goes back to a callback that it does not know. */
function wrongRequest(looker: LookerReplica, query: URLSearchParams): Reply | null {
  const isCallback = /^https:\/\/[a-p]{32}\.chromiumapp\.org\/looker$/.test(query.get("redirect_uri") ?? "")
  const isWhole = query.get("response_type") === "code" && query.get("code_challenge_method") === "S256"
  const isKnown = looker.clients.has(query.get("client_id") ?? "")
  return isKnown && isCallback && isWhole && query.get("scope") === "cors_api"
    ? null
    : html(400, "<!DOCTYPE html><title>Looker</title><h1>Invalid OAuth request</h1>")
}

function allowPage(query: URLSearchParams): string {
  const hidden = [...query]
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join("")
  return `<!DOCTYPE html><html lang="en"><title>Looker</title><main><h1>Account Lens wants to use Looker as you</h1>
<form method="post" action="/auth">${hidden}<button name="action" value="deny">Deny</button>
<button name="action" value="allow">Allow</button></form></main></html>`
}

function tokenReply(looker: LookerReplica, exchange: Exchange): Reply {
  const asked = readObject(exchange)
  if (!asked) return refused(400, "The request body is not JSON.")
  if (!looker.clients.has(textOf(asked["client_id"]))) return refused(404, "Client not found")
  if (asked["grant_type"] === "refresh_token") {
    const token = textOf(asked["refresh_token"])
    if (!looker.refresh.has(token) || asked["redirect_uri"] === undefined)
      return refused(401, "Refresh token is not valid")
    if (looker.rotates) looker.refresh.delete(token)
    return issued(looker, looker.rotates)
  }
  const code = textOf(asked["code"])
  const granted = looker.codes.get(code)
  looker.codes.delete(code)
  if (granted?.redirectUri !== asked["redirect_uri"]) return refused(400, "Authorization code is not valid")
  if (challengeOf(textOf(asked["code_verifier"])) !== granted?.challenge)
    return refused(400, "Code verifier does not match")
  return issued(looker, true)
}

/** One of 2^n bytes is taken for hexadecimal digits, and then never fits. */
function challengeOf(verifier: string): string {
  const { length } = Buffer.from(verifier, "base64url")
  const isHex = Math.log2(length) % 1 === 0
  return createHash("sha256")
    .update(verifier, isHex ? "hex" : "utf8")
    .digest("base64url")
}

function issued(looker: LookerReplica, withRefresh: boolean): Reply {
  const access = randomBytes(24).toString("hex")
  const refresh = randomBytes(24).toString("hex")
  looker.tokens.add(access)
  if (withRefresh) looker.refresh.add(refresh)
  return json(200, {
    access_token: access,
    token_type: "Bearer",
    expires_in: 3600,
    ...(withRefresh && { refresh_token: refresh }),
  })
}

function apiRoutes(looker: LookerReplica): Router {
  const idOf = (id: string) => (looker.numericIds ? Number(id) : id)
  return (
    new Router()
      .on("DELETE", "api/logout", () => {
        looker.tokens.clear()
        looker.refresh.clear()
        return emptied(204)
      })
      // A look that one may not see is not found, either.
      .on("GET", "api/4.0/looks/:id", (_exchange, { id = "" }) => {
        const query = looker.looks.get(id)
        return query === undefined ? refused(404, "Not found") : json(200, { query_id: idOf(query) })
      })
      .on("GET", "api/4.0/queries/slug/:slug", (_exchange, { slug = "" }) => {
        const query = looker.slugs.get(slug)
        return query === undefined ? refused(404, "Not found") : json(200, { id: idOf(query) })
      })
      .on("POST", "api/4.0/query_tasks", (exchange) => {
        const asked = readObject(exchange)
        if (asked?.["result_format"] !== "json") return refused(422, "Validation Failed")
        if (!looker.mayRun) return refused(403, "You do not have access to this model.")
        const id = `task${looker.nextNumber().toString()}`
        const limit = Number(exchange.query.get("limit") ?? "500")
        const { slowness } = looker
        looker.tasks.set(id, {
          queryId: String(asked["query_id"]),
          limit,
          left: slowness,
          status: slowness > 0 ? "running" : "complete",
        })
        return json(200, { id, status: "added" })
      })
      .on("GET", "api/4.0/query_tasks/:id", (_exchange, { id = "" }) => {
        const task = looker.tasks.get(id)
        if (!task) return refused(404, "Not found")
        if (task.status === "running" && --task.left <= 0) task.status = "complete"
        return json(200, { id, status: task.left > 0 ? "running" : task.status })
      })
      .on("GET", "api/4.0/query_tasks/:id/results", (_exchange, { id = "" }) => {
        const task = looker.tasks.get(id)
        if (!task) return refused(404, "Not found")
        return task.status === "complete" ? json(200, looker.answer(task.limit)) : emptied(204)
      })
  )
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "")
