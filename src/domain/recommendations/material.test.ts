import { expect, it } from "vitest"

import { account, clock } from "~test/unit/domain/account"

import { contextOf } from "../lifecycle/context"
import { defaultPolicy } from "../policy/presets"
import { reason } from "./material"

/** 13 weeks up to 16 November 2026. */
const weeks = (batchChanges: (week: number) => number) =>
  Array.from({ length: 13 }, (_, week) => ({
    on: new Date(Date.parse("2026-11-16") - week * 7 * 86_400_000).toISOString().slice(0, 10),
    batchChanges: batchChanges(week),
  })).reverse()
const own = { ...defaultPolicy, library: [] }

it.each<[string, (week: number) => number, string | undefined]>([
  [
    "a feature that nobody used",
    () => 0,
    "Bring batch changes, which nobody there has used since 24 Aug or longer: one example from their own code.",
  ],
  [
    "one that they began with",
    (week) => (week < 2 ? 3 : 0),
    "They began to use batch changes about 9 Nov: ask what for, and bring what helps others with it.",
  ],
  ["nothing where it is used as ever", () => 5, undefined],
])("brings %s", (_, used, text) => {
  const facts = { ...account(), usage: weeks(used) }
  expect(reason(contextOf(facts, own, clock))?.step.text).toBe(text)
})
