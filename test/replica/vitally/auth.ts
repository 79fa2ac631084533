import { type Exchange, json, type Reply } from "../http/exchange"

/** Who may come in: workspaces by host, and their keys. */
export interface VitallyAccess {
  subdomains: Set<string>
  keys: Set<string>
}

const suffix = ".rest.vitally.io"

/** True for the three API hosts, known workspace or not. */
export function isVitallyApi(host: string): boolean {
  return host === "rest.vitally.io" || host === "rest.vitally-eu.io" || host.endsWith(suffix)
}

/** The refusal, or null when the request may pass. */
export function refuse(exchange: Exchange, access: VitallyAccess): Reply | null {
  if (exchange.host.endsWith(suffix) && !access.subdomains.has(exchange.host.slice(0, -suffix.length)))
    return json(404, { error: "Not Found" })
  const header = exchange.headers.authorization
  if (header === undefined) return json(401, { error: "Authorization header not present." })
  const encoded = /^Basic\s+(\S+)$/i.exec(header)?.[1]
  const pair = encoded === undefined ? null : Buffer.from(encoded, "base64").toString("utf8")
  const colon = pair?.indexOf(":") ?? -1
  if (pair === null || colon < 0 || pair.slice(colon + 1) !== "" || !access.keys.has(pair.slice(0, colon)))
    return json(401, { error: "Invalid API key." })
  return null
}
