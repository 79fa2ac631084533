/** What Salesforce refuses, in one type, each with its own words for the user (facts: salesforce-api, section 5). */
import type { Fault } from "~src/messaging/contract"

import { ServiceError } from "../../kernel/service-error"
import { faults } from "./faults"
import { readRefusal } from "./refusal"

export type SalesforceErrorKind =
  | "expired"
  | "session-not-allowed"
  | "sign-in-again"
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

/** Bodies come as `[{message, errorCode}]`, as one object, as `{error, error_description}`, as HTML, or empty. */
function readErrorBody(body: unknown): ErrorEntry {
  const first: unknown = Array.isArray(body) ? body[0] : body
  if (typeof first !== "object" || first === null) return { code: "", message: "", fields: [] }
  const entry = first as Record<string, unknown>
  const text = (value: unknown) => (typeof value === "string" ? value : "")
  const code = text(entry.errorCode) || text(entry.error)
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
  UNABLE_TO_LOCK_ROW: "locked",
  UNKNOWN_EXCEPTION: "server",
  SERVER_UNAVAILABLE: "server",
  INTERNAL_SERVER_ERROR: "server",
  OAUTH_APP_BLOCKED: "app-blocked",
  OAUTH_APP_ACCESS_DENIED: "app-not-granted",
  invalid_app_access: "app-not-granted",
  invalid_client: "wrong-client",
  invalid_client_id: "wrong-client",
  redirect_uri_mismatch: "wrong-callback",
  access_denied: "consent-refused",
  invalid_grant: "sign-in-again",
}

function kindOf(status: number, code: string, message: string): SalesforceErrorKind {
  if (status === 401 || code === "INVALID_SESSION_ID")
    return /not valid for use with the (REST )?API/i.test(message) ? "session-not-allowed" : "expired"
  if (code === "REQUEST_LIMIT_EXCEEDED") return /^Concurrent/i.test(message) ? "concurrent" : "daily-limit"
  const known = kinds[code]
  // A sentence that names a field or an object speaks of permission, whatever its code.
  if (known === "malformed-query" && readRefusal({ detail: message })) return "invalid-field"
  if (known) return known
  if (status === 410) return "version-retired"
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
