import { describe, expect, it } from "vitest"

import { sortFailures } from "~scripts/known-failures"

describe("known failures", () => {
  const known = [
    { file: "src/a.test.ts", name: "counts days", reason: "r1" },
    { file: "test/browser/b.spec.ts", reason: "r2" },
  ]

  it("tells a known failure from a new one of the same file", () => {
    const sorted = sortFailures(
      [
        { file: "src/a.test.ts", name: "the clock counts days" },
        { file: "src/a.test.ts", name: "the clock strikes" },
        { file: "test/browser/b.spec.ts", name: "anything" },
      ],
      known,
    )
    expect(sorted.known.map(({ reason }) => reason)).toEqual(["r1", "r2"])
    expect(sorted.news).toEqual([{ file: "src/a.test.ts", name: "the clock strikes" }])
  })
})
