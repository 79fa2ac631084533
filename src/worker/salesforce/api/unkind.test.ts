/**
 * What orgs answer when something is wrong, as public clients' issues quote it: which kind each is, so that nothing passing ends a
 * sign-in or a write, and no verdict is repeated for ever.
 */
import { describe, expect, it } from "vitest"

import { classify, isPassing, type SalesforceErrorKind } from "./errors"
import { readRefusal } from "./refusal"

const error = (errorCode: string, message: string) => [{ errorCode, message }]
const oauth = (code: string, description: string) => ({ error: code, error_description: description })

const signIn: [string, number, unknown, SalesforceErrorKind][] = [
  ["an old refresh token", 400, oauth("invalid_grant", "expired access/refresh token"), "sign-in-again"],
  ["a revoked one", 400, oauth("invalid_grant", "token validity expired"), "sign-in-again"],
  [
    "two renewals at once",
    400,
    oauth("invalid_grant", "token request is already being processed"),
    "concurrent",
  ],
  ["a hiccup", 400, oauth("unknown_error", "retry your request"), "concurrent"],
  [
    "off the company's network",
    400,
    oauth("invalid_grant", "ip restricted or invalid login hours"),
    "user-barred",
  ],
  ["a frozen user", 400, oauth("invalid_grant", "user is frozen"), "user-barred"],
  ["a user who left", 400, oauth("inactive_user", "user is inactive"), "user-barred"],
  [
    "an org that is gone",
    400,
    oauth("inactive_org", "organization locked, closed or suspended"),
    "user-barred",
  ],
  ["no app, as of 2025", 400, oauth("OAUTH_EC_APP_NOT_FOUND", ""), "app-blocked"],
  [
    "no app, in words",
    400,
    oauth("invalid_request", "External client app is not installed in this org"),
    "app-blocked",
  ],
  [
    "the generic approval error",
    400,
    oauth("OAUTH_APPROVAL_ERROR_GENERIC", "An unexpected error has occurred"),
    "app-blocked",
  ],
  [
    "not approved for the user",
    400,
    oauth("invalid_app_access", "user is not admin approved to access this app"),
    "app-not-granted",
  ],
  ["too small scopes", 400, oauth("invalid_scope", "the requested scope is not allowed"), "wrong-scope"],
  ["silence that needs a click", 400, oauth("interaction_required", ""), "sign-in-again"],
  ["a service that is down", 503, oauth("temporarily_unavailable", ""), "server"],
  [
    "a wrong callback",
    400,
    oauth("redirect_uri_mismatch", "redirect_uri must match configuration"),
    "wrong-callback",
  ],
]

const calls: [string, number, unknown, SalesforceErrorKind][] = [
  ["an ended session", 401, error("INVALID_SESSION_ID", "Session expired or invalid"), "expired"],
  [
    "a session of too low a level",
    401,
    error("INVALID_SESSION_ID", "This session is not valid for use with the REST API"),
    "session-not-allowed",
  ],
  ["401 with a page", 401, undefined, "expired"],
  ["the day's calls", 403, error("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."), "daily-limit"],
  [
    "long requests of the org",
    403,
    error("REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit exceeded."),
    "concurrent",
  ],
  [
    "no API for the user",
    403,
    error("API_CURRENTLY_DISABLED", "API is currently disabled for this user"),
    "api-disabled",
  ],
  [
    "no API in the edition",
    403,
    error("FUNCTIONALITY_NOT_ENABLED", "API is not enabled for this Organization or Partner"),
    "api-disabled",
  ],
  [
    "maintenance, reading only",
    400,
    error("INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE", "read-only mode"),
    "server",
  ],
  ["a page of maintenance", 503, undefined, "server"],
  ["a proxy that wants a password", 407, undefined, "server"],
  ["an answer whose pages expired", 400, error("INVALID_QUERY_LOCATOR", "invalid query locator"), "server"],
  [
    "a query that ran too long",
    400,
    error("REQUEST_RUNNING_TOO_LONG", "Your request was running for too long"),
    "too-large",
  ],
  [
    "no right on the record",
    403,
    error("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id"),
    "refused",
  ],
  [
    "no right on what it points to",
    400,
    error(
      "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
      "insufficient access rights on cross-reference id",
    ),
    "refused",
  ],
  ["no right, in short", 403, error("INSUFFICIENT_ACCESS", "insufficient access"), "refused"],
  [
    "an approval that locks it",
    400,
    error("ENTITY_IS_LOCKED", "the entity is locked for editing"),
    "refused",
  ],
  ["a record deleted meanwhile", 404, error("ENTITY_IS_DELETED", "entity is deleted"), "not-found"],
  ["a full org", 400, error("STORAGE_LIMIT_EXCEEDED", "storage limit exceeded"), "refused"],
  [
    "a flow that failed",
    400,
    error("CANNOT_EXECUTE_FLOW_TRIGGER", "We can't save this record because the “X” process failed."),
    "refused",
  ],
  [
    "a flow that met a lock",
    400,
    error(
      "CANNOT_EXECUTE_FLOW_TRIGGER",
      "UNABLE_TO_LOCK_ROW: unable to obtain exclusive access to this record",
    ),
    "locked",
  ],
  [
    "a trigger that met a lock",
    400,
    error(
      "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
      "T: execution of AfterInsert caused by: UNABLE_TO_LOCK_ROW",
    ),
    "locked",
  ],
  [
    "an owner who left",
    400,
    error("INACTIVE_OWNER_OR_USER", "operation performed with inactive user [005] as owner of task"),
    "refused",
  ],
  ["too long a subject", 400, error("STRING_TOO_LONG", "Subject: data value too large"), "refused"],
  [
    "a rule whose author writes like the API",
    400,
    error("FIELD_CUSTOM_VALIDATION_EXCEPTION", "UNABLE_TO_LOCK_ROW? Retry your request within login hours."),
    "refused",
  ],
  ["duplicates", 400, error("DUPLICATES_DETECTED", "Use one of these records?"), "refused"],
  [
    "a write's own result",
    400,
    [
      {
        statusCode: "REQUIRED_FIELD_MISSING",
        message: "Required fields are missing: [X__c]",
        fields: ["X__c"],
      },
    ],
    "refused",
  ],
  [
    "a hidden lookup",
    400,
    error("INVALID_FIELD", "Didn't understand relationship 'Owner' in field path."),
    "invalid-field",
  ],
  [
    "a hidden object",
    400,
    error("INVALID_TYPE", "sObject type 'Contract' is not supported."),
    "invalid-type",
  ],
  ["an endpoint that retired", 410, undefined, "version-retired"],
]

