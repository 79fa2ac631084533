/** Building blocks of the tolerant shapes: a wrong type is read as "no data", never as a lost row. */
import * as z from "zod/mini"

// The worker's CSP forbids generated code; without this zod tries, and the browser logs a violation.
z.config({ jitless: true })

/** Text, or nothing. */
export const text = z.catch(z.nullish(z.string()), undefined)
/** Finite number, or nothing. Vitally's integrations also send numbers as text: `numberOf` reads those. */
export const number = z.catch(z.nullish(z.number()), undefined)
export const flag = z.catch(z.nullish(z.boolean()), undefined)

/** An object as it came, not copied; anything else becomes nothing. */
export const bag = z.catch(z.nullish(z.custom<Record<string, unknown>>(isBag)), undefined)

/** An array whose entries are read later, one by one; anything else becomes nothing. */
export const entries = z.catch(z.nullish(z.custom<unknown[]>(Array.isArray)), undefined)

/** Some services name themselves where others give an object. */
export const textOrBag = z.catch(z.nullish(z.union([z.string(), z.looseObject({})])), undefined)

export function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The only key that a row must have. Numbers are accepted, as text. */
export const id = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform((value) => String(value)),
)
