/** A Vitally that answers what a test says and an empty list for the rest: for answers that the replica, made by us too, would not give. */
import type { Fetch } from "../kernel/http"

import type { SyncDeps } from "../account-facts/sync-deps"
import { runSyncSlice, type SliceResult } from "./run-slice"
import { testDeps, type TestDepsOptions } from "./testing"

type Answer = object | string | null | ((query: URLSearchParams) => object | null)

export function scriptedVitally() {
  const answers = new Map<string, { body: Answer; status: number }>()
  const asked: string[] = []
  const fetch: Fetch = (url) => {
    const { pathname, searchParams } = new URL(url)
    const path = pathname.replace("/resources/", "")
    asked.push(path)
    const { body, status } = answers.get(path) ?? { body: listed(), status: 200 }
    if (typeof body === "string") return Promise.resolve(new Response(body, { status }))
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

/** A workspace of a few accounts, all in the book of "maya" unless they say otherwise. */
export function scriptedWorkspace() {
  const vitally = scriptedVitally()
  /** Moves the clock of the extension alone. */
  const clock = { skew: 0 }
  const noon = Date.parse("2026-11-20T12:00:00Z")
  const me = { adminId: "maya", name: "Maya", role: "" }
  return {
    vitally,
    clock,
    /** Makes these the listed ones; each answers by its id, too. */
    accounts: (...rows: { id: string }[]) => {
      vitally.at("accounts", listed(...rows))
      for (const row of rows) vitally.at(`accounts/${row.id}`, row)
    },
    deps: (more: Partial<TestDepsOptions> = {}) =>
      testDeps({ fetch: vitally.fetch, me, now: () => noon + clock.skew, ...more }),
  }
}

export const account = (id: string, more: object = {}) => ({
  id,
  name: `Account ${id}`,
  csmId: "maya",
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-11-20T10:00:00Z",
  ...more,
})

/** Runs slices until nothing is left to do or something stops it. */
export async function sync(to: SyncDeps, full = false): Promise<SliceResult> {
  let result = await runSyncSlice(to, { full })
  for (let slices = 0; result.more && !result.fault && slices < 50; slices += 1)
    result = await runSyncSlice(to)
  return result
}
