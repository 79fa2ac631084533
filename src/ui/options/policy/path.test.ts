import { expect, it } from "vitest"

import { getAt, normalPath, setAt } from "./path"

const tree = { contact: { windows: [{ overdueFrom: 30 }, { overdueFrom: 60 }] }, name: "x" }

it("reads and replaces by path, leaving the rest untouched", () => {
  expect(getAt(tree, "contact.windows.1.overdueFrom")).toBe(60)
  expect(getAt(tree, "contact.nothing.here")).toBeUndefined()
  const next = setAt(tree, "contact.windows.1.overdueFrom", 45)
  expect(next.contact.windows).toEqual([{ overdueFrom: 30 }, { overdueFrom: 45 }])
  expect(next.contact.windows[0]).toBe(tree.contact.windows[0])
  expect(tree.contact.windows[1]?.overdueFrom).toBe(60)
})

it("adds missing parents and takes keys out", () => {
  expect(setAt({}, "a.b", 1)).toEqual({ a: { b: 1 } })
  expect(setAt({ a: { b: 1, c: 2 } }, "a.b", undefined)).toEqual({ a: { c: 2 } })
})

it("knows one place by its several spellings", () => {
  expect(normalPath("tiers.tiers[0].when[1].from")).toBe("tiers.tiers.0.when.1.from")
  expect(normalPath("/tiers/tiers/0/name")).toBe("tiers.tiers.0.name")
})
