import type { BookRow } from "~src/messaging/views/lists"

/** Yearly revenue of some customers, each currency apart: they cannot be added. The largest sum first. */
export function sumArr(rows: Pick<BookRow, "arr" | "currency">[]): { currency: string; sum: number }[] {
  const sums = new Map<string, number>()
  for (const { arr, currency = "USD" } of rows) {
    if (arr !== undefined) sums.set(currency, (sums.get(currency) ?? 0) + arr)
  }
  return [...sums].map(([currency, sum]) => ({ currency, sum })).sort((a, b) => b.sum - a.sum)
}
