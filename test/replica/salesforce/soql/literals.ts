import { to18 } from "../../book/ids"
import { invalidField, malformedQuery } from "../errors"
import type { FieldSchema } from "../schema"
import { dateLiteral, type Span, spanOf } from "./dates"

/** A literal ready for comparing. */
export type Literal =
  { kind: "null" } | { kind: "span"; span: Span } | { kind: "plain"; value: string | number | boolean }

const dates = new Set(["DATE", "DATETIME", "DATE_LITERAL", "DATE_N_LITERAL"])

/** Turns a parsed literal into what the field needs, and refuses the mixtures that Salesforce refuses. */
export function readLiteral(field: FieldSchema, raw: string, type: string, now: number): Literal {
  if (type === "NULL") return { kind: "null" }
  if (field.type === "date" || field.type === "datetime") return dateOf(field, raw, type, now)
  if (dates.has(type)) throw wrongType(field)
  switch (type) {
    case "STRING": {
      if (["boolean", "int", "double", "currency", "percent"].includes(field.type)) throw wrongType(field)
      const text = unquote(raw)
      return {
        kind: "plain",
        value: field.type === "id" || field.type === "reference" ? to18(text) : text.toLowerCase(),
      }
    }
    case "INTEGER":
    case "DECIMAL":
      if (!["int", "double", "currency", "percent"].includes(field.type)) throw wrongType(field)
      return { kind: "plain", value: Number(raw) }
    case "BOOLEAN":
      if (field.type !== "boolean") throw wrongType(field)
      return { kind: "plain", value: raw.toLowerCase() === "true" }
    default:
      throw malformedQuery(`unexpected token: '${raw}'`)
  }
}

function dateOf(field: FieldSchema, raw: string, type: string, now: number): Literal {
  const relative = type === "DATE_LITERAL" || type === "DATE_N_LITERAL"
  const span = relative ? dateLiteral(raw, now) : dates.has(type) ? spanOf(raw) : null
  // A date field takes no instant, an instant field no bare date (but both take TODAY and its kin).
  const fits = relative || (field.type === "date" ? type === "DATE" : type === "DATETIME")
  if (!span || !fits) throw wrongType(field)
  return { kind: "span", span }
}

function wrongType(field: FieldSchema): Error {
  const type = field.type === "datetime" ? "dateTime" : field.type
  return invalidField(
    `value of filter criterion for field '${field.name}' must be of type ${type} and should ${field.type === "string" ? "" : "not "}be enclosed in quotes`,
  )
}

/** `'O\'Brien'` → `O'Brien`. */
export function unquote(raw: string): string {
  return raw
    .replace(/^'|'$/g, "")
    .replace(/\\(.)/g, (_, letter: string) => ({ n: "\n", r: "\r", t: "\t" })[letter] ?? letter)
}
