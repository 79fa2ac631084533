import type { Condition, WhereClause } from "@jetstreamapp/soql-parser-js"
import type { Row } from "../../world/collection"
import { invalidField, malformedQuery } from "../errors"
import type { FieldSchema, ObjectSchema } from "../schema"
import type { Narrowing } from "../tables"
import { to18 } from "../../book/ids"
import { notFilterable } from "../refusals"
import { isFilterable, type QueryContext, resolvePath } from "./context"
import { spanOf } from "./dates"
import { type Literal, readLiteral, unquote } from "./literals"

type Test = (row: Row) => boolean
type Token = "(" | ")" | "AND" | "OR" | "NOT" | { test: Test }

/** Compiles a WHERE clause. The parser hands it over as a chain with counted parentheses; here it becomes a tree again. */
export function compileWhere(
  context: QueryContext,
  object: ObjectSchema,
  where: WhereClause | undefined,
): Test {
  if (!where) return () => true
  const tokens = flatten(context, object, where)
  let at = 0
  const term = (): Test => {
    const token = tokens[at++]
    if (token === "NOT") {
      const inner = term()
      return (row) => !inner(row)
    }
    if (token === "(") {
      const inner = chain()
      if (tokens[at++] !== ")") throw malformedQuery("expecting ')'")
      return inner
    }
    if (typeof token === "object") return token.test
    throw malformedQuery(`unexpected token: ${token ?? "end of query"}`)
  }
  const chain = (): Test => {
    const tests = [term()]
    const joins = new Set<Token>()
    for (let next = tokens[at]; next === "AND" || next === "OR"; next = tokens[at]) {
      joins.add(next)
      at++
      tests.push(term())
    }
    // SOQL has no precedence between the two: it wants parentheses.
    if (joins.size > 1)
      throw malformedQuery("unexpected token: 'OR' (AND and OR must be separated by parentheses)")
    return joins.has("OR")
      ? (row) => tests.some((test) => test(row))
      : (row) => tests.every((test) => test(row))
  }
  const whole = chain()
  if (at !== tokens.length) throw malformedQuery("unexpected end of WHERE clause")
  return whole
}

function flatten(context: QueryContext, object: ObjectSchema, where: WhereClause): Token[] {
  const tokens: Token[] = []
  for (let node: WhereClause | undefined = where; node; node = "right" in node ? node.right : undefined) {
    const { left } = node
    if (left) {
      for (let i = 0; i < (left.openParen ?? 0); i++) tokens.push("(")
      if ("operator" in left) tokens.push({ test: compileCondition(context, object, left as Condition) })
      for (let i = 0; i < closing(left); i++) tokens.push(")")
    }
    if ("operator" in node) tokens.push(node.operator)
  }
  return tokens
}

function closing(left: object): number {
  return "closeParen" in left && typeof left.closeParen === "number" ? left.closeParen : 0
}

function compileCondition(context: QueryContext, object: ObjectSchema, condition: Condition): Test {
  if (!("field" in condition) || !("value" in condition))
    throw malformedQuery("this kind of condition is not supported by the replica")
  const { field, read, object: owner } = resolvePath(context, object, condition.field)
  if (!isFilterable(context.salesforce, owner, field)) throw notFilterable(field.name)
  const raws = Array.isArray(condition.value) ? condition.value : [condition.value]
  const types = condition.literalType
  const literals = raws.map((raw, i) => {
    const type = Array.isArray(types) ? types[i] : types
    if (condition.operator === "LIKE") return { kind: "plain", value: unquote(raw) } as const
    return readLiteral(field, raw, type ?? "STRING", context.now)
  })
  return test(field, read, condition.operator.toUpperCase().replace(/\s+/g, " "), literals)
}

function test(field: FieldSchema, read: (row: Row) => unknown, operator: string, literals: Literal[]): Test {
  const [first] = literals
  if (!first) throw malformedQuery("a list must not be empty")
  switch (operator) {
    case "=":
      return (row) => equals(field, read(row), first)
    case "!=":
    case "<>":
      return (row) => !equals(field, read(row), first)
    case "IN":
      return (row) => literals.some((literal) => equals(field, read(row), literal))
    case "NOT IN":
      return (row) => !literals.some((literal) => equals(field, read(row), literal))
    case "LIKE": {
      if (
        ["id", "reference", "date", "datetime", "int", "double", "currency", "boolean"].includes(field.type)
      )
        throw invalidField(`invalid operator on ${field.type} field`)
      const pattern = likePattern(first.kind === "plain" ? String(first.value) : "")
      return (row) => typeof read(row) === "string" && pattern.test(read(row) as string)
    }
    case "INCLUDES":
    case "EXCLUDES": {
      if (field.type !== "multipicklist") throw invalidField(`invalid operator on field ${field.name}`)
      const wanted = literals.map((literal) =>
        literal.kind === "plain" ? String(literal.value).split(";") : [],
      )
      return (row) => {
        const has = ((read(row) ?? "") as string).toLowerCase().split(";")
        return wanted.some((all) => all.every((value) => has.includes(value))) === (operator === "INCLUDES")
      }
    }
    default:
      return (row) => ordered(read(row), operator, first)
  }
}

function equals(field: FieldSchema, value: unknown, literal: Literal): boolean {
  if (literal.kind === "null") return value === null
  if (value === null) return false
  if (literal.kind === "span") {
    const span = spanOf(value as string)
    return span !== null && span.from >= literal.span.from && span.from < literal.span.to
  }
  if (typeof value === "string" && field.type !== "id" && field.type !== "reference")
    return value.toLowerCase() === literal.value
  return value === literal.value
}

function ordered(value: unknown, operator: string, literal: Literal): boolean {
  if (value === null || literal.kind === "null") return false
  if (literal.kind === "span") {
    const at = spanOf(value as string)?.from ?? NaN
    const { from, to } = literal.span
    return operator === "<"
      ? at < from
      : operator === "<="
        ? at < to
        : operator === ">"
          ? at >= to
          : at >= from
  }
  const left = (typeof value === "string" ? value.toLowerCase() : value) as number
  const right = literal.value as number
  return operator === "<"
    ? left < right
    : operator === "<="
      ? left <= right
      : operator === ">"
        ? left > right
        : left >= right
}

function likePattern(pattern: string): RegExp {
  const body = Array.from(pattern)
    .map((c) => (c === "%" ? ".*" : c === "_" ? "." : c.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("")
  return new RegExp(`^${body}$`, "is")
}

/** Equalities on ids that every row must meet: only where the whole clause is one AND chain. */
export function narrow(where: WhereClause | undefined): Narrowing {
  const narrowing: Narrowing = {}
  for (let node: WhereClause | undefined = where; node; node = "right" in node ? node.right : undefined) {
    if ("operator" in node && node.operator !== "AND") return {}
    const left = node.left as Condition | null
    if (left === null || !("field" in left) || !("value" in left)) continue
    if (left.operator !== "=" && left.operator !== "IN") continue
    const ids = (Array.isArray(left.value) ? left.value : [left.value]).map((raw) => to18(unquote(raw)))
    const name = left.field.toLowerCase()
    if (name === "id") narrowing.ids = ids
    if (name === "accountid") narrowing.accountIds = ids
    if (name === "ownerid") narrowing.ownerIds = ids
  }
  return narrowing
}
