/** Which fields of an object the user may see, and what they are called (facts: salesforce-api, section 5). */
interface FieldInfo {
  name: string
  label: string
  type: string
  /** The name of the relationship, for a reference. */
  relationshipName?: string
}

export interface ObjectInfo {
  /** False where the whole object is hidden. */
  visible: boolean
  fields: FieldInfo[]
}

export const hiddenObject: ObjectInfo = { visible: false, fields: [] }

/** Reads a describe body; entries that are no fields are left out. */
export function readDescribe(body: unknown): ObjectInfo {
  const fields = (body as { fields?: unknown } | undefined)?.fields
  if (!Array.isArray(fields)) return hiddenObject
  const infos: FieldInfo[] = []
  for (const field of fields as (Record<string, unknown> | null)[]) {
    if (typeof field?.name !== "string") continue
    infos.push({
      name: field.name,
      label: typeof field.label === "string" ? field.label : field.name,
      type: typeof field.type === "string" ? field.type : "string",
      ...(typeof field.relationshipName === "string" && { relationshipName: field.relationshipName }),
    })
  }
  return { visible: true, fields: infos }
}

/** Keeps those names that the user may see; `Owner.Name` counts by its relationship. */
export function visibleFields(names: string[], object: ObjectInfo): string[] {
  const known = new Set<string>()
  for (const field of object.fields) {
    known.add(field.name)
    if (field.relationshipName) known.add(field.relationshipName)
  }
  return names.filter((name) => known.has(name.split(".")[0] ?? name))
}

/** API name of the field with one of these visible labels, in their order; undefined where there is none. */
export function fieldByLabel(labels: string[], object: ObjectInfo): string | undefined {
  for (const label of labels) {
    const wanted = plain(label)
    const found = object.fields.find((field) => plain(field.label) === wanted || plain(field.name) === wanted)
    if (found) return found.name
  }
  return undefined
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, "")

/** The field that an `INVALID_FIELD` message names, if it names one. */
export function fieldInMessage(message: string): string | undefined {
  return /No such column '([\w.]+)'/.exec(message)?.[1]
}
