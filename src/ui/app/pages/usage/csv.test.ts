import fc from "fast-check"
import Papa from "papaparse"
import { expect, it } from "vitest"

import { csvReader, separatorOf } from "./csv"

function read(text: string, cut = text.length): string[][] {
  const reader = csvReader(",")
  return [...reader.feed(text.slice(0, cut)), ...reader.feed(text.slice(cut)), ...reader.end()]
}

it("reads what papaparse writes as papaparse reads it, wherever the parts are cut", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r\n", " ", "é", ";") })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(table, fc.nat(), fc.constantFrom("\n", "\r\n"), (rows, at, newline) => {
      const text = Papa.unparse(rows, { newline })
      expect(read(text, at % (text.length + 1))).toEqual(rows)
    }),
  )
})

it("reads ragged rows and stray quotes as they stand", () => {
  expect(read('a,b\n1\n1,2,3\nx"y,z\n')).toEqual([["a", "b"], ["1"], ["1", "2", "3"], ['x"y', "z"]])
  expect(read('a,"open\nto the end')).toEqual([["a", "open\nto the end"]])
})

it("finds the separator by the heading", () => {
  expect([separatorOf("a,b;c,d"), separatorOf("a;b;c"), separatorOf("a\tb"), separatorOf("a")]).toEqual([
    ",",
    ";",
    "\t",
    ",",
  ])
})
