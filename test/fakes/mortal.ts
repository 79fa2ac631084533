/** Workers that die at a chosen point, for tests of what survives. */
import type { LensDatabase } from "~src/worker/cache/database"

/** A small generator of our own: the same seed gives the same run. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export class Killed extends Error {}

/**
 * A worker that dies after so many database operations or requests: open transactions are aborted, nothing answers any more, as when
 * Chrome stops a worker.
 */
export function mortal(db: LensDatabase, fetch: typeof globalThis.fetch, life: number) {
  let left = life
  let dead = false
  const open = new Set<{ abort: () => void; done: Promise<void> }>()
  const live = (): void => {
    if (dead) throw new Killed()
    left -= 1
    if (left > 0) return
    dead = true
    for (const tx of open) {
      tx.done.catch(() => undefined)
      try {
        tx.abort()
      } catch {
        // Already committed: that one arrived.
      }
    }
    throw new Killed()
  }
  const guard = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, key) {
        const value: unknown = Reflect.get(of, key, of)
        if (typeof value !== "function") return value
        return (...args: unknown[]) => {
          try {
            live()
          } catch {
            if (key === "transaction" || key === "index") throw new Killed()
            // Everything else answers later, and so does its failure.
            const late = Promise.reject(new Killed())
            late.catch(() => undefined)
            return late
          }
          const answer: unknown = (value as (...all: unknown[]) => unknown).apply(of, args)
          // A dead worker hears of nothing.
          if (answer instanceof Promise) answer.catch(() => undefined)
          if (key === "index") return guard(answer as object)
          if (key === "transaction") {
            const tx = answer as {
              abort: () => void
              done: Promise<void>
              objectStore: (name: string) => object
            }
            open.add(tx)
            tx.done.then(
              () => open.delete(tx),
              () => open.delete(tx),
            )
            return new Proxy(tx, {
              get(inner, name) {
                if (dead && name === "store") throw new Killed()
                const part: unknown = Reflect.get(inner, name, inner)
                if (name === "objectStore")
                  return (store: string) => {
                    if (dead) throw new Killed()
                    return guard(inner.objectStore(store))
                  }
                if (name === "store") return guard(part as object)
                return typeof part === "function" ? (part as () => unknown).bind(inner) : part
              },
            })
          }
          return answer
        }
      },
    })
  const mortalFetch: typeof fetch = async (input, init) => {
    live()
    const response = await fetch(input, init)
    live()
    return response
  }
  return { db: guard(db), fetch: mortalFetch }
}
