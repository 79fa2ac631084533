import { describe, expect, it } from "vitest"

import { changedHash, hashOf, routeOf } from "./route"

describe("the address", () => {
  it("names a page and its parameters", () => {
    const { page, params } = routeOf("#book?owner=a%26b&q=x%3Fy")
    expect(page).toBe("book")
    expect(Object.fromEntries(params)).toEqual({ owner: "a&b", q: "x?y" })
  })

  it("is read from anything", () => {
    expect(routeOf("").page).toBe("")
    expect(routeOf("#").page).toBe("")
    expect(routeOf("#?x=1").params.get("x")).toBe("1")
  })

  it("comes back as it was written, without what is empty", () => {
    expect(hashOf("book", { owner: "", q: undefined })).toBe("#book")
    const hash = hashOf("book", { owner: "a&b", q: "x?y#z" })
    expect(Object.fromEntries(routeOf(hash).params)).toEqual({ owner: "a&b", q: "x?y#z" })
  })

  it("changes one parameter and keeps the others", () => {
    expect(changedHash(routeOf("#book?owner=a&q=x"), { q: "y" })).toBe("#book?owner=a&q=y")
    expect(changedHash(routeOf("#book?owner=a&q=x"), { owner: undefined, q: "" })).toBe("#book")
  })
})
