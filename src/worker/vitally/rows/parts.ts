/** Building blocks of the tolerant shapes: a wrong type is read as "no data", never as a lost row. */
import * as z from "~src/schemas/zod"

/** A value of the wanted type or null, as it came, not copied; anything else is read as an absent one. */
const maybe = <T>(is: (value: unknown) => value is T) =>
  z.optional(
    z.pipe(
      z.unknown(),
      z.transform((value) => (value === null || is(value) ? value : undefined)),
    ),
  )

const isText = (value: unknown): value is string => typeof value === "string"

/** Text, or nothing. */
export const text = maybe(isText)
/** Finite number, or nothing. Vitally's integrations also send numbers as text: `numberOf` reads those. */
export const number = maybe((value): value is number => Number.isFinite(value))

/** A number as it came, or text that may hold one. */
export const numberOrText = maybe(
  (value): value is number | string => Number.isFinite(value) || isText(value),
)

/** An object as it came, not copied; anything else becomes nothing. */
export const bag = maybe(isBag)

/** An array whose entries are read later, one by one; anything else becomes nothing. */
export const entries = maybe((value): value is unknown[] => Array.isArray(value))

/** Some services name themselves where others give an object. */
export const textOrBag = maybe((value) => isText(value) || isBag(value))

export function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The only key that a row must have. Vitally's are texts: a number is another service's, and would make a row that nobody has. */
export const id = z.string(z.minLength(1))
