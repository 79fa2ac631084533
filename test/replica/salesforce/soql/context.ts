import type { Row } from "../../world/collection"
import { unknownField, unknownObject, unknownRelationship } from "../refusals"
import type { FieldSchema, ObjectSchema } from "../schema"
import type { SalesforceState } from "../state"

/** What running a query needs to know. */
export interface QueryContext {
  salesforce: SalesforceState
  /** Epoch milliseconds. */
  now: number
  /** `67.0`; goes into the urls of records. */
  version: string
  /** The query's text, which refusals quote. */
  soql: string
  /** Rows per page, from `Sforce-Query-Options` or the org. */
  pageSize: number
  nestedPageSize: number
  /** `queryAll`: deleted and merged rows, too. */
  deletedToo?: boolean
  /** Keeps the rest of a list and returns the path for the next page. */
  keep: (rows: Row[], from: number) => string
}

/** An object the user may see. */
export function visibleObject(context: QueryContext, name: string): ObjectSchema {
  const { salesforce, soql } = context
  const schema = salesforce.schemaOf(name)
  if (!schema || salesforce.hiddenObjects.has(schema.name))
    throw unknownObject(salesforce.wording, soql, name)
  salesforce.refusals.strike("query", schema.name)
  return schema
}

export function visibleField(
  salesforce: SalesforceState,
  object: ObjectSchema,
  name: string,
): FieldSchema | undefined {
  const field = object.fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  return field && !salesforce.hiddenFields.has(`${object.name}.${field.name}`) ? field : undefined
}

export interface Path {
  /** Canonical relationship names on the way, e.g. `["Account", "Owner"]`, and the objects they lead to. */
  steps: { relationship: string; field: FieldSchema; object: ObjectSchema }[]
  field: FieldSchema
  /** The object that the field belongs to. */
  object: ObjectSchema
  /** The value in a row of the query's object; null across an empty relationship. */
  read: (row: Row) => unknown
}

/** Resolves `Owner.Name` and the like, or refuses as Salesforce would. */
export function resolvePath(context: QueryContext, object: ObjectSchema, path: string): Path {
  const parts = path.split(".")
  const name = parts.pop() ?? ""
  const steps: Path["steps"] = []
  let current = object
  for (const part of parts) {
    const field = current.fields.find(
      (candidate) => candidate.relationship?.toLowerCase() === part.toLowerCase(),
    )
    const target = field?.to ? context.salesforce.schemaOf(field.to) : undefined
    const { wording, hiddenFields } = context.salesforce
    if (!field?.relationship || !target || hiddenFields.has(`${current.name}.${field.name}`))
      throw unknownRelationship(wording, context.soql, part)
    steps.push({ relationship: field.relationship, field, object: target })
    current = target
  }
  const field = visibleField(context.salesforce, current, name)
  if (!field) throw unknownField(context.salesforce.wording, context.soql, path, current.name)
  const read = (row: Row): unknown => {
    let at: Row | undefined = row
    for (const step of steps) at = at && related(context, at, step.field)
    // A checkbox is never empty.
    return at?.[field.name] ?? (at && field.type === "boolean" ? false : null)
  }
  return { steps, field, object: current, read }
}

/** The row that a reference field points to. */
export function related(context: QueryContext, row: Row, field: FieldSchema): Row | undefined {
  const id = row[field.name]
  return typeof id === "string" && field.to ? context.salesforce.tables.byId(field.to, id) : undefined
}

/** Whether a field may stand in WHERE. */
export function isFilterable(
  { unfilterable }: SalesforceState,
  object: ObjectSchema,
  field: FieldSchema,
): boolean {
  return field.type !== "textarea" && !unfilterable.has(`${object.name}.${field.name}`)
}

/** Whether a field may stand in ORDER BY. */
export function isSortable(
  { unsortable }: SalesforceState,
  object: ObjectSchema,
  field: FieldSchema,
): boolean {
  return (
    !["textarea", "multipicklist"].includes(field.type) && !unsortable.has(`${object.name}.${field.name}`)
  )
}
