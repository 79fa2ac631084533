/**
 * The one reader of what Salesforce says when it refuses a query: which object, field or relationship it names. The
 * sentences differ by API version and place in the query; public clients' issues show these.
 */
import type { SalesforceError } from "./errors"

export type Refusal =
  | { kind: "object"; object: string }
  /** `object`: where the sentence names it. `use`: what the field may not be used for; `read`: it is hidden. */
  | {
      kind: "field"
      field: string
      object?: string
      use: "read" | "filter" | "sort" | "group"
      column?: number
    }
  /** A lookup in a field's path. */
  | { kind: "relationship"; relationship: string; column?: number }
  /** A nested list. */
  | { kind: "list"; relationship: string }
  /** A sentence in another language, or one that nobody has quoted yet: the names in its quotes. */
  | { kind: "names"; names: string[] }

const name = String.raw`'?([A-Za-z][\w.]*)'?`

const objectForms = [
  new RegExp(String.raw`s?object type ${name} is not supported`, "i"),
  new RegExp(
    String.raw`entity(?: type)?:? ${name} (?:cannot be queried|is not queryable|does not support query|is not (?:api )?accessible|is not supported)`,
    "i",
  ),
  new RegExp(String.raw`no access to (?:entity|object|sobject):? ${name}`, "i"),
]
const columnForm = new RegExp(
  String.raw`No such column ${name}(?: on (?:entity|s?object of type|s?object) ${name})?`,
  "i",
)
const invalidFieldForm = new RegExp(String.raw`invalid field(?: name)?:? ${name}`, "i")
const useForm = new RegExp(
  String.raw`field ${name} (?:can ?not|can't) be (filtered|sorted|grouped|used in (?:a )?(?:filter|where))`,
  "i",
)
const listForm = new RegExp(String.raw`understand relationship ${name} in FROM part`, "i")
const relationshipForm = new RegExp(
  String.raw`(?:understand relationship|No such relation(?:ship)?) ${name}`,
  "i",
)
const columnOf = (text: string) => {
  const column = /ERROR at Row:\d+:Column:(\d+)/i.exec(text)?.[1]
  return column === undefined ? {} : { column: Number(column) }
}

/** Quotes differ by language; API names don't. */
const quoted = /['"‘’‚“”„«‹「『]\s?([A-Za-z]\w*)\s?['"‘’“”»›」』]/gu

/** What the error names; null where it names nothing, or is about something else than permission. */
export function readRefusal({ detail }: Pick<SalesforceError, "detail">): Refusal | null {
  const list = listForm.exec(detail)?.[1]
  if (list) return { kind: "list", relationship: list }
  const relationship = relationshipForm.exec(detail)?.[1]
  if (relationship) return { kind: "relationship", relationship, ...columnOf(detail) }
  const [, column, entity] = columnForm.exec(detail) ?? []
  if (column)
    return {
      kind: "field",
      field: column,
      use: "read",
      ...(entity && { object: entity }),
      ...columnOf(detail),
    }
  const [, used, verb] = useForm.exec(detail) ?? []
  if (used && verb) {
    const use = /^sort/i.test(verb) ? "sort" : /^group/i.test(verb) ? "group" : "filter"
    return { kind: "field", field: used, use, ...columnOf(detail) }
  }
  const invalid = invalidFieldForm.exec(detail)?.[1]
  if (invalid) return { kind: "field", field: invalid, use: "read", ...columnOf(detail) }
  for (const form of objectForms) {
    const object = form.exec(detail)?.[1]
    if (object) return { kind: "object", object }
  }
  const names = [...detail.matchAll(quoted)].flatMap(([, one]) => one ?? [])
  return names.length > 0 ? { kind: "names", names: [...new Set(names)] } : null
}
