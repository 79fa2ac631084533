/**
 * Ends a transaction that failed half-way. Its own rejection and those of its open requests are the same failure again, and nobody
 * awaits them any more.
 */
export function abortQuietly(
  tx: { abort(): void; done: Promise<void> },
  open: readonly Promise<unknown>[] = [],
): void {
  for (const promise of [tx.done, ...open]) promise.catch(() => undefined)
  try {
    tx.abort()
  } catch {
    // Already over.
  }
}
