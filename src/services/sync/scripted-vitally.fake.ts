/** A Vitally that answers what a test says and an empty list for the rest: for answers that the replica, made by us too, would not give. */
import type { Fetch } from "~src/api/http"

export function scriptedVitally() {
  const bodies = new Map<string, unknown>()
  const fetch: Fetch = (url) => {
    const path = new URL(url).pathname.replace("/resources/", "")
    return Promise.resolve(Response.json(bodies.get(path) ?? listed()))
  }
  /** `path`: below `/resources/`, whatever its query. */
  return { fetch, at: (path: string, body: object) => void bodies.set(path, body) }
}

export const listed = (...results: object[]) => ({ results, next: null })
