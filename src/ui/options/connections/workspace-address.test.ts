import { expect, test } from "vitest"

import { parseWorkspaceAddress } from "./workspace-address"

test.each([
  ["acme", { subdomain: "acme" }],
  [" Acme ", { subdomain: "acme" }],
  ["acme.vitally.io", { subdomain: "acme", region: "us" }],
  ["https://acme.vitally-eu.io/accounts/1?x=1", { subdomain: "acme", region: "eu" }],
  ["https://acme.rest.vitally.io/resources", { subdomain: "acme", region: "us" }],
  ["acme.vitally.io.evil.example", { subdomain: "acme.vitally.io.evil.example" }],
])("%s", (text, expected) => expect(parseWorkspaceAddress(text)).toEqual(expected))
