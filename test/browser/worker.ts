import { type BrowserContext, expect, type Page } from "@playwright/test"

import { random } from "../fakes/mortal"
import type { Replica } from "../replica/server"
import { ask } from "./ask"

/** Kills the extension's worker as the browser does after half a minute of idleness. The next event starts a new one. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  await session.send("ServiceWorker.enable")
  await session.send("ServiceWorker.stopAllWorkers")
  await session.detach()
}

/** Chance that a failed run can repeat: the seed is printed, and `KILL_SEED` sets it. */
export function seededChance(name: string): () => number {
  const seed = Number(process.env.KILL_SEED ?? Math.floor(Math.random() * 1e6))
  console.log(`${name}: KILL_SEED=${String(seed)}`)
  return random(seed)
}

/**
 * Kills the worker somewhere in or after one of its next requests: while it is on its way, while its answer is read, before or after
 * that is stored. Returns without a kill if no request came within `patienceMs`.
 */
export async function stopWorkerNearRequest(
  context: BrowserContext,
  { control }: Replica,
  chance: () => number,
  { requests = 1, thenMs = 60, patienceMs = 5_000 } = {},
): Promise<boolean> {
  if (!(await control.log.seen(requests, patienceMs))) return false
  await new Promise((resolve) => setTimeout(resolve, chance() * thenMs))
  await stopWorker(context)
  return true
}

/** Waits until the cache holds that many accounts and the first sync is over; `page` is any page of the extension. */
export async function syncedAccounts(page: Page, atLeast: number, timeout = 120_000): Promise<void> {
  await expect
    .poll(
      async () => {
        const { sync } = await ask(page, "status.get", {})
        return sync.phase !== "first" && sync.accounts >= atLeast
      },
      { timeout },
    )
    .toBe(true)
}
