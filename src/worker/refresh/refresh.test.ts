import { expect, it } from "vitest"

import { createFakeContext } from "../kernel/context.fake"

import { readState, refreshBehind } from "./refresh"

const hour = 3_600_000

it("reads what was last read a minute ago or more, and also what was read before the clock was set back", async () => {
  const context = await createFakeContext()
  const readAt = new Date(context.now()).toISOString()
  const row = { id: "a1", name: "Globex", raw: { id: "a1" }, readAt, detailAt: readAt, seenIn: 1 }
  await context.db.put("accounts", row)
  const settled = () => expect.poll(() => readState(context, "a1").vitally.refreshing).toBe(false)
  expect(await refreshBehind(context, "a1")).toBe(false)
  await context.pass(60_000)
  expect(await refreshBehind(context, "a1")).toBe(true)
  await settled()
  expect(await refreshBehind(context, "a1")).toBe(false)
  await context.pass(-5 * hour)
  expect(await refreshBehind(context, "a1")).toBe(true)
  await settled()
})
