import { beforeEach, describe, expect, it, vi } from "vitest"

import { type LensDatabase, openLensDatabase } from "../cache/database"
import { getMeta, setMeta } from "../cache/meta"
import { emptySyncRecord } from "../cache/sync-record"
import { ensureWorkspace } from "../cache/workspace"

import { noteCounts, startRun, stateOf, syncState } from "./record"

let db: LensDatabase
let opened = 0
const workspace = "us:acme"

beforeEach(async () => {
  db = await openLensDatabase(`record-${(opened++).toString()}`)
  const tx = db.transaction("accounts", "readwrite")
  for (const id of ["a", "b", "c"]) await tx.store.put({ id, name: id, raw: { id }, readAt: "", seenIn: 1 })
  await tx.done
  await ensureWorkspace(db, workspace)
})

describe("how many accounts and tasks are cached", () => {
  it("is told without walking through the cache, once a slice has counted", async () => {
    await noteCounts({ db, workspace })
    const count = vi.spyOn(db, "count")
    expect(await syncState(db)).toMatchObject({ accounts: 3, tasks: 0 })
    expect(count).not.toHaveBeenCalled()
  })

  it("is counted where no slice has, and follows removals", async () => {
    expect((await syncState(db)).accounts).toBe(3)
    await noteCounts({ db, workspace })
    await db.delete("accounts", "a")
    await noteCounts({ db, workspace })
    expect((await syncState(db)).accounts).toBe(2)
  })

  it("is not stored again where nothing changed", async () => {
    await noteCounts({ db, workspace })
    const write = vi.spyOn(db, "transaction")
    await noteCounts({ db, workspace })
    expect(write.mock.calls.some(([, mode]) => mode === "readwrite")).toBe(false)
    expect(await getMeta(db, "counts")).toEqual({ accounts: 3, tasks: 0 })
  })

  it("follows the first sweep page by page, also where a slice was cut short before it counted", async () => {
    const record = emptySyncRecord()
    startRun(record, "first", 0)
    const run = record.run
    if (!run) throw new Error("a run")
    const told = () => {
      const { accounts, tasks } = stateOf(record, { accounts: 0, tasks: 0 })
      return [accounts, tasks]
    }
    expect(told()).toEqual([0, 0])
    Object.assign(run, { at: run.steps.indexOf("accounts"), rows: 200 })
    expect(told()).toEqual([200, 0])
    record.totals.accounts = 250
    Object.assign(run, { at: run.steps.indexOf("tasks"), rows: 100 })
    expect(told()).toEqual([250, 100])
    await setMeta(db, "sync", record)
    expect(await syncState(db)).toMatchObject({ accounts: 250, tasks: 100, phase: "first" })
  })
})
