import { expect, it } from "vitest"

import { bookCsv } from "./csv"
import { sumArr } from "../../shared/sum-arr"
import { sampleRow } from "../../testing/samples"

it("quotes what must be quoted and disarms formulas", () => {
  const [head, first, second] = bookCsv([
    sampleRow('Globex, "the" one', { arr: 1200, renewalOn: "2027-03-13", daysOut: 110 }),
    sampleRow("=HYPERLINK(1)", { tier: null, daysSinceContact: null, band: "unknown", score: null }),
  ]).split("\r\n")
  expect(head?.split(",")).toHaveLength(14)
  expect(first).toBe(
    '"Globex, ""the"" one","Mid-Market","2. Adopting","Healthy","8.1",,12,"In time","2027-03-13",110,1200,,,"Ada Moss"',
  )
  expect(second).toBe('"\'=HYPERLINK(1)",,"2. Adopting",,,,,"In time",,,,,,"Ada Moss"')
})

it.each([
  ["=1+1", "'=1+1"],
  [" =1+1", " '=1+1"],
  ["\ufeff=1+1", "'=1+1"],
  ["Acme;=1+1", "Acme;'=1+1"],
  ["Acme\t@SUM(1)", "Acme\t'@SUM(1)"],
  ["Acme,-1", "Acme,'-1"],
  ["Acme\n+1", "Acme\n'+1"],
  ["\uff1d1+1", "'\uff1d1+1"],
  ["A-B = C", "A-B = C"],
])("takes %j for text in every spreadsheet", (name, shown) => {
  expect(bookCsv([sampleRow(name)])).toContain(`"${shown}"`)
})

it("adds revenue of one currency only", () => {
  const rows = [{ arr: 5, currency: "EUR" }, { arr: 7 }, { arr: 3, currency: "USD" }, {}]
  expect(sumArr(rows)).toEqual([
    { currency: "USD", sum: 10 },
    { currency: "EUR", sum: 5 },
  ])
})
