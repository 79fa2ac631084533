import { expect, test } from "vitest"

import { backgroundMayCall, parseLimitInfo } from "./limits"

// Forms as simple-salesforce's tests (Apache-2.0) and the REST guide have them.
test.each([
  ["api-usage=18/5000", { api: { used: 18, limit: 5000 } }],
  [
    "api-usage=25/5000; per-app-api-usage=17/250(appName=sample-app)",
    { api: { used: 25, limit: 5000 }, perApp: { used: 17, limit: 250, app: "sample-app" } },
  ],
  [
    "api-usage=110018/100000; api-bursts=1/750",
    { api: { used: 110018, limit: 100000 }, bursts: { used: 1, limit: 750 } },
  ],
  ["", null],
  ["nonsense", null],
])("reads %j", (header, parsed) => {
  expect(parseLimitInfo(header)).toEqual(parsed)
})

test.each([
  [79_999, true],
  [80_000, false],
])("at %i of 100,000 background work may call: %s", (used, may) => {
  expect(backgroundMayCall({ api: { used, limit: 100_000 } })).toBe(may)
})

test("without a word of the limit background work may call", () => {
  expect(backgroundMayCall(null)).toBe(true)
})
