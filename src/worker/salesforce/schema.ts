/**
 * What the user may see in this org: learnt from describe, corrected by refusals, remembered per org and user. Every
 * reading asks again whether it changed, in the same call as its queries: access that returns is noticed at once.
 */
import type { CompositePart, CompositeResult, SalesforceClient } from "./api/client"
import { type FieldInfo, hiddenObject, isDescribe, type ObjectInfo, readDescribe } from "./api/describe"
import { isPassing, SalesforceError } from "./api/errors"

const objectNames = ["Account", "Opportunity", "Contact", "Contract", "Task", "Event", "Case"] as const
export type ObjectName = (typeof objectNames)[number]

interface DescribedObject extends ObjectInfo {
  /** What to ask for changes since, as an HTTP date. */
  since: string
}

export interface OrgSchema {
  /** Objects that have not been described yet, for a passing fault, are absent. */
  objects: Partial<Record<ObjectName, DescribedObject>>
  /**
   * What a query was refused although describe lists it, to when (epoch milliseconds): `Contract`, `Contract.EndDate`,
   * `Contract.EndDate/sort`. Kept only where the query worked without it.
   */
  refused: Record<string, number>
  /** Fields found by their labels (`mapped-fields.ts`). */
  found?: Record<string, string[]>
}

export interface SchemaStore {
  get: () => Promise<OrgSchema | undefined>
  set: (schema: OrgSchema) => Promise<void>
}

export const emptySchema: OrgSchema = { objects: {}, refused: {} }

/** Fields whose values are kept, for writing Tasks. */
const writtenPicklists = ["Status", "Priority", "Type", "TaskSubtype"]
/** Clocks differ, and HTTP dates are whole seconds: a change of the last minutes is asked for twice rather than missed. */
const overlapMs = 300_000
/** A refusal that describe contradicts is tried again after this long. */
const refusedForMs = 600_000
/** Describe fails in passing more often than queries do. */
const describeTries = 3

/** Parts that describe objects; those in `anew` whatever changed, the others only where something did. */
export function describeParts(
  { objects }: OrgSchema,
  anew: (name: ObjectName) => boolean = () => false,
): CompositePart[] {
  return objectNames.map((name): CompositePart => {
    const known = objects[name]
    return {
      method: "GET",
      path: `sobjects/${name}/describe`,
      referenceId: `describe${name}`,
      ...(known && !anew(name) && { httpHeaders: { "If-Modified-Since": known.since } }),
    }
  })
}

/**
 * The schema with what the describe parts answered. An object that failed in passing stays as it was known.
 * @returns the same schema if nothing changed
 */
export function withDescribed(
  schema: OrgSchema,
  results: ReadonlyMap<string, CompositeResult>,
  now: number,
): OrgSchema {
  let changed = schema
  for (const name of objectNames) {
    const part = results.get(`describe${name}`)
    if (!part || part.status === 304 || (part.error && !isVerdict(part.error))) continue
    // An answer that describes nothing is no verdict.
    if (!part.error && !isDescribe(part.body, name)) continue
    const info = part.error ? hiddenObject : readDescribe(part.body, writtenPicklists)
    const known = schema.objects[name]
    const since = part.lastModified ?? new Date(now - overlapMs).toUTCString()
    if (known && same(known, info)) continue
    changed = {
      ...changed,
      objects: { ...changed.objects, [name]: { ...info, since } },
      refused: without(changed.refused, (key) => key === name || key.startsWith(`${name}.`)),
    }
  }
  return changed
}

/** Only a code that speaks of the object is a verdict on it; the status alone says nothing. */
function isVerdict({ kind, code }: SalesforceError): boolean {
  return kind === "not-found" || kind === "invalid-type" || /^INSUFFICIENT_ACCESS|^FORBIDDEN$/.test(code)
}

const same = ({ visible, fields }: DescribedObject, info: ObjectInfo) =>
  JSON.stringify({ visible, fields }) === JSON.stringify(info)

const without = (refused: OrgSchema["refused"], drop: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(refused).filter(([key]) => !drop(key)))

/**
 * The remembered schema, without refusals that are due for another try; the first time one composite call.
 * @throws SalesforceError where the Account can't be described.
 */
export async function orgSchema(
  client: SalesforceClient,
  store: SchemaStore,
  now: number,
): Promise<OrgSchema> {
  const known = await store.get()
  let schema = known
    ? { ...known, refused: without(known.refused, (key) => now - (known.refused[key] ?? 0) > refusedForMs) }
    : emptySchema
  if (schema.objects.Account) return schema
  let accountFault: SalesforceError | undefined
  for (let turn = 1; ; turn++) {
    const missing = describeParts(schema).filter(({ httpHeaders }) => !httpHeaders)
    const results = await client.composite(missing)
    schema = withDescribed(schema, results, now)
    accountFault = results.get("describeAccount")?.error
    const failed = missing.map(({ referenceId }) => results.get(referenceId)?.error)
    const fault = failed.find((error) => error && !isVerdict(error))
    if (!fault || !isPassing(fault) || turn >= describeTries) break
  }
  if (!schema.objects.Account) throw accountFault ?? new SalesforceError("server", 0, "", "no describe")
  await store.set(schema)
  return schema
}

/** What may be done with a field. */
export type Use = "read" | "filter" | "sort" | "group"

/** Whether an object is known and visible. */
export function seesObject({ objects, refused }: OrgSchema, object: ObjectName): boolean {
  return objects[object]?.visible === true && !(object in refused)
}

/** Whether a path such as `Owner.Name` may be used on an object; a lookup counts by its own field. */
export function sees(schema: OrgSchema, object: ObjectName, path: string, use: Use = "read"): boolean {
  if (!seesObject(schema, object)) return false
  const [first = path, ...more] = path.split(".")
  const { refused } = schema
  const isRefused = (key: string) => key in refused
  const field = schema.objects[object]?.fields.find(({ name, relationshipName }) =>
    more.length > 0 ? relationshipName === first : name === first,
  )
  if (!field || [field.name, path].some((name) => isRefused(`${object}.${name}`))) return false
  if (more.length > 0) return seesTarget(schema, field, more.join("."))
  if (use === "read") return true
  const allowed = { filter: field.filterable, sort: field.sortable, group: field.groupable }[use]
  return allowed !== false && !isRefused(`${object}.${path}/${use}`)
}

/** Whether a lookup's path may be read as far as is known of what it leads to. */
function seesTarget({ objects, refused }: OrgSchema, { referenceTo = [] }: FieldInfo, path: string): boolean {
  if ([...referenceTo, "Name"].some((target) => `${target}.${path}` in refused)) return false
  // A lookup to several objects shows what they have in common, whatever is hidden of one of them.
  const [only, ...others] = referenceTo
  const target = others.length === 0 ? objects[only as ObjectName] : undefined
  return !target?.visible || target.fields.some(({ name }) => name === path)
}

/** The schema with corrections that a repeated query proved right. */
export function withRefused(schema: OrgSchema, keys: readonly string[], now: number): OrgSchema {
  return { ...schema, refused: { ...schema.refused, ...Object.fromEntries(keys.map((key) => [key, now])) } }
}
