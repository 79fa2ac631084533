import { expect, it } from "vitest"

import { sampleRow } from "../../testing/samples"
import { bookCsv } from "./csv"

it("writes the chosen columns, plain values, and lines as the format wants them", () => {
  const rows = [
    sampleRow('Globex, "the" one', {
      arr: 1_200_000,
      currency: "EUR",
      mauOverSeats: 0.62,
      renewalOn: "2027-03-13",
    }),
    sampleRow("=HYPERLINK(1)", { tier: null, band: "unknown", score: null }),
  ]
  expect(bookCsv(rows, ["tier", "health", "renewal", "arr", "seats"]).split("\r\n")).toEqual([
    '"Customer","Tier","Health","Renewal","ARR","Share of paid seats active last month","Currency"',
    '"Globex, ""the"" one","Mid-Market","Healthy","2027-03-13",1200000,0.62,"EUR"',
    '"\'=HYPERLINK(1)",,,,,,',
    "",
  ])
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
  expect(bookCsv([sampleRow(name)], ["tier"])).toContain(`"${shown}"`)
})
