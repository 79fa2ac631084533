import { beforeEach, expect, it } from "vitest"

import { createFakePlatform, type FakePlatform } from "~src/platform/platform.fake"

import { forgetClosedViews, leaveView, leftViews } from "./left-views"

let platform: FakePlatform
beforeEach(() => {
  platform = createFakePlatform()
})
const left = (scroll: number) => ({ scroll, open: ["tasks"] })

it("keeps tabs and accounts apart, and of each the last word", async () => {
  await leaveView(platform, 7, "a", left(100))
  await leaveView(platform, 7, "b", left(200))
  await leaveView(platform, 8, "a", left(300))
  await leaveView(platform, 7, "a", { scroll: 120, open: [] })
  expect(await leftViews(platform, 7)).toEqual(
    new Map([
      ["a", { scroll: 120, open: [] }],
      ["b", left(200)],
    ]),
  )
  expect(await leftViews(platform, 8)).toEqual(new Map([["a", left(300)]]))
  expect(await leftViews(platform, undefined)).toEqual(new Map())
})

it("loses nothing where two panels speak at once", async () => {
  await Promise.all([leaveView(platform, 7, "a", left(1)), leaveView(platform, 8, "b", left(2))])
  expect((await leftViews(platform, 7)).size + (await leftViews(platform, 8)).size).toBe(2)
})

it("lets the oldest of thirty go, and one that was seen again stay", async () => {
  for (let n = 0; n < 30; n++) await leaveView(platform, 7, `a${n.toString()}`, left(n))
  await leaveView(platform, 7, "a0", left(0))
  await leaveView(platform, 7, "new", left(1))
  const kept = await leftViews(platform, 7)
  expect(kept.size).toBe(30)
  expect([kept.has("a0"), kept.has("a1"), kept.has("a2")]).toEqual([true, false, true])
})

it("forgets closed tabs, and writes nothing where none is", async () => {
  platform.tabs.list = [{ id: 7, windowId: 1, active: true }]
  await leaveView(platform, 7, "a", left(1))
  await leaveView(platform, 8, "a", left(2))
  await forgetClosedViews(platform)
  expect((await leftViews(platform, 7)).size).toBe(1)
  expect((await leftViews(platform, 8)).size).toBe(0)
  let writes = 0
  platform.session.onChanged(() => (writes += 1))
  await forgetClosedViews(platform)
  expect(writes).toBe(0)
})
