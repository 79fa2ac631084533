/** Locks shared by everything of the extension; the browser frees them when their holder dies. */
export type LockOutcome<T> = { ran: true; value: T } | { ran: false }

export interface Locks {
  /** Runs `work` unless someone else holds the lock. */
  ifFree<T>(name: string, work: () => Promise<T>): Promise<LockOutcome<T>>
  /** Waits for the lock, then runs `work`. */
  whenFree<T>(name: string, work: () => Promise<T>): Promise<T>
}

export function browserLocks(locks: LockManager): Locks {
  return {
    async ifFree<T>(name: string, work: () => Promise<T>): Promise<LockOutcome<T>> {
      return await locks.request<Promise<LockOutcome<T>>>(name, { ifAvailable: true }, async (lock) =>
        lock ? { ran: true, value: await work() } : { ran: false },
      )
    },
    async whenFree<T>(name: string, work: () => Promise<T>): Promise<T> {
      return await locks.request<Promise<T>>(name, work)
    },
  }
}
