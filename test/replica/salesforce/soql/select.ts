import type { FieldType, Subquery } from "@jetstreamapp/soql-parser-js"
import type { Row } from "../../world/collection"
import { malformedQuery } from "../errors"
import type { ObjectSchema } from "../schema"
import { type Path, type QueryContext, related, resolvePath } from "./context"
import { salesforceValue } from "./values"

type Nested = (
  context: QueryContext,
  parent: ObjectSchema,
  subquery: Subquery,
  row: Row,
) => [name: string, value: unknown]

/** The part of a row that the SELECT names, with `attributes`, parents as objects and child lists. */
export function selectRow(
  context: QueryContext,
  object: ObjectSchema,
  fields: FieldType[],
  row: Row,
  nested: Nested,
): Row {
  const out: Row = { attributes: attributes(context, object.name, row) }
  for (const field of fields) {
    switch (field.type) {
      case "Field":
        place(context, out, resolvePath(context, object, field.field), row)
        break
      case "FieldRelationship":
        place(
          context,
          out,
          resolvePath(context, object, [...field.relationships, field.field].join(".")),
          row,
        )
        break
      case "FieldSubquery": {
        const [name, value] = nested(context, object, field.subquery, row)
        out[name] = value
        break
      }
      case "FieldFunctionExpression": {
        const [parameter] = field.parameters
        if (field.functionName.toLowerCase() === "tolabel" && typeof parameter === "string") {
          const path = resolvePath(context, object, parameter)
          out[field.alias ?? path.field.name] = path.read(row)
          break
        }
        throw malformedQuery(`${field.functionName} is not supported here`)
      }
      case "FieldTypeof":
        throw malformedQuery("TYPEOF is not supported by the replica")
    }
  }
  return out
}

function place(context: QueryContext, out: Row, path: Path, row: Row): void {
  let target = out
  let source = row
  for (const step of path.steps) {
    const parent = related(context, source, step.field)
    if (!parent) {
      target[step.relationship] = null
      return
    }
    source = parent
    const known = target[step.relationship] as Row | undefined
    target =
      known ?? (target[step.relationship] = { attributes: attributes(context, step.object.name, source) })
  }
  target[path.field.name] = salesforceValue(path.field, path.read(row))
}

export function attributes(context: Pick<QueryContext, "version">, object: string, row: Row): Row {
  return { type: object, url: `/services/data/v${context.version}/sobjects/${object}/${String(row["Id"])}` }
}
