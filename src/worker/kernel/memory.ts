/** What is worked out from stored data and kept while this worker lives: losing it costs time only. */
export interface Memory {
  /** The value under `name`, made once; a failed make is not kept. */
  remember<T>(name: string, make: () => Promise<T>): Promise<T>
  /** Drops values whose stored source changed. */
  forget(...names: string[]): void
  /** Drops everything: the stored data was deleted. */
  forgetAll(): void
}

export function createMemory(): Memory {
  const values = new Map<string, Promise<unknown>>()
  return {
    remember<T>(name: string, make: () => Promise<T>): Promise<T> {
      const known = values.get(name) as Promise<T> | undefined
      if (known) return known
      const made = make()
      values.set(name, made)
      made.catch(() => {
        if (values.get(name) === made) values.delete(name)
      })
      return made
    },
    forgetAll: () => values.clear(),
    forget: (...names) => names.forEach((name) => values.delete(name)),
  }
}
