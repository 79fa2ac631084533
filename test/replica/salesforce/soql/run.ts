import { type OrderByClause, parseQuery, type Query, type Subquery } from "@jetstreamapp/soql-parser-js"
import { salesforceParser } from "../../soql-parsers"
import type { Row } from "../../world/collection"
import { malformedQuery } from "../errors"
import { notSortable, unknownList } from "../refusals"
import type { ObjectSchema } from "../schema"
import { aggregate, isAggregate } from "./aggregate"
import { isSortable, type QueryContext, resolvePath, visibleObject } from "./context"
import { selectRow } from "./select"
import { compileWhere, narrow } from "./where"

export interface QueryResult {
  totalSize: number
  done: boolean
  nextRecordsUrl?: string
  records: Row[]
}

/** Answers a query from its parsed form. Throws `SalesforceError`. */
export function runQuery(asked: Omit<QueryContext, "soql">, soql: string): QueryResult {
  const context: QueryContext = { ...asked, soql }
  const query = parse(soql)
  const object = visibleObject(context, query.sObject ?? "")
  const unaliased = withoutAlias(query)
  checkLists(context, object, unaliased)
  const rows = matching(
    context,
    object,
    unaliased,
    object.name === "TaskStatus"
      ? context.salesforce.taskStatuses.map((row) => ({ ...row }))
      : context.salesforce.tables.rows(object.name, narrow(unaliased.where), context.deletedToo),
  )
  if (isCount(unaliased)) return { totalSize: rows.length, done: true, records: [] }
  if (isAggregate(unaliased)) {
    const records = aggregate(context, object, unaliased, rows)
    return { totalSize: records.length, done: true, records }
  }
  const kept = cut(context, object, unaliased, rows)
  const records = kept.map((row) => selectRow(context, object, unaliased.fields ?? [], row, nestedList))
  return paged(context, records, context.pageSize)
}

/** Both parsers must take a query: Jetstream's gives the tree, Salesforce's own grammar refuses what the other lets pass. */
function parse(soql: string): Query {
  const refusal = salesforceParser()?.(soql) ?? null
  if (refusal !== null) throw malformedQuery(refusal)
  try {
    return parseQuery(soql)
  } catch (error) {
    throw malformedQuery(error instanceof Error ? error.message.split("\n")[0]! : "unexpected token")
  }
}

/** A child list: null if there is none, otherwise with its own paging. */
function nestedList(
  context: QueryContext,
  parent: ObjectSchema,
  subquery: Subquery,
  row: Row,
): [name: string, value: unknown] {
  const { name, child, object } = childList(context, parent, subquery)
  const id = row["Id"] as string
  const candidates = context.salesforce.tables
    .rows(object.name, child.field === "AccountId" ? { accountIds: [id] } : {})
    .filter((candidate) => candidate[child.field] === id)
  const rows = cut(context, object, subquery, matching(context, object, subquery, candidates))
  const records = rows.map((candidate) =>
    selectRow(context, object, subquery.fields ?? [], candidate, nestedList),
  )
  return [name, records.length === 0 ? null : paged(context, records, context.nestedPageSize)]
}

/** The child list that a subquery names; refused where its object, or the field that makes the list, is hidden. */
function childList(context: QueryContext, parent: ObjectSchema, { relationshipName }: Subquery) {
  const { salesforce, soql } = context
  const name = Object.keys(parent.children).find(
    (key) => key.toLowerCase() === relationshipName.toLowerCase(),
  )
  const child = name === undefined ? undefined : parent.children[name]
  const object = child && salesforce.schemaOf(child.object)
  const isHidden =
    !child ||
    salesforce.hiddenObjects.has(child.object) ||
    salesforce.hiddenFields.has(`${child.object}.${child.field}`)
  if (name === undefined || !object || isHidden) throw unknownList(salesforce.wording, soql, relationshipName)
  return { name, child, object }
}

/** Salesforce refuses a whole query for one of its lists, whether or not any row would have had one. */
function checkLists(context: QueryContext, object: ObjectSchema, query: Query): void {
  const named = new Set<string>()
  for (const field of query.fields ?? []) {
    if (field.type !== "FieldSubquery") continue
    const list = childList(context, object, field.subquery)
    context.salesforce.refusals.strike("query", list.object.name)
    if (named.has(list.name)) throw malformedQuery(`duplicate relationship: ${list.name}`)
    named.add(list.name)
    cut(context, list.object, field.subquery, matching(context, list.object, field.subquery, []))
    selectRow(context, list.object, field.subquery.fields ?? [], {}, nestedList)
  }
  selectRow(
    context,
    object,
    (query.fields ?? []).filter((field) => field.type === "Field" || field.type === "FieldRelationship"),
    {},
    nestedList,
  )
}

function matching(context: QueryContext, object: ObjectSchema, query: Query | Subquery, rows: Row[]): Row[] {
  return rows.filter(compileWhere(context, object, query.where))
}

function cut(context: QueryContext, object: ObjectSchema, query: Query | Subquery, rows: Row[]): Row[] {
  const order =
    query.orderBy === undefined ? [] : Array.isArray(query.orderBy) ? query.orderBy : [query.orderBy]
  const sorted = order.length ? [...rows].sort(comparer(context, object, order)) : rows
  const offset = query.offset ?? 0
  if (offset > 2000) throw malformedQuery("Maximum SOQL offset allowed is 2000")
  return sorted.slice(offset, query.limit === undefined ? undefined : offset + query.limit)
}

function comparer(
  context: QueryContext,
  object: ObjectSchema,
  order: OrderByClause[],
): (a: Row, b: Row) => number {
  const keys = order.map((clause) => {
    if (!("field" in clause)) throw malformedQuery("ordering by a function needs GROUP BY")
    const path = resolvePath(context, object, clause.field)
    if (!isSortable(context.salesforce, path.object, path.field)) throw notSortable(clause.field)
    return { read: path.read, down: clause.order === "DESC", nullsLast: clause.nulls === "LAST" }
  })
  return (a, b) => {
    for (const key of keys) {
      const [x, y] = [key.read(a), key.read(b)]
      if (x === null || y === null) {
        if (x === y) continue
        // Nulls come first by default, in either direction.
        return (x === null) === key.nullsLast ? 1 : -1
      }
      const left = typeof x === "string" ? x.toLowerCase() : (x as number)
      const right = typeof y === "string" ? y.toLowerCase() : (y as number)
      if (left !== right) return (left < right ? -1 : 1) * (key.down ? -1 : 1)
    }
    return 0
  }
}

function paged(context: QueryContext, records: Row[], size: number): QueryResult {
  if (records.length <= size) return { totalSize: records.length, done: true, records }
  return {
    totalSize: records.length,
    done: false,
    nextRecordsUrl: context.keep(records, size),
    records: records.slice(0, size),
  }
}

function isCount(query: Query): boolean {
  const [field] = query.fields ?? []
  return (
    query.fields?.length === 1 &&
    field?.type === "FieldFunctionExpression" &&
    field.functionName.toUpperCase() === "COUNT" &&
    field.parameters.length === 0
  )
}

/** `SELECT t.Id FROM Task t`: the parser keeps the alias apart; only where and order still carry it. */
function withoutAlias(query: Query): Query {
  const alias = query.sObjectAlias
  if (alias === undefined) return query
  return JSON.parse(JSON.stringify(query), (key, value: unknown) =>
    key === "field" && typeof value === "string" && value.startsWith(`${alias}.`)
      ? value.slice(alias.length + 1)
      : value,
  ) as Query
}
