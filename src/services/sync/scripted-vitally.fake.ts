/** A Vitally that answers what a test says and nothing for the rest: for answers that the replica, made by us too, would not give. */
import type { Fetch } from "~src/api/http"

interface Asked {
  /** Below `/resources/`. */
  path: string
  query: URLSearchParams
}

/** A body, a status, or a whole response; undefined: the next script, in the end an empty list. */
type Script = (asked: Asked) => unknown

export function scriptedVitally() {
  const scripts: Script[] = []
  const asked: string[] = []
  const fetch: Fetch = (url) => {
    const { pathname, searchParams: query } = new URL(url)
    const path = pathname.replace("/resources/", "")
    asked.push(path)
    let answer: unknown
    for (const script of scripts) if ((answer = script({ path, query })) !== undefined) break
    if (answer instanceof Response) return Promise.resolve(answer)
    if (typeof answer === "number") return Promise.resolve(new Response("{}", { status: answer }))
    return Promise.resolve(Response.json(answer === undefined ? { results: [], next: null } : answer))
  }
  return {
    fetch,
    /** Paths, as they were asked for. */
    asked,
    /** The newest script answers first. */
    answer: (script: Script) => void scripts.unshift(script),
    /** One path, whatever its query. */
    at: (path: string, body: unknown) => {
      scripts.unshift((call) => (call.path === path ? body : undefined))
    },
  }
}

export const listed = (...results: object[]) => ({ results, next: null })
