import { deleteDB, openDB } from "idb"
import { describe, expect, it, vi } from "vitest"

import { databaseVersion, openLastingDatabase, openLensDatabase } from "./database"
import { getMeta, setMeta } from "./meta"
import { forgetOldestDetail, StorageFullError, withRoom } from "./quota"
import type { AccountRow, OutboxRow } from "./rows"
import { clearCache, ensureWorkspace } from "./workspace"

let count = 0
const fresh = () => openLensDatabase(`storage-${(count++).toString()}`)

const account = (id: string, detailAt: string): AccountRow => ({
  id,
  name: id,
  raw: { id },
  readAt: detailAt,
  detailAt,
  seenIn: 1,
})
const outboxRow = {
  id: "write",
  state: "waiting",
  accountId: "a0",
  workspace: "us:acme",
} as unknown as OutboxRow

async function withDetails(accounts: number) {
  const db = await fresh()
  for (let n = 0; n < accounts; n += 1) {
    const id = `a${n.toString()}`
    await db.put("accounts", account(id, `2026-11-0${(n + 1).toString()}T00:00:00Z`))
    await db.put("details", { id: `${id}:meetings`, accountId: id, part: "meetings", body: [], readAt: "" })
  }
  await setMeta(
    db,
    "detailed",
    Array.from({ length: accounts }, (_, n) => `a${n.toString()}`),
  )
  await db.put("outbox", outboxRow)
  return db
}

const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"))

describe("a full disk", () => {
  it("costs the oldest detail and never the outbox", async () => {
    const db = await withDetails(8)
    expect(await forgetOldestDetail(db)).toBe(2)
    expect((await db.getAllKeys("details")).map((key) => key.slice(0, 2))).toEqual([
      "a2",
      "a3",
      "a4",
      "a5",
      "a6",
      "a7",
    ])
    expect(await getMeta(db, "detailed")).not.toContain("a0")
    expect((await db.get("accounts", "a0"))?.detailAt).toBeUndefined()
    expect(await db.get("outbox", "write")).toEqual(outboxRow)
  })

  it("is overcome by giving up detail, as often as needed", async () => {
    const db = await withDetails(8)
    let tries = 0
    const value = await withRoom(db, () => (++tries < 4 ? full() : Promise.resolve("stored")))
    expect(value).toBe("stored")
    expect(await db.count("details")).toBeLessThan(6)
  })

  it("is told where nothing is left to give up", async () => {
    const db = await withDetails(1)
    await expect(withRoom(db, full)).rejects.toBeInstanceOf(StorageFullError)
    expect(await db.count("outbox")).toBe(1)
  })

  it("lets other errors through at once", async () => {
    const db = await withDetails(2)
    await expect(withRoom(db, () => Promise.reject(new TypeError("bug")))).rejects.toThrow("bug")
    expect(await db.count("details")).toBe(2)
  })
})

describe("upgrades", () => {
  it("make every store and index, from nothing", async () => {
    const db = await fresh()
    expect(db.version).toBe(databaseVersion)
    expect([...db.objectStoreNames]).toContain("outbox")
    expect([...db.transaction("summaries").store.indexNames]).toEqual(["overdue", "owner"])
  })

  it("survive junk rows of every kind", async () => {
    const name = `junk-${(count++).toString()}`
    const first = await openLensDatabase(name)
    const junk = [
      { id: "x", raw: null },
      { id: "y", accountId: 5, detailAt: {} },
      { id: "z", name: [1], seenIn: "never" },
    ]
    for (const store of ["accounts", "tasks", "touches", "details", "summaries", "outbox"] as const)
      for (const row of junk) await first.put(store, row as never)
    await first.put("meta", { key: "sync", value: "not a record" })
    await first.put("meta", { key: "detailed", value: ["x", "gone"] })
    first.close()
    const again = await openLensDatabase(name)
    expect(await again.count("accounts")).toBe(3)
    expect(await forgetOldestDetail(again)).toBe(1)
    await clearCache(again)
    expect(await again.count("accounts")).toBe(0)
    expect(await again.count("outbox")).toBe(3)
  })

  it("leave a newer database alone", async () => {
    const name = `newer-${(count++).toString()}`
    const newer = await openDB(name, databaseVersion + 1)
    newer.close()
    await expect(openLensDatabase(name)).rejects.toMatchObject({ name: "VersionError" })
  })
})

it("opens the database again after it was deleted while it was open", async () => {
  const name = `deleted-${(count++).toString()}`
  const onReopened = vi.fn()
  const db = await openLastingDatabase(name, undefined, onReopened)
  await setMeta(db(), "workspace", "us:acme")
  await deleteDB(name)
  await vi.waitFor(() => expect(onReopened).toHaveBeenCalledOnce())
  expect(await getMeta(db(), "workspace")).toBeUndefined()
  await setMeta(db(), "workspace", "us:acme")
  expect(await getMeta(db(), "workspace")).toBe("us:acme")
})

describe("ensureWorkspace", () => {
  it("clears the cache of another workspace, once", async () => {
    const db = await withDetails(2)
    expect(await ensureWorkspace(db, "us:acme")).toBe(false)
    expect(await db.count("accounts")).toBe(2)
    expect(await ensureWorkspace(db, "us:other")).toBe(true)
    expect(await db.count("accounts")).toBe(0)
    expect(await getMeta(db, "workspace")).toBe("us:other")
    expect(await db.count("outbox")).toBe(1)
  })
})
