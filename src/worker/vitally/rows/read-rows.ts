/** One reader for every kind of list that Vitally answers. */
import type * as z from "~src/schemas/zod"

import { maxRowsOfPage } from "../../kernel/limits"
import { cut, isUsual } from "./cut"

import { isBag } from "./parts"

/** A row that could not be read, and why; never its content. */
interface SetAside {
  reason: string
}

export interface Page<T> {
  rows: T[]
  setAside: SetAside[]
  /** Rows that were too large and were cut to size. */
  cut: number
  /** Cursor of the next page; null at the end. */
  next: string | null
  /** The body was no list at all: an error page, a bare word, nothing. */
  malformed: boolean
}

/** What a page is read with: a zod shape, or one that is read as zod would. */
export interface Shape<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: z.ZodError }
}

/**
 * Reads a body that may be a bare array, `{results, next}` or `{data, next}`.
 * A row that does not fit is set aside with its reason; the others stay. An empty page ends the list even if it carries
 * a cursor (facts: section 2). Never throws.
 */
export function readRows<T>(body: unknown, shape: Shape<T>): Page<T> {
  const list = listIn(body)
  if (list === null) return { rows: [], setAside: [], cut: 0, next: null, malformed: true }
  const rows: T[] = []
  const setAside: SetAside[] = []
  let tooLarge = 0
  for (const entry of list.slice(0, maxRowsOfPage)) {
    const fits = isUsual(entry)
    if (!fits) tooLarge += 1
    const read = shape.safeParse(fits ? entry : cut(entry))
    if (read.success) rows.push(read.data)
    else setAside.push({ reason: reasonOf(entry, read.error) })
  }
  for (let over = maxRowsOfPage; over < list.length; over += 1)
    setAside.push({ reason: "too many on one page" })
  if (isBag(body) && (tellsOfError(body) || !isCursor(body.next))) setAside.push(notWhole)
  return { rows, setAside, cut: tooLarge, next: list.length === 0 ? null : cursorIn(body), malformed: false }
}

/** Counted with the rows that could not be read: what such a page lacks is not missing. */
export const notWhole = { reason: "the rest of a list" }

function listIn(body: unknown): unknown[] | null {
  if (isList(body)) return body
  if (!isBag(body)) return null
  if (isList(body.results)) return body.results
  if (isList(body.data)) return body.data
  // One record is not a list of one: it may be another answer altogether.
  return null
}

/** Half of an answer, beside the reason why there is no more. */
function tellsOfError({ error, errors }: Record<string, unknown>): boolean {
  return (typeof error === "string" && error !== "") || isBag(error) || (isList(errors) && errors.length > 0)
}

/** A cursor of any form, or none. Anything else does not tell whether the list goes on. */
const isCursor = (next: unknown) =>
  next === undefined || next === null || next === false || ["string", "number"].includes(typeof next)

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value)
}

function cursorIn(body: unknown): string | null {
  if (!isBag(body) || body.atEnd === true) return null
  const { next } = body
  if (typeof next === "number") return String(next)
  return typeof next === "string" && next !== "" ? next : null
}

function reasonOf(entry: unknown, error: z.ZodError): string {
  if (!isBag(entry)) return "not an object"
  const [issue] = error.issues
  const key = issue?.path[0]
  if (typeof key !== "string") return "not readable"
  return key in entry ? `${key} is not readable` : `${key} is missing`
}
