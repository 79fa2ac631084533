import { expect, test } from "vitest"

import { classify } from "./errors"

// Status and body pairs as public clients and their tests record them (see test/fixtures/salesforce).
test.each([
  [401, [{ message: "Session expired or invalid", errorCode: "INVALID_SESSION_ID" }], "expired"],
  [
    401,
    [{ message: "This session is not valid for use with the REST API", errorCode: "INVALID_SESSION_ID" }],
    "session-not-allowed",
  ],
  [403, [{ message: "TotalRequests Limit exceeded.", errorCode: "REQUEST_LIMIT_EXCEEDED" }], "daily-limit"],
  [
    403,
    [{ message: "ConcurrentPerOrgLongTxn Limit exceeded.", errorCode: "REQUEST_LIMIT_EXCEEDED" }],
    "concurrent",
  ],
  [
    403,
    [{ message: "The REST API is not enabled for this Organization.", errorCode: "API_DISABLED_FOR_ORG" }],
    "api-disabled",
  ],
  [
    400,
    [{ message: "No such column 'foo' on sobject of type Bar", errorCode: "INVALID_FIELD" }],
    "invalid-field",
  ],
  [400, { error: "invalid_grant", error_description: "expired access/refresh token" }, "sign-in-again"],
  [429, { errorCode: "INTERNAL_SERVER_ERROR", message: "Invalid AiEvaluation identifier" }, "server"],
  [420, { error: "We've hit a snag" }, "server"],
  [404, [{ message: "The requested resource does not exist", errorCode: "NOT_FOUND" }], "not-found"],
  [
    404,
    [{ message: "Provided external ID field does not exist", errorCode: "ENTITY_IS_DELETED" }],
    "not-found",
  ],
  [404, undefined, "server"],
  [404, { error: "Not found." }, "server"],
  [403, undefined, "not-now"],
  [403, [{ message: "You do not have access", errorCode: "FUNCTIONALITY_NOT_ENABLED" }], "not-now"],
  [410, undefined, "version-retired"],
  [503, undefined, "server"],
  [400, [null], "server"],
  [400, [{ errorCode: "STRING_TOO_LONG", message: "Subject: data value too large" }], "refused"],
] as const)("%i %j is %s", (status, body, kind) => {
  expect(classify(status, body).kind).toBe(kind)
})

test("the fault shown never holds the service's own text", () => {
  const error = classify(400, [{ errorCode: "X", message: "secret 00D!token" }])
  expect(JSON.stringify(error.fault)).not.toContain("secret")
})
