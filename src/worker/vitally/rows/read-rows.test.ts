import fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as z from "~src/schemas/zod"

import { accountShape } from "./account"
import { readHealthScores } from "./catalogue"
import { conversationShape, meetingShape, messageShape, noteShape, npsShape } from "./contact"
import { bag, entries, id, number, text, textOrBag } from "./parts"
import { adminShape, userShape } from "./people"
import { notWhole, readRows } from "./read-rows"
import { rowShape } from "./row-shape"
import { namedShape, projectShape, taskShape } from "./work"

describe("readRows", () => {
  it("reads every envelope that Vitally uses", () => {
    const row = { id: "a", name: "Globex" }
    expect(readRows([row], adminShape).rows).toEqual([row])
    expect(readRows({ results: [row], next: "n" }, adminShape)).toMatchObject({ rows: [row], next: "n" })
    expect(readRows({ data: [row], next: null }, adminShape)).toMatchObject({ rows: [row], next: null })
    // One record is not a list of one.
    expect(readRows(row, adminShape)).toMatchObject({ rows: [], next: null, malformed: true })
  })

  it("ends at no cursor, at atEnd, and at an empty page even with a cursor", () => {
    const results = [{ id: "a" }]
    for (const end of [{ next: null }, {}, { next: "" }, { next: [] }, { next: "x", atEnd: true }])
      expect(readRows({ results, ...end }, adminShape).next).toBeNull()
    expect(readRows({ results: [], next: "x" }, adminShape).next).toBeNull()
    expect(readRows({ results: [{}], next: "x" }, adminShape).next).toBe("x")
    expect(readRows({ results, next: 5 }, adminShape).next).toBe("5")
  })

  it("sets a bad row aside with its reason and keeps the others and their unknown keys", () => {
    const read = readRows(
      { results: [{ id: "a", brandNew: { x: 1 } }, { name: "no id" }, null, { id: {} }] },
      adminShape,
    )
    expect(read.rows).toEqual([{ id: "a", brandNew: { x: 1 } }])
    expect(read.setAside.map(({ reason }) => reason)).toEqual([
      "id is missing",
      "not an object",
      "id is not readable",
    ])
  })

  it("reads a field of the wrong type as no data", () => {
    const [row] = readRows([{ id: "7", name: 5, healthScore: "9", traits: [], mrr: null }], accountShape).rows
    expect(row).toMatchObject({
      id: "7",
      name: undefined,
      healthScore: undefined,
      traits: undefined,
      mrr: null,
    })
  })

  it("calls a body that is no list malformed", () => {
    for (const body of [
      null,
      undefined,
      "Bad Gateway",
      3,
      {},
      { error: "x" },
      { results: "x" },
      { data: {} },
    ])
      expect(readRows(body, accountShape).malformed).toBe(true)
  })

  it("never throws and never loses a good row, whatever the others are", () => {
    const shapes = [
      accountShape,
      taskShape,
      noteShape,
      conversationShape,
      meetingShape,
      projectShape,
      adminShape,
      userShape,
      npsShape,
      messageShape,
      namedShape,
    ]
    const value = fc.oneof(
      fc.anything(),
      fc.constantFrom(null, undefined, "", "x", 0, -1, Number.NaN, [], {}, true),
    )
    const key = fc.constantFrom(
      ...[
        "name",
        "traits",
        "updatedAt",
        "healthScore",
        "keyRoles",
        "account",
        "messages",
        "startDateTime",
        "tags",
        "__proto__",
      ],
    )
    const good = fc
      .tuple(fc.uuid(), fc.array(fc.tuple(key, value), { maxLength: 6 }))
      .map(([id, fields]) => ({ ...Object.fromEntries(fields), id }))
    const bad = fc.oneof(
      fc.constantFrom(null, undefined, 1, "row", true),
      fc.array(value),
      fc.record({ name: value }),
    )
    const envelope = fc.constantFrom("array", "results", "data")
    fc.assert(
      fc.property(
        fc.array(fc.oneof(good, bad), { maxLength: 12 }),
        envelope,
        value,
        fc.constantFrom(...shapes),
        (rows, kind, next, shape) => {
          const body = kind === "array" ? rows : { [kind]: rows, next }
          const read = readRows<{ id: string }>(body, shape)
          const ids = rows.flatMap((row) => (isGood(row) ? [row.id] : []))
          expect(read.rows.map(({ id }) => id)).toEqual(ids)
          expect(read.rows.length + read.setAside.filter((one) => one !== notWhole).length).toBe(rows.length)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it("takes a row as it is only where zod would, and reads any other as zod does", () => {
    const whole = z.looseObject({
      id,
      name: text,
      score: number,
      traits: bag,
      roles: entries,
      place: textOrBag,
    })
    const quick = rowShape({
      text: ["name"],
      number: ["score"],
      bag: ["traits"],
      entries: ["roles"],
      textOrBag: ["place"],
    })
    const value = fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>(
        null,
        undefined,
        "",
        "x",
        0,
        1.5,
        Number.NaN,
        Infinity,
        [],
        ["x"],
        {},
        { a: 1 },
        true,
      ),
      fc.jsonValue(),
    )
    const key = fc.constantFrom("id", "name", "score", "traits", "roles", "place", "unknown")
    const row = fc
      .array(fc.tuple(key, value), { maxLength: 8 })
      .map((fields) => Object.fromEntries(fields) as unknown)
    const identified = fc.tuple(row, fc.uuid()).map(([fields, uuid]) => ({ ...(fields as object), id: uuid }))
    let taken = 0
    fc.assert(
      fc.property(fc.oneof(row, identified, value), (entry) => {
        const read = quick.safeParse(entry)
        const asZod = z.safeParse(whole, entry)
        expect(read.success && read.data).toEqual(asZod.success && asZod.data)
        if (read.success && read.data === entry) taken += 1
      }),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(100)
  })

  it("never throws on any body at all", () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        readRows(body, accountShape)
        for (const { label, score } of readHealthScores(body)) {
          expect(typeof label).toBe("string")
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(10)
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe("readHealthScores", () => {
  it("reads a list, an envelope and a map", () => {
    const wanted = [{ label: "Technical", score: 5 }]
    expect(readHealthScores([{ name: "Technical", score: 5 }])).toEqual(wanted)
    expect(readHealthScores({ results: [{ label: "Technical", value: 5 }] })).toEqual(wanted)
    expect(readHealthScores({ Technical: { healthScore: 5 } })).toEqual(wanted)
    expect(readHealthScores({ Technical: 5 })).toEqual(wanted)
    expect(readHealthScores({ healthScore: 7, scores: [{ name: "Technical", score: 5 }] })).toEqual(wanted)
    expect(readHealthScores({ scores: "see the app" })).toEqual([])
  })
})

function isGood(row: unknown): row is { id: string } {
  return typeof row === "object" && row !== null && "id" in row && typeof row.id === "string"
}
