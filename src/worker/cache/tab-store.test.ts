import { expect, it } from "vitest"

import type { VitallyRef } from "~src/hosts/page-ref"
import { fakeStorageArea } from "~src/platform/storage-area.fake"

import { createTabStore } from "./tab-store"

const ref = (id: string): VitallyRef => ({
  site: "vitally",
  host: "acme.vitally.io",
  key: `vitally:acme:account:${id}`,
  subdomain: "acme",
  region: "us",
  kind: "account",
  id,
})

it("keeps the newer of two quick navigations, with the higher number", async () => {
  const store = createTabStore(fakeStorageArea())
  const [first, second] = await Promise.all([
    store.see(7, { ref: ref("a"), documentId: "d1" }),
    store.see(7, { ref: ref("b"), documentId: "d1" }),
  ])
  expect(second.record.seq).toBeGreaterThan(first.record.seq)
  expect((await store.get(7))?.ref?.key).toBe(ref("b").key)
})

it("grows on across a worker's death and only when the page changes", async () => {
  const area = fakeStorageArea()
  const { record } = await createTabStore(area).see(7, { ref: ref("a"), documentId: "d1" })
  const fresh = createTabStore(area)
  expect((await fresh.see(7, { ref: ref("a"), documentId: "d1" })).changed).toBe(false)
  expect((await fresh.see(7, { ref: null, documentId: "d1" })).record.seq).toBe(record.seq + 1)
  expect((await fresh.see(7, { ref: ref("a") })).record.seq).toBe(record.seq + 2)
})

it("forgets the nonce with the document that named it", async () => {
  const store = createTabStore(fakeStorageArea())
  await store.see(7, { ref: ref("a"), documentId: "d1", nonce: "n1" })
  expect((await store.see(7, { ref: ref("b"), documentId: "d1" })).record.nonce).toBe("n1")
  // A frame that asks knows no document of the gate.
  expect((await store.see(7, { ref: ref("b") })).record.nonce).toBe("n1")
  const next = await store.see(7, { ref: ref("b"), documentId: "d2" })
  expect(next.record.nonce).toBeUndefined()
  expect(next.changed).toBe(true)
})

it("keeps tabs apart and forgets closed ones", async () => {
  const store = createTabStore(fakeStorageArea())
  await store.see(7, { ref: ref("a") })
  await store.see(8, { ref: ref("b") })
  await store.forget(7)
  expect((await store.all()).map(({ tabId }) => tabId)).toEqual([8])
  expect(await store.get(7)).toBeNull()
})

it("writes only what is new, although storage gives keys back in another order", async () => {
  const area = fakeStorageArea()
  let writes = 0
  area.onChanged(() => (writes += 1))
  const store = createTabStore(area)
  const seen = { ref: ref("a"), documentId: "d1", nonce: "n1" }
  await store.see(7, seen)
  await store.see(7, seen)
  expect(writes).toBe(1)
  await store.see(7, { ...seen, ref: { ...ref("a"), host: "acme.vitally-eu.io" } })
  await store.see(7, { ...seen, ref: null })
  await store.see(7, { ...seen, ref: null, nonce: "n2" })
  expect(writes).toBe(4)
})
