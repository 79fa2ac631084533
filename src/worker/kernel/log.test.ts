import { expect, it } from "vitest"

import { createFakeContext } from "./context.fake"

import { log, type LogCode, logKey, logLength, logLine, readLog } from "./log"

it("keeps every entry of a burst, in order, up to its length", async () => {
  const context = await createFakeContext()
  await Promise.all(Array.from({ length: logLength + 5 }, (_, count) => log(context, "sync.page", { count })))
  const entries = await readLog(context)
  expect(entries).toHaveLength(logLength)
  expect(entries[0]?.numbers).toEqual({ count: 5 })
  expect(logLine(entries.at(-1)!)).toBe(`2026-11-23T10:00:00.000Z sync.page count=${logLength + 4}`)
})

it("holds nothing that came from a customer, a service or the user", async () => {
  const context = await createFakeContext()
  await log(context, "vitally.Globex Corporation")
  await log(context, "0015e00000AbCdE" as LogCode)
  await log(
    context,
    "vitally.refused",
    { status: 401, body: "sk_live_canary", "Globex Corp": 1 } as never,
    "auth",
  )
  const stored = JSON.stringify(context.platform.local.items.get(logKey))
  expect(stored).not.toMatch(/Globex|0015e|canary/)
  expect((await readLog(context)).map(logLine)).toEqual([
    "2026-11-23T10:00:00.000Z vitally.unnamed",
    "2026-11-23T10:00:00.000Z worker.unnamed",
    "2026-11-23T10:00:00.000Z vitally.refused fault=auth status=401",
  ])
})

it("never throws, and reads junk as nothing", async () => {
  const context = await createFakeContext()
  context.platform.local.items.set(logKey, [null, 3, "x", { at: "2026-11-23T10:00:00Z", code: "sync.ok" }])
  expect(await readLog(context)).toHaveLength(1)
  context.platform.local.set = () => Promise.reject(new Error("full"))
  await expect(log(context, "sync.ok")).resolves.toBeUndefined()
})
