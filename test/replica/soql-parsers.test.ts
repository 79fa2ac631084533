import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { assertSoql, soqlParsers, soqlProblems } from "./soql-parsers"

describe("assertSoql", () => {
  it.each([
    "SELECT Id, Owner.Name, (SELECT Id FROM Contacts LIMIT 50) FROM Account WHERE Id = '0015fK001470000ABA'",
    "SELECT Id FROM Task WHERE IsClosed = true AND ActivityDate <= TODAY ORDER BY CompletedDateTime DESC NULLS LAST LIMIT 20",
    "SELECT Id FROM Event WHERE StartDateTime <= 2026-11-22T15:00:00Z AND (Subject LIKE 'a%' OR WhoId = null)",
    "SELECT AccountId, MAX(CloseDate) latest FROM Opportunity WHERE AccountId IN ('001', '002') GROUP BY AccountId",
  ])("accepts %s", (query) => {
    expect(soqlProblems(query)).toEqual([])
  })

  it("hears every parser on a broken query", () => {
    const problems = soqlProblems("SELECT Id FROM Account WHERE Name = 'O'Brien'")
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(Object.keys(soqlParsers()))
    expect(() => assertSoql("SELECT FROM Account")).toThrow("soql-parser-js")
  })

  it("runs Salesforce's own parser wherever its undeclared runtime is a dependency of ours", () => {
    const file = readFileSync(new URL("../../package.json", import.meta.url), "utf8")
    const { devDependencies } = JSON.parse(file) as { devDependencies: Record<string, string> }
    expect("soql-common" in soqlParsers() || !("antlr4ts" in devDependencies)).toBe(true)
  })
})
