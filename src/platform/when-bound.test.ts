import { afterEach, beforeEach, expect, it, vi } from "vitest"

import { whenBound } from "./when-bound"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it("starts in the same turn where the API is there", () => {
  vi.stubGlobal("chrome", { runtime: { id: "x" } })
  const start = vi.fn()
  whenBound(start)
  expect(start).toHaveBeenCalledTimes(1)
})

it("starts once as soon as a worker that ran too early has its API", () => {
  vi.stubGlobal("chrome", {})
  const start = vi.fn()
  whenBound(start)
  vi.advanceTimersByTime(500)
  expect(start).not.toHaveBeenCalled()
  vi.stubGlobal("chrome", { runtime: { id: "x" } })
  vi.advanceTimersByTime(500)
  expect(start).toHaveBeenCalledTimes(1)
})
