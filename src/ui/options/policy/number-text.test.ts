import { expect, test } from "vitest"

import { numberOf, textOf } from "../shared/number-text"

test.each([
  ["1,000", "number", 1000],
  ["$1.5m", "number", 1_500_000],
  ["500k", "number", 500_000],
  [" 25 ", "number", 25],
  ["80%", "percent", 0.8],
  ["29", "percent", 0.29],
  ["50 %", "percent", 0.5],
  ["", "number", undefined],
  ["soon", "number", Number.NaN],
  ["1e9", "number", Number.NaN],
] as const)("%s as %s", (text, kind, value) => expect(numberOf(text, kind)).toBe(value))

test.each([
  [1_000_000, "number", "1,000,000"],
  [0.8, "percent", "80"],
  [0.29, "percent", "29"],
  [10 / 3, "number", "3.3333"],
  [undefined, "number", ""],
  [Number.NaN, "number", ""],
] as const)("%s of %s", (value, kind, text) => expect(textOf(value, kind)).toBe(text))
