import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  isKnownInstanceHost,
  normaliseMyDomain,
  parsePage,
  salesforceRecordUrl,
  vitallyAccountUrl,
} from "~src/hosts"
import { apiHostFromPageHost } from "~src/hosts/salesforce-host"

describe("links back", () => {
  it("are read back as what they link to", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom("us" as const, "eu" as const), (id, region) => {
        expect(parsePage(vitallyAccountUrl("acme", region, id) ?? "")).toMatchObject({
          id,
          region,
          kind: "account",
        })
      }),
    )
    const url = salesforceRecordUrl("acme--uat.sandbox.my.salesforce.com", "001A0000006Vm9u", "Account")
    expect(url).toBe(
      "https://acme--uat.sandbox.lightning.force.com/lightning/r/Account/001A0000006Vm9uIAC/view",
    )
    expect(parsePage(url ?? "")).toMatchObject({ id18: "001A0000006Vm9uIAC", object: "Account" })
  })

  it("are not made for what is no workspace, org or record", () => {
    expect(vitallyAccountUrl("app", "us", "x")).toBeNull()
    expect(vitallyAccountUrl("evil.example/", "us", "x")).toBeNull()
    expect(vitallyAccountUrl("acme", "us", "")).toBeNull()
    expect(salesforceRecordUrl("evil.example", "001A0000006Vm9u", "Account")).toBeNull()
    expect(salesforceRecordUrl("acme.my.salesforce.com", "001", "Account")).toBeNull()
    expect(salesforceRecordUrl("acme.my.salesforce.com", "001A0000006Vm9u", "../x")).toBeNull()
  })

  it("cannot leave the page's folder", () => {
    expect(vitallyAccountUrl("acme", "us", "../settings?x")).toBe(
      "https://acme.vitally.io/accounts/..%2Fsettings%3Fx",
    )
  })
})

describe("apiHostFromPageHost", () => {
  it.each([
    ["acme.lightning.force.com", "acme.my.salesforce.com"],
    ["ACME.lightning.force.com", "acme.my.salesforce.com"],
    ["acme--uat.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com"],
    ["acme.my.salesforce.com", "acme.my.salesforce.com"],
    ["acme.lightning.crmforce.mil", "acme.my.salesforce.mil"],
    ["acme.lightning.sfcrmapps.cn", "acme.my.sfcrmproducts.cn"],
    ["acme.lightning.force.com.mcas.ms", "acme.my.salesforce.com"],
    ["acme.lightning.force.com.evil.example", null],
    ["lightning.force.com", null],
  ])("%s → %s", (host, api) => expect(apiHostFromPageHost(host)).toBe(api))
})

describe("isKnownInstanceHost", () => {
  it.each([
    ["acme.my.salesforce.com", true],
    ["acme--uat.sandbox.my.salesforce.com", true],
    ["acme.my.salesforce.mil", true],
    ["acme.lightning.force.com", false],
    ["my.salesforce.com", false],
    ["acme.my.salesforce.com.evil.example", false],
    ["acme.my.salesforce.com.mcas.ms", false],
    ["evil.example/acme.my.salesforce.com", false],
    ["login.salesforce.com", false],
  ])("%s: %s", (host, known) => expect(isKnownInstanceHost(host)).toBe(known))
})

describe("normaliseMyDomain", () => {
  it.each([
    ["acme", "acme.my.salesforce.com"],
    [" Acme ", "acme.my.salesforce.com"],
    ["acme--uat.sandbox", "acme--uat.sandbox.my.salesforce.com"],
    ["acme.my.salesforce.com", "acme.my.salesforce.com"],
    ["https://acme.my.salesforce.com/", "acme.my.salesforce.com"],
    ["https://acme.lightning.force.com/lightning/page/home", "acme.my.salesforce.com"],
    ["https://acme.my.salesforce-setup.com/x", "acme.my.salesforce.com"],
    ["acme--uat.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com"],
    ["login.salesforce.com", null],
    ["https://acme.lightning.force.com.evil.example/", null],
    ["http://acme.my.salesforce.com", null],
    ["acme corp", null],
    ["acme@evil.example", null],
    ["evil.example", null],
    ["", null],
  ])("%s → %s", (input, host) => expect(normaliseMyDomain(input)).toBe(host))

  it("gives only hosts that may be called, or nothing", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (input) => {
        const host = normaliseMyDomain(input)
        if (host !== null) expect(isKnownInstanceHost(host)).toBe(true)
      }),
    )
  })
})
