import { describe, expect, it } from "vitest"

import { fiscalPeriod, monthOf } from "./fiscal"

describe("fiscal calendar: 1 February to 31 January, named after the year it ends (section 1)", () => {
  it.each([
    ["2026-02-01", "Q1 FY27", "2026-02-01", "2026-04-30"],
    ["2026-04-30", "Q1 FY27", "2026-02-01", "2026-04-30"],
    ["2026-05-01", "Q2 FY27", "2026-05-01", "2026-07-31"],
    ["2026-11-22", "Q4 FY27", "2026-11-01", "2027-01-31"],
    ["2027-01-31", "Q4 FY27", "2026-11-01", "2027-01-31"],
    ["2027-02-01", "Q1 FY28", "2027-02-01", "2027-04-30"],
  ])("%s lies in %s", (date, label, startsOn, endsOn) => {
    expect(fiscalPeriod(date, 3, 2)).toEqual({ label, startsOn, endsOn })
  })

  it("knows halves, years and months", () => {
    expect(fiscalPeriod("2026-09-01", 6, 2)).toEqual({
      label: "H2 FY27",
      startsOn: "2026-08-01",
      endsOn: "2027-01-31",
    })
    expect(fiscalPeriod("2027-01-31", 12, 2)).toEqual({
      label: "FY27",
      startsOn: "2026-02-01",
      endsOn: "2027-01-31",
    })
    expect(monthOf("2028-02-11")).toEqual({ label: "2028-02", startsOn: "2028-02-01", endsOn: "2028-02-29" })
  })
})
