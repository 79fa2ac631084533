import { describe, expect, it } from "vitest"

import { findHabits } from "~scripts/prose"

describe("the prose check", () => {
  it("names a phrase that must be decoded, with its line", () => {
    const found = findHabits("docs/a.md", "Fine.\nUndefined where no account is known.")
    expect(found.map(({ line }) => line)).toEqual([2])
    expect(found[0]?.habit.better).toContain('"if"')
  })

  it("looks at comments in code, not at its texts", () => {
    const code =
      'const a = "where nothing is known"\n/** Null where nothing is known. */\n// Null if nothing is known.'
    expect(findHabits("src/a.ts", code).map(({ line }) => line)).toEqual([2])
  })
})
