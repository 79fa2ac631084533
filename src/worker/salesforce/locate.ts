/** Which lists of a query a refusal is about, and what to leave out of them. */
import type { Refusal } from "./api/refusal"
import type { ListSpec } from "./account-lists"
import { fieldsIn, type Part } from "./plan"
import type { OrgSchema } from "./schema"

/**
 * Keys for `OrgSchema.refused` by which exactly what the refusal names is left out; none where it can't be told which of
 * the part's lists it means, or names nothing of them.
 */
export function refusedKeys(refusal: Refusal, part: Part, schema: OrgSchema): string[] {
  const lists = concerned(refusal, part)
  switch (refusal.kind) {
    case "object":
      return same(lists.map(({ object }) => object))
    case "list":
      return same(lists.map(({ object }) => object))
    case "relationship":
      return same(
        lists.flatMap(({ object }) =>
          (schema.objects[object]?.fields ?? [])
            .filter(({ relationshipName }) => relationshipName === refusal.relationship)
            .map(({ name }) => `${object}.${name}`),
        ),
      )
    case "field":
      return fieldKeys(refusal, part, lists, schema)
    case "names":
      return same(refusal.names.flatMap((name) => keysOfName(name, refusal.names, part, schema)))
  }
}

/** What a name can stand for in this query. An object beside a field's name only says whose it is. */
function keysOfName(name: string, names: readonly string[], part: Part, schema: OrgSchema): string[] {
  const objects = part.lists.map(({ object }) => object)
  const object = names.find((one) => one !== name && objects.some((own) => own === one))
  const asField = fieldKeys(
    { kind: "field", field: name, use: "read", ...(object !== undefined && { object }) },
    part,
    object === undefined ? part.lists : part.lists.filter((list) => list.object === object),
    schema,
  )
  if (asField.length > 0) return asField
  if (names.length > 1) return []
  const asLookup = refusedKeys({ kind: "relationship", relationship: name }, part, schema)
  if (asLookup.length > 0) return asLookup
  const asList = refusedKeys({ kind: "list", relationship: name }, part, schema)
  return asList.length > 0 ? asList : refusedKeys({ kind: "object", object: name }, part, schema)
}

function fieldKeys(
  { field, object, use }: Extract<Refusal, { kind: "field" }>,
  part: Part,
  lists: ListSpec[],
  schema: OrgSchema,
): string[] {
  const last = field.split(".").at(-1) ?? field
  // A field of what a lookup leads to, such as User.Name, named by its own object.
  const isOwn = object === undefined || part.lists.some((list) => list.object === object)
  if (!isOwn) return [`${object}.${last}`]
  const use_ = use === "read" ? "" : `/${use}`
  return same(
    lists.flatMap((list) => {
      const path = pathsOf(list).find((one) => one === field) ?? pathsOf(list).find((one) => one === last)
      const isKnown =
        path !== undefined &&
        (path.includes(".") || schema.objects[list.object]?.fields.some(({ name }) => name === path))
      return isKnown ? [`${list.object}.${path}${use_}`] : []
    }),
  )
}

/** One meaning or none: what names two objects' fields at once is no name. */
function same(keys: string[]): string[] {
  const distinct = [...new Set(keys)]
  return distinct.length === 1 ? distinct : []
}

function concerned(refusal: Refusal, { lists, text }: Part): ListSpec[] {
  if (refusal.kind === "object") return lists.filter(({ object }) => object === refusal.object)
  if (refusal.kind === "list")
    return lists.filter(({ relationship }) => relationship === refusal.relationship)
  if (refusal.kind === "field" && refusal.object !== undefined) {
    const own = lists.filter(({ object }) => object === refusal.object)
    if (own.length > 0) return own
  }
  if (refusal.kind === "names" || refusal.column === undefined) return lists
  const from = fromAt(text, refusal.column)
  const there = lists.filter(({ relationship, object }) => (relationship ?? object) === from)
  return there.length > 0 ? there : lists
}

/** The name after FROM in the innermost query around a place, counted from 1. */
export function fromAt(text: string, column: number): string | undefined {
  const at = column - 1
  const nested = [...text.matchAll(/\(SELECT [^()]*? FROM (\w+)/g)].find(({ index }) => {
    return index <= at && at < endOf(text, index)
  })
  return nested?.[1] ?? /\) FROM (\w+)|^SELECT [^()]* FROM (\w+)/.exec(text)?.slice(1).find(Boolean)
}

/** Where the bracket that opens at `start` closes. */
function endOf(text: string, start: number): number {
  let depth = 0
  let isQuoted = false
  for (let at = start; at < text.length; at++) {
    const char = text[at]
    if (char === "'" && text[at - 1] !== "\\") isQuoted = !isQuoted
    if (isQuoted) continue
    if (char === "(") depth++
    if (char === ")" && --depth === 0) return at
  }
  return text.length
}

const pathsOf = ({ select, where, also = [], orderBy, accountField }: ListSpec): string[] => [
  ...select,
  ...[...where.flat(), ...also].flatMap(fieldsIn),
  ...orderBy.map(({ field }) => field),
  accountField,
]
