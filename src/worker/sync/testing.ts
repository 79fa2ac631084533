/** Sync dependencies against the replica, for tests. */
import { createLimiter, createVitallyClient, parseApiKey, workspaceId } from "../vitally/api"
import type { Fetch } from "../kernel/http"
import { defaultPolicy } from "~src/domain/policy/presets"
import { openLensDatabase } from "../cache/database"

import type { SyncDeps } from "../account-facts/sync-deps"

let databases = 0

export interface TestDepsOptions extends Partial<SyncDeps> {
  fetch: Fetch
  key?: string
  share?: number
}

/** A database of its own unless one is given; waits are skipped. */
export async function testDeps({
  fetch,
  key = "sk_live_replica",
  share = 1,
  ...rest
}: TestDepsOptions): Promise<SyncDeps> {
  const workspace = { region: "us", subdomain: "acme" } as const
  const now = rest.now ?? Date.now
  const wait = () => Promise.resolve()
  const limiter = createLimiter({
    store: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) =>
        setTimeout(() => (signal?.aborted ? reject(new Error("stopped")) : resolve()), Math.min(ms, 5)),
      ),
    random: () => 0.5,
    backgroundShare: () => share,
  })
  return {
    db: rest.db ?? (await openLensDatabase(`sync-${(databases++).toString()}`)),
    client: createVitallyClient({
      ...workspace,
      fetch,
      authorization: parseApiKey(key) ?? "",
      limiter,
      now,
      random: () => 0.5,
      wait,
    }),
    workspace: workspaceId(workspace),
    now,
    random: () => 0.5,
    timeZone: "UTC",
    policy: defaultPolicy,
    me: null,
    publish: () => undefined,
    lock: async (_name, work) => ({ ran: true, value: await work() }),
    ...rest,
  }
}
