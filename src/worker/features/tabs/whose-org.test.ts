import { expect, test } from "vitest"

import { parsePage } from "~src/hosts"

import { orgStanding } from "./whose-org"

const acme = "acme.my.salesforce.com"
const record = "/lightning/r/Account/001A0000006Vm9uIAC/view"

test.each([
  ["acme.lightning.force.com", acme, "ours"],
  ["other.lightning.force.com", acme, "foreign"],
  ["acme--uat.sandbox.lightning.force.com", acme, "sandbox"],
  ["acme--uat.lightning.force.com", acme, "sandbox"],
  ["other--uat.sandbox.lightning.force.com", acme, "foreign"],
  ["someone-dev-ed.develop.lightning.force.com", acme, "foreign"],
  // Whoever signed in to a sandbox has signed in to no production.
  ["acme.lightning.force.com", "acme--uat.sandbox.my.salesforce.com", "foreign"],
  ["acme--uat.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com", "sandbox"],
  ["acme--qa.sandbox.lightning.force.com", "acme--uat.sandbox.my.salesforce.com", "foreign"],
  // Nobody signed in.
  ["acme.lightning.force.com", "", "ours"],
  ["acme--uat.sandbox.lightning.force.com", "", "sandbox"],
] as const)("%s while connected to %s: %s", (host, myDomain, standing) => {
  const ref = parsePage(`https://${host}${record}`)!
  expect(orgStanding(ref, { myDomain })).toBe(standing)
})

test("the policy names further orgs, and may let sandboxes write", () => {
  const at = (host: string) => parsePage(`https://${host}${record}`)!
  const named = { hosts: ["merged.my.salesforce.com", "acme--uat.sandbox.my.salesforce.com"] }
  expect(orgStanding(at("merged.lightning.force.com"), { myDomain: acme }, named)).toBe("ours")
  expect(orgStanding(at("acme--uat.sandbox.lightning.force.com"), { myDomain: acme }, named)).toBe("sandbox")
  const writes = { ...named, sandboxWrites: true }
  expect(orgStanding(at("acme--uat.sandbox.lightning.force.com"), { myDomain: acme }, writes)).toBe("ours")
})
