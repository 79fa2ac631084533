/**
 * Every SOQL we send is built here, so that escaping happens in one place. Names are checked against a pattern and values
 * are quoted: nothing from a page or a reply reaches a query unescaped.
 */

type SoqlValue =
  | string
  | number
  | boolean
  | null
  | string[]
  /** `YYYY-MM-DD`, unquoted in SOQL. */
  | { date: string }
  /** ISO 8601 instant, unquoted in SOQL. */
  | { dateTime: string }
  /** A date literal such as `TODAY`. */
  | { literal: "TODAY" | `LAST_N_DAYS:${number}` | `NEXT_N_DAYS:${number}` }

type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "LIKE" | "IN" | "NOT IN" | "INCLUDES"

export type Condition =
  readonly [field: string, operator: Operator, value: SoqlValue] | { all: Condition[] } | { any: Condition[] }

type Selection = string | SoqlQuery | { max: string; as: string } | { count: string; as: string }

export interface SoqlQuery {
  select: Selection[]
  /** An object; in a nested query the child relationship, e.g. `Opportunities`. */
  from: string
  where?: Condition
  groupBy?: string[]
  orderBy?: { field: string; direction: "ASC" | "DESC"; nulls?: "FIRST" | "LAST" }[]
  limit?: number
}

const namePattern = /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)*$/
const datePattern = /^\d{4}-\d{2}-\d{2}$/
const dateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/**
 * The query as text.
 * @throws RangeError for a name, date or limit that is not one; an empty list of fields or values counts as one.
 */
export function soql(query: SoqlQuery): string {
  if (query.select.length === 0) throw new RangeError("A query needs at least one field.")
  const parts = [`SELECT ${query.select.map(selection).join(", ")}`, `FROM ${name(query.from)}`]
  if (query.where) parts.push(`WHERE ${condition(query.where)}`)
  if (query.groupBy) parts.push(`GROUP BY ${query.groupBy.map(name).join(", ")}`)
  if (query.orderBy) {
    const order = query.orderBy.map(
      ({ field, direction, nulls }) => `${name(field)} ${direction}${nulls ? ` NULLS ${nulls}` : ""}`,
    )
    parts.push(`ORDER BY ${order.join(", ")}`)
  }
  if (query.limit !== undefined) parts.push(`LIMIT ${wholeNumber(query.limit)}`)
  return parts.join(" ")
}

/** A string as SOQL literal: `\` and `'` escaped, control characters by their escapes. */
export function quote(text: string): string {
  const escapes: Record<string, string> = { "\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t" }
  // eslint-disable-next-line no-control-regex -- other control characters have no escape in SOQL and mean nothing here
  return `'${text.replace(/[\\'\n\r\t]/g, (char) => escapes[char] ?? char).replace(/[\u0000-\u001f]/g, "")}'`
}

function selection(item: Selection): string {
  if (typeof item === "string") return name(item)
  if ("max" in item) return `MAX(${name(item.max)}) ${name(item.as)}`
  if ("count" in item) return `COUNT(${name(item.count)}) ${name(item.as)}`
  return `(${soql(item)})`
}

function condition(test: Condition): string {
  if ("all" in test) return joined(test.all, " AND ")
  if ("any" in test) return joined(test.any, " OR ")
  const [field, operator, value] = test
  return `${name(field)} ${operator} ${literal(value, operator)}`
}

function joined(tests: Condition[], by: string): string {
  if (tests.length === 0) throw new RangeError("A group of conditions can't be empty.")
  return tests
    .map((test) => ("all" in test || "any" in test ? `(${condition(test)})` : condition(test)))
    .join(by)
}

function literal(value: SoqlValue, operator: Operator): string {
  if (Array.isArray(value)) {
    if (value.length === 0) throw new RangeError("A list of values can't be empty.")
    return `(${value.map(quote).join(", ")})`
  }
  if (operator === "IN" || operator === "NOT IN" || operator === "INCLUDES")
    throw new RangeError(`${operator} needs a list.`)
  if (typeof value === "string") return quote(value)
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError("Not a number that SOQL knows.")
    return String(value)
  }
  if (value === null || typeof value === "boolean") return String(value)
  if ("date" in value) return matching(value.date, datePattern)
  if ("dateTime" in value) return matching(value.dateTime, dateTimePattern)
  return value.literal
}

function matching(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw new RangeError(`"${text}" is no SOQL date.`)
  return text
}

function name(text: string): string {
  if (!namePattern.test(text)) throw new RangeError(`"${text}" is no SOQL name.`)
  return text
}

function wholeNumber(value: number): number {
  if (!Number.isInteger(value) || value < 1) throw new RangeError("A limit is a whole number from 1.")
  return value
}
