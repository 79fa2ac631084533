/** What the browser benches share: medians, questions to the worker, and a wait for quiet. */
import type { Page } from "@playwright/test"

import type { Replica } from "../../test/replica/server"

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const round = (value: number, digits = 1) => Number(value.toFixed(digits))

/** Milliseconds from a page's question to its answer, by the page's own clock; the first of `runs` + 1 warms up. */
export async function answerTimes(page: Page, method: string, request: object, runs = 15): Promise<number[]> {
  const times = await page.evaluate(
    async ([m, p, count]) => {
      const all: number[] = []
      for (let run = 0; run < count; run++) {
        const start = performance.now()
        const reply: { ok?: boolean } = await chrome.runtime.sendMessage({ m, p })
        if (reply.ok !== true) throw new Error(`${m} was refused: ${JSON.stringify(reply)}`)
        all.push(performance.now() - start)
      }
      return all
    },
    [method, request, runs + 1] as const,
  )
  return times.slice(1)
}

/** The sync is idle, and for two seconds nothing was asked of any service: nothing else is being measured. */
export async function quiet(page: Page, replica: Replica, timeoutMs = 180_000): Promise<void> {
  const until = Date.now() + timeoutMs
  let last = -1
  for (let still = 0; still < 4;) {
    if (Date.now() > until) throw new Error("The worker never came to rest.")
    const phase = await page.evaluate(async () => {
      const reply: { value?: { sync: { phase: string } } } = await chrome.runtime.sendMessage({
        m: "status.get",
        p: {},
      })
      return reply.value?.sync.phase
    })
    const requests = replica.control.count()
    still = phase === "idle" && requests === last ? still + 1 : 0
    last = requests
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
