import { expect, it } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"

import { traitValue } from "./writable-traits"

const { mapping } = defaultPolicy
const field = (type: string, options?: unknown[]) => ({
  key: "k",
  label: "K",
  type,
  ...(options && { options }),
})

it.each([
  ["a choice list's own words", "poor", field("select", [{ label: "Red", value: "red" }]), "red"],
  [
    "an option whose value says nothing",
    "poor",
    field("select", [{ label: "Poor", value: "opt-3" }]),
    "opt-3",
  ],
  ["an option without a value", "poor", field("select", [{ label: "Bad" }]), "Bad"],
  ["no option that fits", "poor", field("select", [{ label: "Meh", value: "meh" }]), "Poor"],
  ["a yes of a list", true, field("select", [{ label: "Yes", value: "opt-1" }]), "opt-1"],
  ["a line of text", false, field("string"), "No"],
  ["some lines of text", true, field("textarea"), "Yes"],
  ["a box to tick", false, field("boolean"), false],
  ["a field that nothing is known of", true, undefined, true],
])("writes into %s", (_what, value, known, written) => {
  expect(traitValue(value, known, mapping)).toBe(written)
})
