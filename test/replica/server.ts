import { Control } from "./control/control"
import { controlEndpoint } from "./control/endpoint"
import type { Fault } from "./control/faults"
import { html, type Exchange, redirect, type Reply } from "./http/exchange"
import { listen, type Served } from "./http/listen"
import { access, type ReplicaOptions } from "./options"
import { asset } from "./pages/assets"
import { lightningPage } from "./pages/lightning"
import { vitallyPage } from "./pages/vitally-app"
import { isLookerApi, isLookerHost, lookerApi } from "./looker/routes"
import { isSalesforceApi, salesforceApi } from "./salesforce/routes"
import { isVitallyApi, vitallyApi } from "./vitally/routes"
import type { World } from "./world/world"

export interface Replica {
  readonly port: number
  /** `https://127.0.0.1:port` (or http). */
  readonly origin: string
  readonly tls: boolean
  /** In-process access to state, faults and counts. */
  readonly control: Control
  close: () => Promise<void>
}

type Service = "vitally" | "salesforce" | "looker" | "page"

/** Starts the replica on a local port. */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const tls = options.tls ?? true
  const apis = new WeakMap<World, Record<"vitally" | "salesforce" | "looker", (e: Exchange) => Reply>>()
  const control = new Control(options)
  const apiOf = (world: World) => {
    const known = apis.get(world)
    if (known) return known
    const api = { vitally: vitallyApi(world), salesforce: salesforceApi(world), looker: lookerApi(world) }
    apis.set(world, api)
    return api
  }
  apiOf(control.world)

  const answer = (exchange: Exchange, service: Service): Reply => {
    const { host, path } = exchange
    const moved = movedTo(control.world, host)
    if (moved !== null) return { ...redirect(`https://${moved}${path}`), status: 301 }
    const world = isForeignOrg(control.world, host) ? control.otherOrg : control.world
    if (service === "vitally") return apiOf(world).vitally(exchange)
    if (service === "salesforce") return apiOf(world).salesforce(exchange)
    if (isLookerHost(host)) return apiOf(world).looker(exchange)
    const file = asset(path)
    if (file) return file
    if (host.endsWith(".vitally.io") || host.endsWith(".vitally-eu.io")) return vitallyPage(world, exchange)
    // The web app's host is not the API's: it sends the caller away (and a redirect drops the token).
    if (host.endsWith(".lightning.force.com") && isSalesforceApi(path))
      return redirect(`https://${host.replace(".lightning.force.com", ".my.salesforce.com")}${path}`)
    if (host.endsWith(".lightning.force.com") || host.endsWith(".my.salesforce.com"))
      return lightningPage(world, exchange)
    return html(404, "<!doctype html><title>Unknown host</title><h1>The replica does not play this host</h1>")
  }

  const serve = (exchange: Exchange): Served => {
    if (exchange.path === "/__control")
      return { reply: controlEndpoint(control, exchange), delayMs: 0, fault: null }
    const { world } = control
    const service = serviceOf(exchange)
    const fault = world.faults.take(exchange)
    const instead = fault && fault.stage !== "after" && replaces(fault)
    const worked = instead ? null : answer(exchange, service)
    const reply = fault ? faulty(fault, worked) : worked!
    world.log.add({
      at: Date.now(),
      service,
      method: exchange.method,
      host: exchange.host,
      path: exchange.path,
      query: exchange.query.toString(),
      route: worked?.route ?? "",
      status: fault?.hang || fault?.drop ? 0 : reply.status,
      cookie: exchange.headers.cookie !== undefined,
      clientName: /client=([^;,]+)/.exec(String(exchange.headers["sforce-call-options"] ?? ""))?.[1] ?? null,
    })
    const delayMs = Math.max(fault?.delayMs ?? 0, service === "page" ? 0 : world.latencyMs)
    return { reply, delayMs, fault }
  }

  const listening = await listen(tls, options.port ?? 0, serve)
  return {
    port: listening.port,
    origin: `${tls ? "https" : "http"}://127.0.0.1:${listening.port}`,
    tls,
    control,
    close: listening.close,
  }
}

function serviceOf({ host, path }: Exchange): Service {
  if (isVitallyApi(host)) return "vitally"
  if (isLookerHost(host)) return isLookerApi(path) ? "looker" : "page"
  const local = host === "127.0.0.1" || host === "localhost"
  return (host.endsWith(".my.salesforce.com") || local) && isSalesforceApi(path) ? "salesforce" : "page"
}

/** True where the fault answers in place of the request's own work. */
function replaces(fault: Fault): boolean {
  return fault.status !== undefined || fault.hang === true || fault.drop === true
}

function faulty(fault: Fault, worked: Reply | null): Reply {
  if (!replaces(fault) && worked) {
    const body = fault.body === undefined ? worked.body : bodyText(fault.body)
    return { ...worked, body, headers: { ...worked.headers, ...fault.headers } }
  }
  const text = fault.body === undefined ? "" : bodyText(fault.body)
  return {
    status: fault.status ?? 500,
    headers: {
      "content-type": typeof fault.body === "string" ? "text/html" : "application/json",
      ...fault.headers,
    },
    body: text,
    route: worked?.route ?? "",
  }
}

function bodyText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body)
}

const salesforceSuffix = /\.(?:lightning\.force|my\.salesforce)\.com$/

/** `acme` of `acme--uat.sandbox.my.salesforce.com`; null for hosts of no org. */
function orgName(host: string): string | null {
  return salesforceSuffix.test(host) ? (host.split(/[.]|--/)[0] ?? null) : null
}

/** The old My Domain's host under its new name, once it was renamed. */
function movedTo({ salesforce: { renamedTo } }: World, host: string): string | null {
  if (renamedTo === null || orgName(host) !== access.myDomain) return null
  return host.replace(access.myDomain, renamedTo)
}

/** Any other name is somebody else's org, with records of its own under the same ids. */
function isForeignOrg({ salesforce: { renamedTo } }: World, host: string): boolean {
  const name = orgName(host)
  return name !== null && name !== access.myDomain && name !== renamedTo
}
