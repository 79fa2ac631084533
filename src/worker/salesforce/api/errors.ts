/** What Salesforce refuses, in one type, each with its own words for the user (facts: salesforce-api, section 5). */
import type { Fault } from "~src/messaging/contract"

import { ServiceError } from "../../kernel/service-error"
import { faults } from "./faults"
import { readRefusal } from "./refusal"

export type SalesforceErrorKind =
  | "expired"
  | "session-not-allowed"
  | "sign-in-again"
  | "user-barred"
  | "wrong-scope"
  | "app-blocked"
  | "app-not-granted"
  | "wrong-client"
  | "wrong-callback"
  | "sign-in-page"
  | "consent-refused"
  | "daily-limit"
  | "concurrent"
  | "api-disabled"
  | "invalid-field"
  | "invalid-type"
  | "malformed-query"
  | "not-found"
  | "version-retired"
  | "too-large"
  | "locked"
  | "refused"
  | "not-now"
  | "server"
  | "network"
  | "malformed"

export class SalesforceError extends ServiceError {
  constructor(
    readonly kind: SalesforceErrorKind,
    readonly status: number,
    readonly code: string,
    /** The service's own words: for logs and parsing, never shown raw. */
    readonly detail: string,
    /** What the `Retry-After` header asked for, in milliseconds. */
    readonly retryAfterMs?: number,
    /** API names of the fields that a refused write is about. */
    readonly fields: readonly string[] = [],
  ) {
    super(`Salesforce: ${kind} (${status} ${code})`)
    this.name = "SalesforceError"
  }

  get fault(): Fault {
    return faults[this.kind]
  }
}

interface ErrorEntry {
  code: string
  message: string
  fields: string[]
}

/**
 * Bodies come as `[{message, errorCode}, …]`, as one object, as `{error, error_description}`, as HTML, or empty. Several entries, as two
 * validation rules give them, are told together; the first one's code counts.
 */
function readErrorBody(body: unknown): ErrorEntry {
  const entries = (Array.isArray(body) ? (body as unknown[]) : [body]).map(readEntry)
  const [first = readEntry(undefined)] = entries
  return {
    code: first.code,
    message: [...new Set(entries.map(({ message }) => message).filter(Boolean))].join(" "),
    fields: [...new Set(entries.flatMap(({ fields }) => fields))],
  }
}

function readEntry(body: unknown): ErrorEntry {
  if (typeof body !== "object" || body === null) return { code: "", message: "", fields: [] }
  const entry = body as Record<string, unknown>
  const text = (value: unknown) => (typeof value === "string" ? value : "")
  // A part that was halted, or a write's own result, names its code so.
  const code = text(entry.errorCode) || text(entry.statusCode) || text(entry.error)
  return {
    code: /^\w+$/.test(code) ? code : "",
    message: text(entry.message) || text(entry.error_description),
    fields: Array.isArray(entry.fields)
      ? (entry.fields as unknown[]).filter((field) => typeof field === "string")
      : [],
  }
}

/** Sorts a refused answer into its kind. `body` is parsed JSON, or undefined if there was none. */
export function classify(status: number, body: unknown, retryAfterMs?: number): SalesforceError {
  const { code, message, fields } = readErrorBody(body)
  return new SalesforceError(kindOf(status, code, message), status, code, message, retryAfterMs, fields)
}

