import { beforeEach, expect, it } from "vitest"

import { createFakeContext, type FakeContext } from "../../kernel/context.fake"
import { clearCache } from "../../cache/workspace"
import { clearReadData } from "./clear"
import { forgetOldTyped, keepTyped, typedForms } from "../../cache/typed-forms"

const hourMs = 3_600_000
const note = (text: string) => ({ touch: { note: text, day: "2026-11-23" } })

let context: FakeContext
beforeEach(async () => {
  context = await createFakeContext()
})

it("keeps accounts and forms apart, and of each the last word", async () => {
  await keepTyped(context, "a", { ...note("one"), task: { name: "Call" } })
  await keepTyped(context, "b", note("other"))
  await keepTyped(context, "a", note("two"))
  expect(await typedForms(context, "a")).toEqual({ ...note("two"), task: { name: "Call" } })
  expect(await typedForms(context, "b")).toEqual(note("other"))
  expect(await typedForms(context, "c")).toBeUndefined()
})

it("forgets a form that was sent or discarded", async () => {
  await keepTyped(context, "a", note("one"))
  await keepTyped(context, "a", { touch: {} })
  expect(await typedForms(context, "a")).toBeUndefined()
  expect(await context.db.get("meta", "typed")).toBeUndefined()
})

it("loses nothing where two panels speak at once", async () => {
  await Promise.all(["a", "b", "c"].map((id) => keepTyped(context, id, note(id))))
  for (const id of ["a", "b", "c"]) expect(await typedForms(context, id)).toEqual(note(id))
})

it("is there after the worker was started anew", async () => {
  const first = await createFakeContext({ databaseName: "typed-again" })
  await keepTyped(first, "a", note("one"))
  const again = await createFakeContext({ databaseName: "typed-again" })
  expect(await typedForms(again, "a")).toEqual(note("one"))
})

it("keeps a day, no longer, also where nobody types again", async () => {
  await keepTyped(context, "a", note("one"))
  await context.pass(23 * hourMs)
  await keepTyped(context, "b", note("later"))
  expect(await typedForms(context, "a")).toEqual(note("one"))
  await context.pass(2 * hourMs)
  expect(await typedForms(context, "a")).toBeUndefined()
  await forgetOldTyped(context)
  expect((await context.db.get("meta", "typed"))?.value).toHaveLength(1)
})

it("keeps nothing for ever where the clock was set back by years", async () => {
  await keepTyped(context, "a", note("one"))
  await context.pass(-400 * 24 * hourMs)
  expect(await typedForms(context, "a")).toBeUndefined()
})

it("lets the oldest of forty go", async () => {
  for (let n = 0; n <= 40; n++) await keepTyped(context, `a${n.toString()}`, note("x"))
  expect(await typedForms(context, "a0")).toBeUndefined()
  expect(await typedForms(context, "a1")).toEqual(note("x"))
})

it("outlives the cache of what was read, but not another workspace", async () => {
  await keepTyped(context, "a", note("one"))
  await clearReadData(context)
  expect(await typedForms(context, "a")).toEqual(note("one"))
  await clearCache(context.db)
  expect(await typedForms(context, "a")).toBeUndefined()
})
