/** The few pieces of work to begin with. */

interface Ranked {
  accountId: string
  urgency: { score: number }
}

/**
 * The most pressing `most`, at most `ofOne` of one customer so that a single account does not fill the morning; if
 * nothing else is left, the customer's further work takes the free places. Stable: equals keep their order.
 */
export function topOf<T extends Ranked>(items: readonly T[], most = 5, ofOne = 2): T[] {
  const sorted = [...items].sort((a, b) => b.urgency.score - a.urgency.score)
  const taken = new Map<string, number>()
  const first: T[] = []
  const spare: T[] = []
  for (const item of sorted) {
    const count = taken.get(item.accountId) ?? 0
    if (count < ofOne) first.push(item)
    else spare.push(item)
    taken.set(item.accountId, count + 1)
  }
  return [...first, ...spare].slice(0, most)
}