/** Codes decide, not the status: one and the same status stands for verdicts and for passing faults. */
const kinds: Record<string, SalesforceErrorKind> = {
  API_DISABLED_FOR_ORG: "api-disabled",
  API_CURRENTLY_DISABLED: "api-disabled",
  INVALID_FIELD: "invalid-field",
  INVALID_TYPE: "invalid-type",
  INVALID_TYPE_FOR_OPERATION: "invalid-type",
  MALFORMED_QUERY: "malformed-query",
  NOT_FOUND: "not-found",
  UNSUPPORTED_API_VERSION: "version-retired",
  OPERATION_TOO_LARGE: "too-large",
  QUERY_TIMEOUT: "too-large",
  QUERY_TOO_COMPLICATED: "too-large",
  EXCEEDED_ID_LIMIT: "too-large",
  REQUEST_RUNNING_TOO_LONG: "too-large",
  // A page of an answer that Salesforce no longer keeps: the question is asked anew.
  INVALID_QUERY_LOCATOR: "server",
  UNABLE_TO_LOCK_ROW: "locked",
  UNKNOWN_EXCEPTION: "server",
  SERVER_UNAVAILABLE: "server",
  INTERNAL_SERVER_ERROR: "server",
  INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE: "server",
  server_error: "server",
  temporarily_unavailable: "server",
  unknown_error: "server",
  OAUTH_APP_BLOCKED: "app-blocked",
  OAUTH_AUTHORIZATION_BLOCKED: "app-blocked",
  OAUTH_EC_APP_NOT_FOUND: "app-blocked",
  OAUTH_APPROVAL_ERROR_GENERIC: "app-blocked",
  app_not_found: "app-blocked",
  OAUTH_APP_ACCESS_DENIED: "app-not-granted",
  invalid_app_access: "app-not-granted",
  invalid_client: "wrong-client",
  invalid_client_id: "wrong-client",
  redirect_uri_mismatch: "wrong-callback",
  invalid_scope: "wrong-scope",
  OAUTH_SCOPE_NOT_ALLOWED: "wrong-scope",
  access_denied: "consent-refused",
  inactive_user: "user-barred",
  inactive_org: "user-barred",
  rate_limit_exceeded: "concurrent",
  login_required: "sign-in-again",
  interaction_required: "sign-in-again",
  immediate_unsuccessful: "sign-in-again",
  invalid_grant: "sign-in-again",
}

/**
 * Sentences that say more than their code, whichever that is: one code stands for verdicts and for what passes. Of a validation rule no
 * sentence is read: its author may have written anything.
 */
const sentences: readonly { codes: RegExp; sentence: RegExp; kind: SalesforceErrorKind }[] = [
  { codes: /^[a-z]/, sentence: /already being processed|retry your request/i, kind: "concurrent" },
  {
    codes: /^[a-z]/,
    sentence: /ip restricted|login hours|(user|organi[sz]ation) is (frozen|inactive)|inactive (user|org)/i,
    kind: "user-barred",
  },
  { codes: /^[a-z]/, sentence: /not installed in this org|must be installed into org/i, kind: "app-blocked" },
  { codes: /^CANNOT_/, sentence: /UNABLE_TO_LOCK_ROW/, kind: "locked" },
  { codes: /^FUNCTIONALITY_NOT_ENABLED$/, sentence: /API is not enabled/i, kind: "api-disabled" },
]

function kindOf(status: number, code: string, message: string): SalesforceErrorKind {
  if (status === 401 || code === "INVALID_SESSION_ID")
    return /not valid for use with the (REST )?API/i.test(message) ? "session-not-allowed" : "expired"
  if (code === "REQUEST_LIMIT_EXCEEDED") return /^Concurrent/i.test(message) ? "concurrent" : "daily-limit"
  const said = sentences.find(({ codes, sentence }) => codes.test(code) && sentence.test(message))
  if (said) return said.kind
  const known = kinds[code]
  // A sentence that names a field or an object speaks of permission, whatever its code.
  const refusal = known === "malformed-query" ? readRefusal({ detail: message }) : null
  if (refusal && refusal.kind !== "names") return "invalid-field"
  if (known) return known
  if (status === 410) return "version-retired"
  // A verdict on the record or the user's rights: repeating it changes nothing.
  if (code.startsWith("INSUFFICIENT_ACCESS")) return "refused"
  if (status === 403) return "not-now"
  if (status === 429 || status === 420 || status >= 500) return "server"
  // Salesforce names each verdict. Without a name it is a proxy's, or a page of the org's maintenance, and passes.
  if (status >= 400 && code === "") return "server"
  if (status === 404) return "not-found"
  return status >= 400 ? "refused" : "malformed"
}

const passing: ReadonlySet<SalesforceErrorKind> = new Set<SalesforceErrorKind>([
  "server",
  "network",
  "concurrent",
  "locked",
])

/** Whether the same request may succeed later without anybody doing anything. */
export const isPassing = ({ kind }: SalesforceError): boolean => passing.has(kind)

/** Whether the user may not read something that was asked for. */
export const isHiding = ({ kind }: SalesforceError): boolean =>
  kind === "invalid-field" || kind === "invalid-type"
