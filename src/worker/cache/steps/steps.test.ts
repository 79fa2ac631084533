import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

import { expect, it } from "vitest"

import { databaseVersion, type LensDatabase, openLensDatabase } from "../database"
import { firstStores } from "./0001-stores"
import type { Step } from "./step"

/** Version 2 as it might be: a store more, and accounts whose name moves. */
const second: Step = {
  stores: (db) => void db.createObjectStore("pins", { keyPath: "id" }),
  rows: {
    accounts: (row) => {
      const { title, ...rest } = row as { title: string }
      return { ...rest, name: title.trim() }
    },
    touches: () => undefined,
  },
}
const third: Step = {
  stores: (_db, tx) => void tx.objectStore("pins").createIndex("at", "at"),
  rows: { accounts: (row) => ({ ...(row as object), third: true }) },
}
const broken: Step = {
  rows: { accounts: () => undefined },
  stores: (db) => {
    db.createObjectStore("lost", { keyPath: "id" })
    throw new Error("a mistake of ours")
  },
}
const good = { id: "good", title: " Globex " }
const junk = [
  { id: "a", title: null },
  { id: "b", raw: "x", seenIn: {} },
  { id: "c", title: [1, { deep: new Date(0) }] },
]

let count = 0
async function left(steps: readonly Step[]): Promise<string> {
  const name = `steps-${String(count++)}`
  const db = await openLensDatabase(name, steps)
  for (const row of [good, ...junk])
    for (const store of ["accounts", "touches", "outbox"] as const) await db.put(store, row as never)
  db.close()
  return name
}
const accounts = (db: LensDatabase) => db.getAll("accounts") as Promise<unknown[]>

it("brings every earlier version to the newest, junk rows and all", async () => {
  const steps = [firstStores, second, third]
  for (let version = 1; version <= steps.length; version += 1) {
    const name = await left(steps.slice(0, version))
    const db = await openLensDatabase(name, steps)
    expect(db.version).toBe(3)
    expect([...db.objectStoreNames]).toContain("pins")
    expect(await db.count("outbox")).toBe(4)
    expect(await db.count("touches")).toBe(version < 2 ? 0 : 4)
    const wanted =
      version < 2
        ? { id: "good", name: "Globex", third: true }
        : { ...good, ...(version < 3 && { third: true }) }
    expect(await accounts(db)).toContainEqual(wanted)
    expect((await accounts(db)).map((row) => (row as { id: string }).id)).toEqual(["a", "b", "c", "good"])
    db.close()
  }
})

it("leaves everything as it was where a step fails", async () => {
  const name = await left([firstStores])
  await expect(openLensDatabase(name, [firstStores, second, broken])).rejects.toMatchObject({
    name: "AbortError",
  })
  const db = await openLensDatabase(name, [firstStores])
  expect(db.version).toBe(1)
  expect([...db.objectStoreNames]).not.toContain("pins")
  expect(await accounts(db)).toEqual([...junk, good])
  db.close()
  // The next version mends its step, and goes on from the same data.
  const mended = await openLensDatabase(name, [firstStores, second, third])
  expect(await accounts(mended)).toContainEqual({ id: "good", name: "Globex", third: true })
})

it("has one file for each version, which imports nothing of the app", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^\d{4}-/.test(file))
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(
    Array.from({ length: databaseVersion }, (_, index) => index + 1),
  )
  for (const file of files) {
    const imports = readFileSync(path.join(import.meta.dirname, file), "utf8").match(/from "(.*)"/g)
    expect(imports).toEqual([`from "./step"`])
  }
})
