import { createRequire } from "node:module"
import { parseQuery } from "@jetstreamapp/soql-parser-js"
import type { SOQLParser } from "@salesforce/soql-common/lib/soql-parser/index.js"

/** Says why it refuses a query; null when it takes it. */
type Check = (query: string) => string | null

const jetstream: Check = (query) => {
  try {
    parseQuery(query)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : "refused"
  }
}

/** Salesforce's own grammar. Its package does not declare its runtime, `antlr4ts`: without that there is no such parser. */
function load(): Check | null {
  try {
    const require = createRequire(import.meta.url)
    const library = require("@salesforce/soql-common/lib/soql-parser/index.js") as {
      SOQLParser: typeof SOQLParser
    }
    const parser = library.SOQLParser({ isApex: false, isMultiCurrencyEnabled: false, apiVersion: 67 })
    return (query) => {
      const result = parser.parseQuery(query)
      if (result.getSuccess()) return null
      return result
        .getParserErrors()
        .map((error) => error.getMessage())
        .join("; ")
    }
  } catch (error) {
    if (error instanceof Error && error.message.includes("antlr4ts")) return null
    throw error
  }
}

let loaded: Check | null | undefined

/** Salesforce's own parser, loaded when first asked for; null where its runtime is missing. */
export function salesforceParser(): Check | null {
  return (loaded ??= load())
}

/** The parsers at hand, by name. */
export function soqlParsers(): Record<string, Check> {
  const second = salesforceParser()
  return { "soql-parser-js": jetstream, ...(second ? { "soql-common": second } : {}) }
}

/** What each parser says against a query; empty when all take it. */
export function soqlProblems(query: string): string[] {
  return Object.entries(soqlParsers()).flatMap(([name, check]) => {
    const refusal = check(query)
    return refusal === null ? [] : [`${name}: ${refusal}`]
  })
}

/** Throws unless every parser accepts the query. Use it for every query that the client sends. */
export function assertSoql(query: string): void {
  const problems = soqlProblems(query)
  if (problems.length > 0) throw new Error(`${problems.join("\n")}\nin: ${query}`)
}
