import { expect, it } from "vitest"

import { createAllowance } from "./allowance"

it("lets a tab ask so often at once, then as time goes by, and no tab for another", () => {
  const may = createAllowance(3, 1)
  const at = 1_000_000
  expect([1, 2, 3, 4].map(() => may(7, at))).toEqual([true, true, true, false])
  expect(may(8, at)).toBe(true)
  expect(may(7, at + 500)).toBe(false)
  expect(may(7, at + 1_600)).toBe(true)
  expect(may(7, at + 1_600)).toBe(false)
  expect(may(7, at - 3_600_000)).toBe(false)
})
