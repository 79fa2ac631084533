/**
 * What host pages may cause: a page can walk through addresses as fast as it likes, and each new customer costs requests of the
 * workspace's own limit. Nobody opens customers so fast by hand.
 */
import type { WorkerContext } from "../../kernel/context"

/** Customers in one minute, over all pages. */
const perMinute = 12
const minute = 60_000

/**
 * Whether this page may cause requests now; one that did within the minute may again. Counts in this worker's memory: while
 * pages ask, the worker lives.
 */
export async function spendForPage(
  { memory, now }: Pick<WorkerContext, "memory" | "now">,
  key: string,
): Promise<boolean> {
  const spent = await memory.remember("page-budget", () => Promise.resolve(new Map<string, number>()))
  const at = now()
  for (const [page, then] of spent) {
    // A time that lies ahead was noted before the clock was set back.
    if (then > at || at - then >= minute) spent.delete(page)
  }
  if (spent.has(key)) return true
  if (spent.size >= perMinute) return false
  spent.set(key, at)
  return true
}
