import * as fc from "fast-check"
import { describe, expect, test } from "vitest"

import { quote, soql } from "./soql"

describe("soql", () => {
  test("writes nested selects, groups of conditions, order and limit", () => {
    const text = soql({
      select: ["Id", "Owner.Name", { select: ["Id"], from: "Contacts", limit: 50 }],
      from: "Account",
      where: {
        all: [
          ["Id", "=", "001A0000006Vm9uIAC"],
          {
            any: [
              ["Type", "IN", ["a", "b'"]],
              ["Name", "=", null],
            ],
          },
        ],
      },
      orderBy: [{ field: "Name", direction: "DESC", nulls: "LAST" }],
      limit: 10,
    })
    expect(text).toBe(
      "SELECT Id, Owner.Name, (SELECT Id FROM Contacts LIMIT 50) FROM Account WHERE Id = '001A0000006Vm9uIAC' AND " +
        "(Type IN ('a', 'b\\'') OR Name = null) ORDER BY Name DESC NULLS LAST LIMIT 10",
    )
  })

  test("writes aggregates with their names", () => {
    const text = soql({
      select: ["AccountId", { max: "ActivityDate", as: "lastOn" }],
      from: "Task",
      where: ["ActivityDate", "<=", { literal: "TODAY" }],
      groupBy: ["AccountId"],
    })
    expect(text).toBe(
      "SELECT AccountId, MAX(ActivityDate) lastOn FROM Task WHERE ActivityDate <= TODAY GROUP BY AccountId",
    )
  })

  test.each(["Id FROM User", "Id, Name", "a b", "1a", "", "Owner..Name"])("refuses %j as a name", (field) => {
    expect(() => soql({ select: [field], from: "Account" })).toThrow(RangeError)
  })

  test.each(["2026-1-2", "2026-01-02' OR ''='", "today"])("refuses %j as a date", (date) => {
    expect(() => soql({ select: ["Id"], from: "Task", where: ["ActivityDate", "=", { date }] })).toThrow(
      RangeError,
    )
  })

  test("a quoted text ends only at its own end", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const inner = quote(text).slice(1, -1)
        // Drop every escape pair: no quote and no backslash may be left.
        expect(inner.replace(/\\[\\'nrt]/g, "")).not.toMatch(/['\\\n\r\t]/)
      }),
    )
  })
})
