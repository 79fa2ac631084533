/** What the user may see in this org: learnt from describe once, remembered per org and user, corrected by refusals. */
import type { CompositePart, SalesforceClient } from "./api/client"
import { fieldInMessage, hiddenObject, type ObjectInfo, readDescribe } from "./api/describe"
import { SalesforceError } from "./api/errors"

const objectNames = ["Account", "Opportunity", "Contact", "Contract", "Task", "Event", "Case"] as const
export type ObjectName = (typeof objectNames)[number]

export interface OrgSchema {
  /** Epoch milliseconds. */
  readAt: number
  /** A refusal changed it, so the org's "nothing changed" would not mean what is kept here. */
  corrected?: boolean
  objects: Record<ObjectName, ObjectInfo>
}

export interface SchemaStore {
  get: () => Promise<OrgSchema | undefined>
  set: (schema: OrgSchema) => Promise<void>
}

/** Field lists change seldom; a refusal in between drops the field at once. */
const maxAgeMs = 24 * 3_600_000

/** The schema, from the store where it is young enough; else one composite call, which brings only what changed. @throws SalesforceError */
export async function orgSchema(
  client: SalesforceClient,
  store: SchemaStore,
  now: number,
): Promise<OrgSchema> {
  const known = await store.get()
  if (known && now - known.readAt < maxAgeMs) return known
  const since = known && !known.corrected ? new Date(known.readAt).toUTCString() : undefined
  const parts = objectNames.map((name): CompositePart => ({
    method: "GET",
    path: `sobjects/${name}/describe`,
    referenceId: name,
    ...(since !== undefined &&
      known?.objects[name].visible && { httpHeaders: { "If-Modified-Since": since } }),
  }))
  const results = await client.composite(parts)
  const objects = {} as Record<ObjectName, ObjectInfo>
  for (const name of objectNames) {
    const part = results.get(name)
    if (part?.status === 304 && known) objects[name] = known.objects[name]
    else if (part && !part.error) objects[name] = readDescribe(part.body)
    // Not found or not allowed is hidden; a passing fault must not be remembered as such for a day.
    else if (part?.error && part.error.status < 429 && part.error.status >= 400) objects[name] = hiddenObject
    else throw part?.error ?? new SalesforceError("malformed", 200, "", `no describe of ${name}`)
  }
  const schema = { readAt: now, objects }
  await store.set(schema)
  return schema
}

/** Takes a refused field or object out of the schema; undefined where the refusal names none that is in it. */
export function withoutRefused(
  schema: OrgSchema,
  object: ObjectName,
  error: SalesforceError,
): OrgSchema | undefined {
  const info = schema.objects[object]
  if (error.kind === "invalid-type") {
    if (!info.visible) return undefined
    return { ...schema, corrected: true, objects: { ...schema.objects, [object]: hiddenObject } }
  }
  const named = fieldInMessage(error.detail)
  const last = named?.split(".").at(-1)
  const first = named?.split(".")[0]
  const fields = info.fields.filter(
    (field) => field.name !== named && field.name !== last && field.relationshipName !== first,
  )
  if (!named || fields.length === info.fields.length) return undefined
  return { ...schema, corrected: true, objects: { ...schema.objects, [object]: { ...info, fields } } }
}
