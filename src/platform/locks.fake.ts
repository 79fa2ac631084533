import type { LockOutcome, Locks } from "./locks"

export function fakeLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  const hold = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const run = (tails.get(name) ?? Promise.resolve()).then(work)
    const tail = run
      .catch(() => undefined)
      .finally(() => {
        if (tails.get(name) === tail) tails.delete(name)
      })
    tails.set(name, tail)
    return run
  }
  return {
    async ifFree<T>(name: string, work: () => Promise<T>): Promise<LockOutcome<T>> {
      if (tails.has(name)) return { ran: false }
      return { ran: true, value: await hold(name, work) }
    },
    whenFree: hold,
  }
}
