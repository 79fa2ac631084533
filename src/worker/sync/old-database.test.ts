/** An update over the database of an earlier version, as it was stored then (test/fixtures/databases). */
import { readFileSync } from "node:fs"
import { expect, it, vi } from "vitest"

import { createFakePlatform } from "~src/platform/platform.fake"

import { openLensDatabase } from "../cache/database"
import { startFakeWorker, valueOf } from "../worker.fake"

interface Dump {
  version: number
  /** Rows as each store holds them, which have their keys inside. */
  stores: Record<string, { keyPath: string | null; rows: unknown[] }>
}

const versions = ["3b66e12"]

async function restore(version: string): Promise<{ databaseName: string; rows: number }> {
  const dump = JSON.parse(readFileSync(`test/fixtures/databases/${version}.json`, "utf8")) as Dump
  const databaseName = `old-${version}-${crypto.randomUUID()}`
  const db = await openLensDatabase(databaseName)
  for (const [store, { rows }] of Object.entries(dump.stores)) {
    for (const row of rows) await db.put(store as "accounts", row as never)
  }
  db.close()
  return { databaseName, rows: dump.stores.summaries?.rows.length ?? 0 }
}

it.each(versions)(
  "derives the rows of %s anew, reports nothing, and needs no service for it",
  async (version) => {
    const { databaseName, rows } = await restore(version)
    const platform = createFakePlatform()
    const worker = await startFakeWorker({
      platform,
      databaseName,
      now: "2026-11-23T10:30:00Z",
      fetch: () => Promise.reject(new TypeError("offline")),
    })
    const { db } = worker.context
    await vi.waitFor(async () => {
      const summaries = await db.getAll("summaries")
      expect(summaries.filter(({ rules }) => rules !== undefined)).toHaveLength(rows)
    }, 30_000)
    expect(await db.count("history")).toBe(0)
    expect(valueOf(await worker.ask("popup.get", {})).news).toEqual([])
  },
)
