/** Shapes of rows, told by which fields are of which kind. */
import * as z from "~src/schemas/zod"

import { bag, entries, id, isBag, number, numberOrText, text, textOrBag } from "./parts"
import type { Shape } from "./read-rows"

const kinds = { text, number, numberOrText, bag, entries, textOrBag }

/** What zod would let through unchanged. */
const fits: { [K in keyof typeof kinds]: (value: unknown) => boolean } = {
  text: (value) => typeof value === "string",
  number: (value) => Number.isFinite(value),
  numberOrText: (value) => Number.isFinite(value) || typeof value === "string",
  bag: isBag,
  entries: Array.isArray,
  textOrBag: (value) => typeof value === "string" || isBag(value),
}

type Kind = keyof typeof kinds

/** Names of the fields that are read, by kind. */
type Fields = { [K in Kind]?: readonly string[] }

/** Only `id` is safe to require; every other key may be null or absent, and unknown keys are kept (facts: section 4). */
export type RowOf<F extends Fields> = { [key: string]: unknown; id: string } & {
  [K in Kind as NameIn<F[K]>]?: z.infer<(typeof kinds)[K]>
}

type NameIn<Names> = Names extends readonly (infer Name extends string)[] ? Name : never

/**
 * A tolerant shape. Nearly every row is as it should be, and is taken as it is, not copied: a first sync reads tens of thousands. The
 * others are zod's, field by field; `read-rows.test.ts` holds that both ways agree.
 */
export function rowShape<const F extends Fields>(fields: F): Shape<RowOf<F>> {
  const named = (Object.keys(fields) as Kind[]).flatMap((kind) =>
    (fields[kind] ?? []).map((name) => ({ name, kind })),
  )
  const whole = z.looseObject({
    id,
    ...Object.fromEntries(named.map(({ name, kind }) => [name, kinds[kind]])),
  }) as unknown as z.Type<RowOf<F>>
  const isPlain = (value: unknown): value is RowOf<F> =>
    isBag(value) &&
    typeof value.id === "string" &&
    value.id !== "" &&
    named.every(
      ({ name, kind }) => value[name] === undefined || value[name] === null || fits[kind](value[name]),
    )
  return {
    safeParse: (value) => (isPlain(value) ? { success: true, data: value } : z.safeParse(whole, value)),
  }
}
