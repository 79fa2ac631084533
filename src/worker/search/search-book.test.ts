import { describe, expect, it } from "vitest"

import { openLensDatabase } from "../cache/database"

import { appendToIndex, readIndex, tidyIndex } from "./packed"
import { scan, searchBook } from "./search-book"

let count = 0

async function bookOf(names: string[]) {
  const db = await openLensDatabase(`search-${(count++).toString()}`)
  const entries = names.map((name, n) => ({
    id: `id-${n.toString()}`,
    name,
    externalId: `ext_${n.toString()}`,
  }))
  const tx = db.transaction(["meta", "accounts"], "readwrite")
  await appendToIndex(tx.objectStore("meta"), entries)
  for (const { id, name } of entries)
    await tx.objectStore("accounts").put({ id, name, raw: { id }, readAt: "", seenIn: 1, owner: "me" })
  await tx.done
  return db
}

describe("searchBook", () => {
  it("finds by part of a name, without case and accents, best first", async () => {
    const db = await bookOf(["Initech", "Ünited Globex", "Globex", "Globex Payments"])
    const { hits, total } = await searchBook(db, "  GLOBEX ", { owner: "me" })
    expect(hits.map(({ name }) => name)).toEqual(["Globex", "Globex Payments", "Ünited Globex"])
    expect(hits[0]).toMatchObject({ mine: true, band: "unknown", tier: null })
    expect(total).toBe(3)
    expect((await searchBook(db, "united")).total).toBe(1)
    expect((await searchBook(db, "pay glob")).hits[0]?.name).toBe("Globex Payments")
  })

  it("counts every hit where there are more than anybody looks at", async () => {
    const db = await bookOf(
      Array.from({ length: 1000 }, (_, n) => (n % 2 === 0 ? `Initech ${n}` : `Globex ${n}`)),
    )
    expect((await searchBook(db, "initech")).total).toBe(500)
    expect((await searchBook(db, "i")).total).toBe(1000)
    expect((await searchBook(db, "initech 99")).total).toBe(5)
  })

  it("finds by external id and by Vitally id, and nothing for nothing", async () => {
    const db = await bookOf(["Initech", "Globex"])
    expect((await searchBook(db, "ext_1")).hits[0]?.name).toBe("Globex")
    expect((await searchBook(db, "id-0")).hits[0]?.name).toBe("Initech")
    expect((await searchBook(db, "   ")).total).toBe(0)
    expect((await searchBook(db, "\n")).total).toBe(0)
  })

  it("forgets old names and removed accounts, before and after tidying", async () => {
    const db = await bookOf(["Initech", "Globex"])
    for (const tidy of [false, true]) {
      const tx = db.transaction("meta", "readwrite")
      await appendToIndex(tx.store, [{ id: "id-1", name: "Hooli" }], ["id-0"])
      await tx.done
      if (tidy) await tidyIndex(db)
      expect(scan(await readIndex(db), "globex").total).toBe(0)
      expect(scan(await readIndex(db), "initech").total).toBe(0)
      expect(scan(await readIndex(db), "hooli").total).toBe(1)
    }
    expect(await readIndex(db)).toHaveLength(1)
  })

  it("reads the large part once while it stays, and anew after each tidying", async () => {
    const db = await bookOf(["Initech", "Globex"])
    await tidyIndex(db)
    const [base] = await readIndex(db)
    const change = async (id: string, name: string) => {
      const tx = db.transaction("meta", "readwrite")
      await appendToIndex(tx.store, [{ id, name }])
      await tx.done
    }
    await change("id-2", "Hooli")
    expect((await readIndex(db))[0]).toBe(base)
    expect(scan(await readIndex(db), "hooli").total).toBe(1)
    await tidyIndex(db)
    await change("id-3", "Umbrella")
    const [renewed] = await readIndex(db)
    expect(renewed).not.toBe(base)
    for (const name of ["initech", "hooli", "umbrella"]) expect(scan(await readIndex(db), name).total).toBe(1)
    // A disconnect empties the store.
    await db.clear("meta")
    expect(await readIndex(db)).toEqual([])
  })

  it("says that there are more than it counted where a letter fits nearly all", async () => {
    const text = Array.from({ length: 5000 }, (_, n) => `\nglobex ${n}\t\tid-${n}`).join("")
    expect(scan([{ text, ids: [] }], "g")).toMatchObject({ total: 2000, more: true })
    expect(scan([{ text, ids: [] }], "4999")).toMatchObject({ total: 1 })
    expect(scan([{ text, ids: [] }], "globex 4999")).toMatchObject({ total: 1 })
    expect(scan([{ text, ids: [] }], "globex 4999")).not.toHaveProperty("more")
  })
})
