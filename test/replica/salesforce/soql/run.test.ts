import { beforeAll, describe, expect, it } from "vitest"
import { Book } from "../../book/book"
import { showcase } from "../../book/showcase"
import type { Row } from "../../world/collection"
import { SalesforceError } from "../errors"
import { SalesforceState } from "../state"
import type { QueryContext } from "./context"
import { runQuery } from "./run"

const now = Date.parse("2026-11-23T10:00:00Z")
let context: Omit<QueryContext, "soql">
beforeAll(() => {
  const salesforce = new SalesforceState(new Book({ seed: 1, accounts: 80, now }), 2000, "00D5f000000Rep1")
  context = { salesforce, now, version: "67.0", pageSize: 2000, nestedPageSize: 200, keep: () => "/next" }
  const task = (n: number, facts: Row): void =>
    salesforce.tables.add("Task", {
      ...{
        IsClosed: false,
        Priority: "Normal",
        ActivityDate: null,
        CompletedDateTime: null,
        WhoId: null,
        AccountId: null,
      },
      ...facts,
      Id: `00T0000000000${String(n).padStart(2, "0")}AAA`,
    })
  task(1, { Subject: "alpha", ActivityDate: "2026-11-22", Priority: "High" })
  task(2, { Subject: "Alphabet", ActivityDate: "2026-11-23" })
  task(3, {
    Subject: "O'Brien's 100% plan",
    ActivityDate: "2026-11-24",
    IsClosed: true,
    CompletedDateTime: "2026-11-23T09:59:59.000Z",
  })
  task(4, {
    Subject: null,
    ActivityDate: null,
    IsClosed: true,
    CompletedDateTime: "2026-10-01T00:00:00.000Z",
  })
})

const mine = "Id IN ('00T000000000001AAA', '00T000000000002AAA', '00T000000000003AAA', '00T000000000004AAA')"
/** Numbers of the four tasks that a condition lets through, in the order given. */
function numbers(condition: string, rest = "ORDER BY Id"): number[] {
  const { records } = runQuery(context, `SELECT Id FROM Task WHERE ${mine} AND (${condition}) ${rest}`)
  return records.map((row) => Number(String(row["Id"]).slice(13, 15)))
}
function refusal(soql: string): string {
  try {
    runQuery(context, soql)
    return "none"
  } catch (error) {
    if (error instanceof SalesforceError) return error.errorCode
    throw error
  }
}

describe("conditions", () => {
  it.each<[string, number[]]>([
    ["Subject = 'ALPHA'", [1]],
    ["Subject != 'alpha'", [2, 3, 4]],
    ["Subject = null", [4]],
    ["Subject != null", [1, 2, 3]],
    ["Subject LIKE 'alpha%'", [1, 2]],
    ["Subject LIKE 'alph_'", [1]],
    ["Subject LIKE 'O\\'Brien%'", [3]],
    ["Subject IN ('alpha', 'alphabet')", [1, 2]],
    ["Subject NOT IN ('alpha', 'alphabet')", [3, 4]],
    ["IsClosed = true", [3, 4]],
    ["NOT IsClosed = true", [1, 2]],
    ["NOT (IsClosed = true OR Priority = 'High')", [2]],
    ["(IsClosed = true AND ActivityDate != null) OR Priority = 'High'", [1, 3]],
    ["ActivityDate = TODAY", [2]],
    ["ActivityDate < TODAY", [1]],
    ["ActivityDate <= TODAY", [1, 2]],
    ["ActivityDate > TODAY", [3]],
    ["ActivityDate = TOMORROW", [3]],
    ["ActivityDate = LAST_N_DAYS:1", [1, 2]],
    ["ActivityDate = NEXT_N_DAYS:1", [3]],
    ["ActivityDate = THIS_MONTH", [1, 2, 3]],
    ["ActivityDate >= 2026-11-23", [2, 3]],
    ["ActivityDate = null", [4]],
    ["CompletedDateTime = TODAY", [3]],
    ["CompletedDateTime = LAST_MONTH", [4]],
    ["CompletedDateTime < 2026-10-01T00:00:00Z", []],
    ["CompletedDateTime <= 2026-10-01T02:00:00+02:00", [4]],
    ["CompletedDateTime > N_DAYS_AGO:30", [3]],
  ])("%s", (condition, expected) => {
    expect(numbers(condition)).toEqual(expected)
  })
})