describe("signing in and renewing", () => {
  it.each(signIn)("%s", (_name, status, body, kind) => expect(classify(status, body).kind).toBe(kind))
})

describe("calls", () => {
  it.each(calls)("%s", (_name, status, body, kind) => expect(classify(status, body).kind).toBe(kind))
})

it("ends a sign-in for nothing that passes", () => {
  const ends = signIn.filter(([, status, body]) => classify(status, body).kind === "sign-in-again")
  expect(ends.map(([name]) => name)).toEqual([
    "an old refresh token",
    "a revoked one",
    "silence that needs a click",
  ])
})

it("tells all that two rules say, once each, and all fields they are about", () => {
  const rule = (message: string, fields: string[]) => ({
    errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    message,
    fields,
  })
  const fault = classify(400, [
    rule("Say which team.", ["Team__c"]),
    rule("Say why.", ["Why__c"]),
    rule("Say why.", []),
  ])
  expect(fault.detail).toBe("Say which team. Say why.")
  expect(fault.fields).toEqual(["Team__c", "Why__c"])
})

it.each([
  undefined,
  null,
  "",
  "<html>",
  5,
  [],
  [null],
  [[]],
  {},
  { errorCode: {} },
  [{ message: 5, fields: [5] }],
])("reads %j without a fault of its own", (body) => {
  const fault = classify(500, body)
  expect(isPassing(fault)).toBe(true)
  expect([fault.code, fault.detail, fault.fields]).toEqual(["", "", []])
})

it.each([
  ["No such relation 'Account' on entity 'Task'", { kind: "relationship", relationship: "Account" }],
  ["No access to entity: Contract", { kind: "object", object: "Contract" }],
  ["entity type Task does not support query", { kind: "object", object: "Task" }],
  [
    "\nSELECT Id, ia_crm__Class__c FROM\n           ^\nERROR at Row:1:Column:12\nNo such column 'ia_crm__Class__c' on entity 'OpportunityLineItem'. If you are attempting to use a custom field, be sure to append the '__c'",
    { kind: "field", field: "ia_crm__Class__c", object: "OpportunityLineItem", column: 12 },
  ],
  ["No such column 'Subject' on entity 'Name'.", { kind: "field", field: "Subject", object: "Name" }],
])("reads what %j names", (detail, refusal) => expect(readRefusal({ detail })).toMatchObject(refusal))

it.each([
  ["Entität „Account“ hat keine Spalte „ARR__c“.", ["Account", "ARR__c"]],
  ["エンティティ「Account」に列「ARR__c」がありません。", ["Account", "ARR__c"]],
  ["La colonne « ARR__c » n'existe pas dans l'entité « Account ».", ["ARR__c", "Account"]],
])("reads the names of %j", (detail, names) =>
  expect(readRefusal({ detail })).toEqual({ kind: "names", names }),
)

it("takes no query of ours that was wrong for a matter of rights, whatever is quoted in the answer", () => {
  expect(classify(400, error("MALFORMED_QUERY", "unexpected token: 'FROM'")).kind).toBe("malformed-query")
  expect(readRefusal({ detail: "Kein Recht." })).toBeNull()
})
