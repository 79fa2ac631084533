/** Policy files with anything in them broken: a fault says where, nothing throws, and what is taken can be worked with. */
import fc from "fast-check"
import { expect, it } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { exportPolicy } from "~src/domain/policy/diff"
import { defaultPolicy, presets } from "~src/domain/policy/presets"
import { summarise } from "~src/domain/assess/summarise"
import { account, clock } from "~test/unit/domain/account"

import { importPolicy, parsePolicy } from "./policy"

const runs = Number(process.env.MUTATED_RUNS ?? 300)

/** Names that every object has, or that the reading of a file gives a meaning. */
const names = fc.constantFrom<string[]>(
  "a.b",
  "",
  "0",
  "default",
  "kind",
  "constructor",
  "toString",
  "__proto__",
  "own",
)
const awkward: unknown[] = [
  null,
  "",
  "https://a.example",
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [null],
  // Whatever turns it into text or a number throws.
  { toString: 1, valueOf: 1 },
  { kind: "number" },
]
const junk = fc.oneof(
  fc.constantFrom(...awkward),
  fc.dictionary(names, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
)

/** Every place in the policy, the policy itself included. */
function placesIn(value: unknown, at: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))]
}

/** Each depth as often as the others: most places lie deep. */
function placeOf(preset: unknown): fc.Arbitrary<string[]> {
  const places = placesIn(preset)
  const depths = new Set(places.map(({ length }) => length))
  return fc.oneof(
    ...[...depths].map((depth) => fc.constantFrom(...places.filter(({ length }) => length === depth))),
  )
}

type Place = Record<string, unknown>
/** One value put in the place of another, or under a name of its own beside it. */
function put(policy: unknown, place: string[], name: string | null, value: unknown): void {
  const path = name === null ? place : [...place.slice(0, -1), name]
  const last = path.at(-1)
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((at, key) => (at as Place | null | undefined)?.[key], policy)
  if (last === undefined || typeof holder !== "object" || holder === null) return
  // As JSON.parse does: a key of its own, whatever its name.
  Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true })
}

const mutation = fc.constantFrom(...Object.keys(presets)).chain((preset) =>
  fc.record({
    preset: fc.constant(preset),
    changes: fc.array(fc.tuple(placeOf(presets[preset]), fc.option(names), junk), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

function fileOf({ preset, changes }: Mutation): string {
  const policy = structuredClone(presets[preset])
  for (const [place, name, value] of changes) put(policy, place, name, value)
  return JSON.stringify(policy)
}

function expectFaultsWithPlace(text: string): void {
  const parsed = parsePolicy(JSON.parse(text))
  expect(importPolicy(text)).toEqual(parsed)
  if (parsed.ok) return
  expect(parsed.faults).not.toEqual([])
  for (const { path, reason } of parsed.faults) {
    expect(Object.keys(defaultPolicy)).toContain(path.split(".", 1)[0])
    expect(reason).not.toMatch(/undefined|NaN|\[object/)
  }
}

it("says where each fault is, and never throws", () => {
  fc.assert(
    fc.property(mutation, (mutated) => expectFaultsWithPlace(fileOf(mutated))),
    { numRuns: runs },
  )
})

it.each(Object.keys(defaultPolicy))("says so of whatever awkward stands at or in %s", (section) => {
  for (const place of placesIn(defaultPolicy).filter(([at, ...rest]) => at === section && rest.length < 2))
    for (const value of awkward)
      for (const name of [null, "own"])
        expectFaultsWithPlace(fileOf({ preset: "default", changes: [[place, name, value]] }))
})

it("works with what it takes, and takes it again from its own export", () => {
  fc.assert(
    fc.property(mutation, (mutated) => {
      const parsed = parsePolicy(JSON.parse(fileOf(mutated)))
      if (!parsed.ok) return
      assess(account(), parsed.policy, clock)
      summarise(account(), parsed.policy, clock)
      expect(importPolicy(exportPolicy(parsed.policy))).toEqual(parsed)
    }),
    { numRuns: runs },
  )
})
