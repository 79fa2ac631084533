import type { FieldFunctionExpression, GroupByClause, Query } from "@jetstreamapp/soql-parser-js"
import type { Row } from "../../world/collection"
import { malformedQuery } from "../errors"
import type { ObjectSchema } from "../schema"
import { type Path, type QueryContext, resolvePath } from "./context"
import { salesforceValue } from "./values"

const functions = ["COUNT", "COUNT_DISTINCT", "MAX", "MIN", "SUM", "AVG"]

export function isAggregate(query: Query): boolean {
  return (
    query.groupBy !== undefined ||
    (query.fields ?? []).some(
      (f) => f.type === "FieldFunctionExpression" && functions.includes(f.functionName.toUpperCase()),
    )
  )
}

/** GROUP BY with MAX, MIN, COUNT, SUM, AVG; unnamed results are `expr0`, `expr1`, ... */
export function aggregate(context: QueryContext, object: ObjectSchema, query: Query, rows: Row[]): Row[] {
  if (query.having) throw malformedQuery("HAVING is not supported by the replica")
  const clauses: GroupByClause[] =
    query.groupBy === undefined ? [] : Array.isArray(query.groupBy) ? query.groupBy : [query.groupBy]
  const keys = clauses.map((clause) => {
    if (!("field" in clause)) throw malformedQuery("grouping by a function is not supported by the replica")
    return { name: clause.field, path: resolvePath(context, object, clause.field) }
  })
  const groups = new Map<string, Row[]>()
  if (keys.length === 0) groups.set("", rows)
  for (const row of keys.length === 0 ? [] : rows) {
    const key = JSON.stringify(keys.map(({ path }) => path.read(row)))
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const records = [...groups.values()].map((group) => {
    const out: Row = { attributes: { type: "AggregateResult" } }
    let unnamed = 0
    for (const field of query.fields ?? []) {
      if (field.type === "FieldFunctionExpression") {
        out[field.alias ?? `expr${unnamed++}`] = calculate(context, object, field, group)
        continue
      }
      const name =
        field.type === "Field"
          ? field.field
          : field.type === "FieldRelationship"
            ? [...field.relationships, field.field].join(".")
            : ""
      const key = keys.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
      if (!key) throw malformedQuery(`Field must be grouped or aggregated: ${name}`)
      const alias = "alias" in field && field.alias ? field.alias : key.path.field.name
      out[alias] = group[0] ? salesforceValue(key.path.field, key.path.read(group[0])) : null
    }
    return out
  })
  return records.slice(0, query.limit)
}

function calculate(
  context: QueryContext,
  object: ObjectSchema,
  call: FieldFunctionExpression,
  rows: Row[],
): unknown {
  const name = call.functionName.toUpperCase()
  const [parameter] = call.parameters
  if (name === "COUNT" && parameter === undefined) return rows.length
  if (typeof parameter !== "string" || !functions.includes(name))
    throw malformedQuery(`${call.functionName} is not supported`)
  const path: Path = resolvePath(context, object, parameter)
  const values = rows.map((row) => path.read(row)).filter((value) => value !== null) as (string | number)[]
  if (name === "COUNT") return values.length
  if (name === "COUNT_DISTINCT") return new Set(values).size
  if (values.length === 0) return null
  if (name === "SUM" || name === "AVG") {
    const sum = values.reduce<number>((total, value) => total + Number(value), 0)
    return name === "SUM" ? sum : sum / values.length
  }
  const best = values.reduce((a, b) => ((name === "MAX") === b > a ? b : a))
  return salesforceValue(path.field, best)
}
