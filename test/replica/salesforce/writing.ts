/** What an org's administrators make of writes: their own task statuses, picklists, required fields and validation rules. */
import type { Row } from "../world/collection"
import { SalesforceError } from "./errors"
import type { ObjectSchema } from "./schema"
import type { SalesforceState } from "./state"

/** A row of the TaskStatus object. */
export interface TaskStatus {
  ApiName: string
  MasterLabel: string
  IsClosed: boolean
  IsDefault: boolean
  SortOrder: number
}

const status = (name: string, place: number, IsClosed = false, IsDefault = false): TaskStatus => ({
  ApiName: name,
  MasterLabel: name,
  IsClosed,
  IsDefault,
  SortOrder: place,
})

export const standardTaskStatuses: TaskStatus[] = [
  status("Not Started", 1, false, true),
  status("In Progress", 2),
  status("Completed", 3, true),
  status("Waiting on someone else", 4),
  status("Deferred", 5),
]

/** A write that leaves `field` at `value` (null: empty) is refused with the administrator's own sentence. */
export interface ValidationRule {
  object: string
  field: string
  value: unknown
  message: string
}

/** Throws what the org says to a row as a write would leave it; `body` is what the caller sent. */
export function checkWrite(
  salesforce: SalesforceState,
  schema: ObjectSchema,
  row: Row,
  body: Row,
  creating: boolean,
): void {
  for (const field of schema.fields) {
    const value = body[field.name]
    const values = picklistOf(salesforce, schema, field.name)
    const isRestricted = field.restricted === true || (schema.name === "Task" && field.name === "Status")
    if (isRestricted && typeof value === "string" && values && !values.includes(value))
      throw new SalesforceError(
        400,
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
        `${field.label}: bad value for restricted picklist field: ${value}`,
        [field.name],
      )
  }
  const missing = [...salesforce.requiredFields]
    .filter((name) => name.startsWith(`${schema.name}.`))
    .map((name) => name.split(".")[1] ?? name)
    .filter((name) => row[name] === null || row[name] === undefined || row[name] === "")
  if (creating && missing.length > 0)
    throw new SalesforceError(
      400,
      "REQUIRED_FIELD_MISSING",
      `Required fields are missing: [${missing.join(", ")}]`,
      missing,
    )
  const broken = salesforce.rules.find(
    ({ object, field, value }) => object === schema.name && (row[field] ?? null) === value,
  )
  if (broken)
    throw new SalesforceError(400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", broken.message, [broken.field])
}

/** A field's values; those of a Task's status are the org's. */
export function picklistOf(
  salesforce: SalesforceState,
  schema: ObjectSchema,
  name: string,
): readonly string[] | undefined {
  if (schema.name === "Task" && name === "Status")
    return salesforce.taskStatuses.map(({ ApiName }) => ApiName)
  return schema.fields.find((field) => field.name === name)?.picklist
}

/** The status a Task gets if none is sent. */
export const defaultStatus = ({ taskStatuses }: SalesforceState): string =>
  (taskStatuses.find(({ IsDefault }) => IsDefault) ?? taskStatuses[0])?.ApiName ?? "Not Started"

export const closesTask = ({ taskStatuses }: SalesforceState, name: unknown): boolean =>
  taskStatuses.some(({ ApiName, IsClosed }) => ApiName === name && IsClosed)
