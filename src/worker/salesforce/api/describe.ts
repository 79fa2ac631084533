/** Which fields of an object the user may see, what they are called and may be used for (facts: salesforce-api, section 5). */
export interface PicklistValue {
  value: string
  label: string
  isDefault: boolean
}

export interface FieldInfo {
  name: string
  label: string
  type: string
  /** The name of the relationship, for a reference. */
  relationshipName?: string
  /** Objects that a reference leads to. */
  referenceTo?: string[]
  /** False where WHERE, ORDER BY or GROUP BY refuse it; absent: it may stand there. */
  filterable?: false
  sortable?: false
  groupable?: false
  createable?: false
  updateable?: false
  /** A create without it is refused. */
  required?: true
  /** Active values, in the org's order; kept for the fields that are written. */
  picklist?: PicklistValue[]
}

export interface ObjectInfo {
  /** False where the whole object is hidden. */
  visible: boolean
  fields: FieldInfo[]
}

export const hiddenObject: ObjectInfo = { visible: false, fields: [] }

const text = (value: unknown, otherwise: string) => (typeof value === "string" ? value : otherwise)

/** Whether this describes that object at all: every object has fields. */
export function isDescribe(body: unknown, object: string): boolean {
  const { name, fields } = (body ?? {}) as { name?: unknown; fields?: unknown }
  return name === object && Array.isArray(fields) && fields.length > 0
}

/**
 * Reads a describe body; entries that are no fields are left out.
 * @param picklistsOf names of the fields whose values are kept, or all
 */
export function readDescribe(body: unknown, picklistsOf: readonly string[] | "all" = []): ObjectInfo {
  const { fields, queryable } = (body ?? {}) as { fields?: unknown; queryable?: unknown }
  if (!Array.isArray(fields) || queryable === false) return hiddenObject
  const infos = (fields as (Record<string, unknown> | null)[]).flatMap((field) =>
    typeof field?.name === "string" ? [readField(field.name, field, picklistsOf)] : [],
  )
  return { visible: true, fields: infos }
}

function readField(
  name: string,
  field: Record<string, unknown>,
  picklistsOf: readonly string[] | "all",
): FieldInfo {
  const to = Array.isArray(field.referenceTo)
    ? (field.referenceTo as unknown[]).filter((one) => typeof one === "string")
    : []
  const flag = (key: "filterable" | "sortable" | "groupable" | "createable" | "updateable") =>
    field[key] === false ? { [key]: false as const } : {}
  const isRequired =
    field.nillable === false && field.defaultedOnCreate === false && field.createable === true
  return {
    name,
    label: text(field.label, name),
    type: text(field.type, "string"),
    ...(typeof field.relationshipName === "string" && { relationshipName: field.relationshipName }),
    ...(to.length > 0 && { referenceTo: to }),
    ...flag("filterable"),
    ...flag("sortable"),
    ...flag("groupable"),
    ...flag("createable"),
    ...flag("updateable"),
    ...(isRequired && { required: true as const }),
    ...((picklistsOf === "all" || picklistsOf.includes(name)) && {
      picklist: readPicklist(field.picklistValues),
    }),
  }
}

function readPicklist(values: unknown): PicklistValue[] {
  if (!Array.isArray(values)) return []
  return (values as (Record<string, unknown> | null)[]).flatMap((one) =>
    typeof one?.value === "string" && one.active !== false
      ? [{ value: one.value, label: text(one.label, one.value), isDefault: one.defaultValue === true }]
      : [],
  )
}

/**
 * API names of the fields with one of these visible labels, in the labels' order, then the object's. A label also fits
 * the API name made from it ("Active Contract Period End": `Active_Contract_Period_End__c`), so that another language
 * finds the same field.
 */
export function fieldsByLabel(labels: readonly string[], object: ObjectInfo): string[] {
  const found = labels.flatMap((label) => {
    const wanted = plain(label)
    const byLabel = object.fields.filter((field) => plain(field.label) === wanted)
    const byName = object.fields.filter((field) => namesOf(field.name).includes(wanted))
    return [...byLabel, ...byName]
  })
  return [...new Set(found.map(({ name }) => name))]
}

/** `sfx__ARR__c` is asked for as `sfx__ARR__c`, `sfx__ARR`, `ARR__c` and `ARR`. */
function namesOf(name: string): string[] {
  const bare = name.replace(/__c$/, "")
  return [name, bare, bare.replace(/^[A-Za-z0-9]+__/, "")].map(plain)
}

/** Letters of every script count: a Japanese label is not the empty text. */
const plain = (label: string) => label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
