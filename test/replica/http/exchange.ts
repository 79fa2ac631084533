import type { IncomingHttpHeaders } from "node:http"

/** One request, read whole. */
export interface Exchange {
  method: string
  /** Without port, lower case. */
  host: string
  path: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}

export interface Reply {
  status: number
  headers: Record<string, string>
  body: string
  /** The route that answered, e.g. `accounts/:id/tasks`; used for counting. */
  route: string
}

export type Params = Record<string, string>

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return jsonText(status, JSON.stringify(value), headers)
}

export function jsonText(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body,
    route: "",
  }
}

export function html(status: number, body: string, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body, route: "" }
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location }, body: "", route: "" }
}

/** The body as a JSON object; null when it is anything else. */
export function readObject(exchange: Exchange): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(exchange.body)
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
