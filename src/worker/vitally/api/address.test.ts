import { describe, expect, it } from "vitest"

import { normaliseSubdomain, parseApiKey, restBases, workspaceId } from "./address"

describe("parseApiKey", () => {
  it("encodes a bare key with an empty password", () => {
    expect(parseApiKey(" sk_live_abc ")).toBe(`Basic ${btoa("sk_live_abc:")}`)
    expect(parseApiKey('"sk_live_abc"')).toBe(`Basic ${btoa("sk_live_abc:")}`)
    expect(parseApiKey("sk_live_abc:")).toBe(`Basic ${btoa("sk_live_abc:")}`)
  })

  it("takes a ready-made header as it is", () => {
    const header = `Basic ${btoa("sk_live_abc:")}`
    expect(parseApiKey(header)).toBe(header)
    expect(parseApiKey(`Authorization: ${header}`)).toBe(header)
    expect(parseApiKey(header.replace("Basic", "basic"))).toBe(header)
  })

  it("refuses what cannot be a key", () => {
    for (const text of ["", "  ", "two words", "kéy", "Basic "]) expect(parseApiKey(text)).toBeNull()
  })
})

describe("workspaces", () => {
  it("reads the subdomain out of what people paste", () => {
    for (const text of [
      "acme",
      " Acme ",
      "acme.vitally.io",
      "https://acme.vitally.io/accounts/1",
      "acme.rest.vitally.io",
    ])
      expect(normaliseSubdomain(text)).toBe("acme")
    for (const text of ["", "a b", "evil.example", "-x"]) expect(normaliseSubdomain(text)).toBe("")
  })

  it("knows the hosts of both regions", () => {
    expect(restBases({ region: "eu", subdomain: "acme" })).toEqual(["https://rest.vitally-eu.io/resources"])
    expect(restBases({ region: "us", subdomain: "acme" })).toEqual([
      "https://acme.rest.vitally.io/resources",
      "https://rest.vitally.io/resources",
    ])
    expect(workspaceId({ region: "us", subdomain: "Acme" })).not.toBe(
      workspaceId({ region: "eu", subdomain: "acme" }),
    )
  })
})
