import { expect, test } from "vitest"

import { parseMyDomain } from "./salesforce-domain"

test.each([
  ["acme", "acme"],
  [" Acme.my.salesforce.com", "acme"],
  ["https://acme.lightning.force.com/lightning/page/home", "acme"],
  ["acme--uat.sandbox.my.salesforce.com", "acme--uat.sandbox"],
  ["acme.my.salesforce.com.evil.example", "acme.my.salesforce.com.evil.example"],
])("%s", (text, expected) => expect(parseMyDomain(text)).toBe(expected))
