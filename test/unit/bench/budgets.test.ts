import { expect, it } from "vitest"

import { budgets, linesOf, unmeasured } from "~scripts/bench/budgets"

const words = (lines: string[]) => lines.map((line) => line.split(/\s+/).join(" "))

it("marks each figure that has a budget, also a part of one", () => {
  expect(words(linesOf("popup_painted_ms", 166.4))).toEqual(["popup_painted_ms 166.4 budget 200 kept"])
  expect(words(linesOf("host_account_page_extra_task_ms", 11.7))).toEqual([
    "host_account_page_extra_task_ms 11.7 budget 5 OVER",
  ])
  expect(words(linesOf("incremental_idle", { requests: 2 }))).toEqual([
    'incremental_idle {"requests":2}',
    "incremental_idle.requests 2 budget 2 kept",
  ])
  expect(words(linesOf("sync_10k", { ratio: 1.39, medianMs: 5 }))[1]).toBe(
    "sync_10k.ratio 1.39 budget 1.3 OVER",
  )
  // No figure is not a good one.
  expect(words(linesOf("badge_100k_ms", undefined))[0]).toMatch(/OVER$/)
})

it("names every budget that was not measured", () => {
  expect(unmeasured({})).toHaveLength(Object.keys(budgets).length)
  const all = Object.fromEntries(Object.keys(budgets).map((name) => [name, 1]))
  expect(unmeasured(all)).toEqual([])
  delete all["sync_10k.ratio"]
  expect(unmeasured(all)).toHaveLength(1)
  expect(unmeasured({ ...all, sync_10k: { ratio: 1 } })).toEqual([])
  delete all.popup_painted_ms
  expect(unmeasured(all)[0]).toMatch(/^popup_painted_ms +not measured/)
})
