/** A Vitally that answers what a test says and an empty list for the rest: for answers that the replica, made by us too, would not give. */
import type { Fetch } from "~src/api/http"

type Answer = object | null | ((query: URLSearchParams) => object | null)

export function scriptedVitally() {
  const answers = new Map<string, { body: Answer; status: number }>()
  const asked: string[] = []
  const fetch: Fetch = (url) => {
    const { pathname, searchParams } = new URL(url)
    const path = pathname.replace("/resources/", "")
    asked.push(path)
    const { body, status } = answers.get(path) ?? { body: listed(), status: 200 }
    return Promise.resolve(
      Response.json(typeof body === "function" ? body(searchParams) : body, {
        status,
        headers: { Date: "Fri, 20 Nov 2026 12:00:00 GMT" },
      }),
    )
  }
  return {
    fetch,
    /** `path`: below `/resources/`, whatever its query. */
    at: (path: string, body: Answer, status = 200) => void answers.set(path, { body, status }),
    /** How often a path was asked for. */
    count: (path: string) => asked.filter((one) => one === path).length,
  }
}

export const listed = (...results: object[]) => ({ results, next: null })
