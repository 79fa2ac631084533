/** Waits for Chrome's API. */
const lookEveryMs = 20

const isBound = () => Boolean((globalThis.chrome as { runtime?: { id?: string } } | undefined)?.runtime?.id)

/**
 * Calls `start` at once where the extension's API is there. After a reload Chrome may run the worker's script a moment before it is: a
 * script that fails then registers no listener, and the worker stays deaf for as long as it lives.
 */
export function whenBound(start: () => void): void {
  if (isBound()) start()
  else setTimeout(() => whenBound(start), lookEveryMs)
}