describe("order and limits", () => {
  it("puts nulls first by default, last when asked", () => {
    expect(numbers("Id != null", "ORDER BY ActivityDate")).toEqual([4, 1, 2, 3])
    expect(numbers("Id != null", "ORDER BY ActivityDate DESC")).toEqual([4, 3, 2, 1])
    expect(numbers("Id != null", "ORDER BY ActivityDate DESC NULLS LAST")).toEqual([3, 2, 1, 4])
    expect(numbers("Id != null", "ORDER BY Priority, Id DESC")).toEqual([1, 4, 3, 2])
    expect(numbers("Id != null", "ORDER BY Id LIMIT 2 OFFSET 1")).toEqual([2, 3])
  })
})

describe("shape", () => {
  it("nests parents and children, in the stored spelling, whatever the query's", () => {
    const { records } = runQuery(
      context,
      `select id, owner.name, (select Name, Account.Name from opportunities where isclosed = false) from account where id = '${showcase.globex.salesforceId.slice(0, 15)}'`,
    )
    expect(records[0]).toMatchObject({
      Id: showcase.globex.salesforceId,
      Owner: { attributes: { type: "User" } },
      Opportunities: { done: true, records: [{ Name: "Globex - Renewal", Account: { Name: "Globex" } }] },
    })
  })

  it("gives null for an empty child list and an empty parent", () => {
    const { records } = runQuery(
      context,
      `SELECT Parent.Name, (SELECT Id FROM Cases) FROM Account WHERE Id = '${showcase.prestige.salesforceId}'`,
    )
    expect(records[0]).toMatchObject({ Parent: null, Cases: null })
  })

  it("counts, groups and takes the greatest", () => {
    expect(runQuery(context, `SELECT COUNT() FROM Task WHERE ${mine}`)).toEqual({
      totalSize: 4,
      done: true,
      records: [],
    })
    const { records } = runQuery(
      context,
      `SELECT IsClosed, COUNT(Id) n, MAX(ActivityDate), MIN(CompletedDateTime) FROM Task WHERE ${mine} GROUP BY IsClosed`,
    )
    const attributes = { type: "AggregateResult" }
    expect(records).toEqual([
      { attributes, IsClosed: false, n: 2, expr0: "2026-11-23", expr1: null },
      { attributes, IsClosed: true, n: 2, expr0: "2026-11-24", expr1: "2026-10-01T00:00:00.000+0000" },
    ])
  })

  it("reads multi-select fields", () => {
    const soql = (value: string): string =>
      `SELECT Name FROM Contact WHERE AccountId = '${showcase.globex.salesforceId}' AND Role__c INCLUDES (${value})`
    expect(runQuery(context, soql("'Champion'")).totalSize).toBe(1)
    expect(runQuery(context, soql("'Champion;Program Contact'")).totalSize).toBe(1)
    expect(runQuery(context, soql("'Champion;End User'")).totalSize).toBe(0)
  })
})

describe("refusals", () => {
  it.each([
    ["SELECT Id FROM Nothing", "INVALID_TYPE"],
    ["SELECT Nothing FROM Account", "INVALID_FIELD"],
    ["SELECT Owner.Nothing FROM Account", "INVALID_FIELD"],
    ["SELECT Id FROM Account WHERE Nothing = 1", "INVALID_FIELD"],
    ["SELECT Id FROM Account ORDER BY Nothing", "INVALID_FIELD"],
    ["SELECT Id, (SELECT Id FROM Nothings) FROM Account", "INVALID_TYPE"],
    ["SELECT Id FROM Task WHERE ActivityDate = '2026-11-23'", "INVALID_FIELD"],
    ["SELECT Id FROM Task WHERE ActivityDate <= 2026-11-23T00:00:00Z", "INVALID_FIELD"],
    ["SELECT Id FROM Task WHERE CompletedDateTime <= 2026-11-23", "INVALID_FIELD"],
    ["SELECT Id FROM Task WHERE IsClosed = 'true'", "INVALID_FIELD"],
    ["SELECT Id FROM Task WHERE Subject = 5", "INVALID_FIELD"],
    ["SELECT Id FROM Task WHERE Description = 'x'", "INVALID_FIELD"],
    ["SELECT Id FROM Task WHERE Id = 'a' AND Id = 'b' OR Id = 'c'", "MALFORMED_QUERY"],
    ["SELECT Id, COUNT(Id) FROM Task", "MALFORMED_QUERY"],
    ["SELECT FROM Task", "MALFORMED_QUERY"],
  ])("%s", (soql, code) => {
    expect(refusal(soql)).toBe(code)
  })
})
