/**
 * What we use of zod, named as in zod/mini but made of the core both stand on. Parcel asks of whole files what they use of each other, and
 * zod/mini has all its schemas in one file: taken from there, 26 KB come along that nothing calls.
 */
import * as core from "zod/v4/core"

export {
  $ZodType as Type,
  _gte as gte,
  _lte as lte,
  _maxLength as maxLength,
  _minLength as minLength,
  _regex as regex,
  _toLowerCase as toLowerCase,
  _trim as trim,
  safeParse,
} from "zod/v4/core"
export type { infer, $ZodRawIssue as RawIssue, $ZodTypes as Types, $ZodError as ZodError } from "zod/v4/core"

// The worker's CSP forbids generated code; without this zod tries, and the browser logs a violation.
core.config({ jitless: true })

type Checks<T> = core.$ZodCheck<T>[]

export const string = (...checks: Checks<string>) => new core.$ZodString({ type: "string", checks })
export const number = (...checks: Checks<number>) => new core.$ZodNumber({ type: "number", checks })
export const boolean = () => new core.$ZodBoolean({ type: "boolean" })
export const unknown = () => new core.$ZodUnknown({ type: "unknown" })
export const literal = <const V extends core.util.Literal>(value: V) => core._literal(core.$ZodLiteral, value)
const oneOf = <const V extends string>(values: readonly V[]) => core._enum(core.$ZodEnum, [...values])
export { oneOf as enum }

/** Keys without a schema are left out. */
export const object = <S extends core.$ZodShape>(shape: S) =>
  new core.$ZodObject({ type: "object", shape }) as core.$ZodObject<S, core.$strip>
/** Keys without a schema are kept, where they are as `others` has it. */
export const looseObject = <S extends core.$ZodShape>(shape: S, others: core.$ZodType = unknown()) =>
  new core.$ZodObject({ type: "object", shape, catchall: others }) as core.$ZodObject<S, core.$loose>
/** Keys without a schema are refused. */
export const strictObject = <S extends core.$ZodShape>(shape: S) =>
  new core.$ZodObject({
    type: "object",
    shape,
    catchall: new core.$ZodNever({ type: "never" }),
  }) as core.$ZodObject<S, core.$strict>
export const record = <V extends core.$ZodType>(keyType: core.$ZodString, valueType: V) =>
  new core.$ZodRecord({ type: "record", keyType, valueType }) as core.$ZodRecord<core.$ZodString, V>
export const array = <T extends core.$ZodType>(element: T, ...checks: Checks<core.output<T>[]>) =>
  new core.$ZodArray({ type: "array", element, checks }) as core.$ZodArray<T>

export const nullable = <T extends core.$ZodType>(innerType: T) =>
  new core.$ZodNullable({ type: "nullable", innerType }) as core.$ZodNullable<T>
export const optional = <T extends core.$ZodType>(innerType: T) =>
  new core.$ZodOptional({ type: "optional", innerType }) as core.$ZodOptional<T>
/** The key may be absent, but not undefined. */
export const exactOptional = <T extends core.$ZodType>(innerType: T) =>
  new core.$ZodExactOptional({ type: "optional", innerType }) as core.$ZodExactOptional<T>
export const union = <const T extends readonly core.$ZodType[]>(options: T) =>
  new core.$ZodUnion({ type: "union", options }) as core.$ZodUnion<T>
export const discriminatedUnion = <const T extends readonly core.$ZodType[]>(
  discriminator: string,
  options: T,
) =>
  new core.$ZodDiscriminatedUnion({
    type: "union",
    discriminator,
    options,
  }) as core.$ZodDiscriminatedUnion<T>

export const transform = <I, O>(change: (value: I) => O) => core._transform(core.$ZodTransform, change)
export const pipe = <A extends core.$ZodType, B extends core.$ZodType>(from: A, to: B) =>
  new core.$ZodPipe({ type: "pipe", in: from, out: to }) as core.$ZodPipe<A, B>

/** Whole, and no larger than a number holds exactly. */
export const int = () => core._int(core.$ZodNumberFormat)
export const refine = <T>(holds: (value: T) => boolean): core.$ZodCheck<T> =>
  core._refine<T>(core.$ZodCustom, holds, undefined)
