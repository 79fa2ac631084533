/** How often a sender may ask: so many at once, and so many more as time goes by. Kept in memory alone. */
import { gateBurst, gatePerSecond } from "./limits"

/** @returns whether the sender of this key may ask now; `now` in epoch milliseconds. */
export function createAllowance(burst = gateBurst, perSecond = gatePerSecond) {
  const left = new Map<number, { count: number; at: number }>()
  return (key: number, now: number): boolean => {
    const before = left.get(key) ?? { count: burst, at: now }
    // A clock that was set back gives nothing and takes nothing.
    const gained = Math.max(0, ((now - before.at) / 1000) * perSecond)
    const count = Math.min(burst, before.count + gained)
    if (left.size > 1_000) left.clear()
    left.set(key, { count: count >= 1 ? count - 1 : count, at: now })
    return count >= 1
  }
}
