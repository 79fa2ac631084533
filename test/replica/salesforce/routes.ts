import { type Exchange, json, type Reply } from "../http/exchange"
import { Router } from "../http/router"
import type { World } from "../world/world"
import { composite, compositeBatch } from "./composite"
import {
  apiDisabled,
  dailyLimit,
  notFound,
  SalesforceError,
  sessionExpired,
  sessionNotValidForApi,
  sessionNotValidForRest,
} from "./errors"
import { oauthRoutes } from "./oauth"
import { queryRoutes } from "./queries"
import { recordRoutes } from "./records"

/** What a data call runs with. */
export interface DataCall {
  world: World
  exchange: Exchange
  /** `67.0`. */
  version: string
  userId: string
}

export type DataHandler = (call: DataCall, params: Record<string, string>) => Reply

/** Routes under `/services/data/vXX.0/`, also used by the parts of a composite call. */
export class DataRouter {
  readonly router = new Router()
  private call: DataCall | null = null

  on(method: string, pattern: string, handler: DataHandler): this {
    this.router.on(method, pattern, (_exchange, params) => handler(this.call!, params))
    return this
  }

  run(call: DataCall, method: string, path: string): Reply {
    const found = this.router.find(method, path)
    if (!("run" in found))
      return found.known
        ? new SalesforceError(405, "METHOD_NOT_ALLOWED", `HTTP Method '${method}' not allowed.`).reply
        : notFound().reply
    const outer = this.call
    this.call = call
    try {
      return found.run(call.exchange)
    } catch (error) {
      if (error instanceof SalesforceError) return { ...error.reply, route: found.pattern }
      throw error
    } finally {
      this.call = outer
    }
  }
}

export function isSalesforceApi(path: string): boolean {
  return path.startsWith("/services/")
}

/** REST and OAuth on `*.my.salesforce.com/services/...`. */
export function salesforceApi(world: World): (exchange: Exchange) => Reply {
  const { salesforce } = world
  const oauth = oauthRoutes(world)
  const data = new DataRouter()
  queryRoutes(data)
  recordRoutes(data)
  data.on("POST", "composite", (call) => composite(call, data))
  data.on("POST", "composite/batch", (call) => compositeBatch(call, data))

  return (exchange) => {
    const found = oauth.find(exchange.method, exchange.path)
    if ("run" in found) return found.run(exchange)
    if (exchange.path === "/services/data" || exchange.path === "/services/data/")
      return { ...json(200, versions(salesforce.versions)), route: "services/data" }
    const match = /^\/services\/data\/v(\d+\.\d)(?:\/(.*))?$/.exec(exchange.path)
    if (!match) return notFound().reply
    const version = match[1]!
    const session = sessionOf(world, exchange)
    const refusal =
      salesforce.trouble === "not-valid-for-rest"
        ? sessionNotValidForRest()
        : salesforce.trouble === "not-valid-for-api"
          ? sessionNotValidForApi()
          : !session
            ? sessionExpired()
            : salesforce.trouble === "api-disabled"
              ? apiDisabled()
              : salesforce.trouble === "daily-limit"
                ? dailyLimit()
                : Number(version) < 31
                  ? new SalesforceError(
                      410,
                      "UNSUPPORTED_API_VERSION",
                      `The requested API version v${version} is retired.`,
                    )
                  : salesforce.versions.includes(version)
                    ? null
                    : notFound()
    if (refusal || !session) return { ...(refusal ?? sessionExpired()).reply, route: match[2] ?? "" }
    const batch = match[2] === "composite/batch"
    salesforce.usage.used += batch ? Math.max(1, batchSize(exchange.body)) : 1
    const reply = data.run(
      { world, exchange, version, userId: session.userId },
      exchange.method,
      match[2] ?? "",
    )
    const { used, limit } = salesforce.usage
    return {
      ...reply,
      headers: { ...reply.headers, "sforce-limit-info": `api-usage=${used}/${limit}; api-bursts=1/750` },
    }
  }
}

function sessionOf(world: World, exchange: Exchange): { userId: string } | null {
  const token = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(exchange.headers.authorization ?? "")?.[1]
  const session = token === undefined ? undefined : world.salesforce.sessions.get(token)
  return session?.valid ? session : null
}

function versions(list: string[]): { label: string; url: string; version: string }[] {
  const seasons = ["Spring", "Summer", "Winter"]
  return list.map((version) => {
    const n = Math.round(Number(version)) - 60
    const year = 24 + Math.floor((n + 2) / 3)
    return {
      label: `${seasons[((n % 3) + 3) % 3] ?? ""} '${year}`,
      url: `/services/data/v${version}`,
      version,
    }
  })
}

function batchSize(body: string): number {
  try {
    const parsed = JSON.parse(body) as { batchRequests?: unknown[] }
    return parsed.batchRequests?.length ?? 1
  } catch {
    return 1
  }
}
