import type { Exchange, Params, Reply } from "./exchange"

export type Handler = (exchange: Exchange, params: Params) => Reply

interface Route {
  method: string
  pattern: string
  parts: string[]
  handler: Handler
}

/** Matches `accounts/:id/tasks`-like patterns; literal parts win over parameters by being registered first. */
export class Router {
  private readonly routes: Route[] = []

  on(method: string, pattern: string, handler: Handler): this {
    this.routes.push({ method, pattern, parts: pattern.split("/"), handler })
    return this
  }

  /** Which route a path belongs to, without running it. `known` tells a wrong method from a wrong path. */
  find(
    method: string,
    path: string,
  ): { pattern: string; run: (exchange: Exchange) => Reply } | { known: boolean } {
    const parts = path.replace(/^\/+|\/+$/g, "").split("/")
    let known = false
    for (const route of this.routes) {
      const params = match(route.parts, parts)
      if (!params) continue
      known = true
      if (route.method !== method) continue
      return {
        pattern: route.pattern,
        run: (exchange) => ({ ...route.handler(exchange, params), route: route.pattern }),
      }
    }
    return { known }
  }
}

function match(pattern: string[], parts: string[]): Params | null {
  if (pattern.length !== parts.length) return null
  const params: Params = {}
  for (const [i, expected] of pattern.entries()) {
    const actual = parts[i] ?? ""
    if (expected.startsWith(":")) {
      if (actual === "") return null
      try {
        params[expected.slice(1)] = decodeURIComponent(actual)
      } catch {
        return null
      }
    } else if (expected !== actual) return null
  }
  return params
}
