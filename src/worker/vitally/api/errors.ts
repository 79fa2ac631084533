/** What can go wrong with Vitally, typed, and what to tell the reader. */
import type { Fault } from "~src/messaging/contract"

import { ServiceError } from "../../kernel/service-error"
import { gatewayFault } from "./gateway-faults"

export type VitallyErrorKind =
  "auth" | "forbidden" | "not-found" | "refused" | "rate" | "server" | "network" | "malformed"

export interface VitallyErrorDetails {
  status?: number
  /** How long Vitally asked us to wait. */
  retryAfterMs?: number
  /** Vitally's own words, cut short; plain text. */
  said?: string
  /** The refusal is the service's own, not that of a proxy or a sign-in page in between. */
  isOwn?: boolean
  /** The team gateway's own refusal, by its code. */
  gateway?: string
  cause?: unknown
}

/** The message names the kind and the path, never a key or a customer's data. */
export class VitallyError extends ServiceError {
  readonly status: number | undefined
  readonly retryAfterMs: number | undefined
  readonly said: string | undefined
  readonly isOwn: boolean
  readonly gateway: string | undefined

  constructor(
    readonly kind: VitallyErrorKind,
    details: VitallyErrorDetails = {},
  ) {
    super(`Vitally: ${kind}${details.status === undefined ? "" : ` (${details.status})`}`, {
      cause: details.cause,
    })
    this.name = "VitallyError"
    this.status = details.status
    this.retryAfterMs = details.retryAfterMs
    this.said = details.said
    this.isOwn = details.isOwn ?? false
    this.gateway = details.gateway
  }

  get fault(): Fault {
    return vitallyFault(this)
  }
}

/**
 * Whether Vitally itself said that there is no such record: a 404 or 410 in its own form. Any other failure is no proof that a
 * record is gone.
 */
export function isGone(error: unknown): boolean {
  return isVitally(error, "not-found") && error.isOwn
}

/** Whether `error` is Vitally's, of one of these kinds. */
export function isVitally(error: unknown, ...kinds: VitallyErrorKind[]): error is VitallyError {
  return error instanceof VitallyError && kinds.includes(error.kind)
}

/** Whether it was given no answer in time, while others may be. */
export function isTimeout(error: unknown): error is VitallyError {
  return isVitally(error, "network") && error.cause instanceof Error && error.cause.name === "TimeoutError"
}

/** Answers that stay the same however often one asks. */
const lasting: VitallyErrorKind[] = ["forbidden", "not-found", "refused", "malformed"]

/**
 * Undefined where Vitally does not give what was asked for: the key lacks the right, or no such list is known.
 * @param more kinds of failures that are taken so, too.
 */
export async function ifGiven<T>(work: Promise<T>, ...more: VitallyErrorKind[]): Promise<T | undefined> {
  try {
    return await work
  } catch (error) {
    if (isVitally(error, ...lasting, ...more)) return undefined
    throw error
  }
}

/** Kind of a response that is not OK. */
export function kindOf(status: number): VitallyErrorKind {
  if (status === 401) return "auth"
  if (status === 403) return "forbidden"
  if (status === 404 || status === 410) return "not-found"
  if (status === 429) return "rate"
  if (status < 400) return "malformed"
  return status >= 500 ? "server" : "refused"
}

const faults: Record<VitallyErrorKind, Fault> = {
  auth: {
    code: "auth",
    title: "Vitally no longer accepts the API key.",
    detail: "What is shown is the last known state; nothing new is read, and writes wait.",
    next: "Ask a Vitally administrator for the key and enter it in the options.",
  },
  forbidden: {
    code: "forbidden",
    title: "The API key may not do this.",
    detail: "Vitally knows the key but refused this request.",
    next: "Ask a Vitally administrator to give the key access, or use another one.",
  },
  "not-found": {
    code: "not-found",
    title: "Vitally does not know this record.",
    detail: "It may have been deleted, or belong to another workspace.",
    next: "Check it in Vitally.",
  },
  refused: {
    code: "refused",
    title: "Vitally refused this.",
    detail: "Nothing was changed.",
    next: "Try again; if it is refused again, discard it and do it in Vitally.",
  },
  rate: {
    code: "rate",
    title: "Vitally's request limit is used up for the moment.",
    detail: "The whole workspace shares one limit. What is shown may be some minutes old.",
    next: "Nothing to do: it goes on by itself.",
  },
  server: {
    code: "server",
    title: "Vitally has a problem on its side.",
    detail: "What is shown is the last known state.",
    next: "It is tried again by itself.",
  },
  network: {
    code: "network",
    title: "Vitally could not be reached.",
    detail: "The computer may be offline. What is shown is the last known state.",
    next: "Check the connection; it is tried again by itself.",
  },
  malformed: {
    code: "malformed",
    title: "Vitally's answer could not be read.",
    detail: "It was cut short or had an unknown form. What is shown is the last known state.",
    next: "It is tried again by itself. If it stays, run the workspace check in the options.",
  },
}

/** What a reader is told; anything that is not a `VitallyError` is called internal. */
export function vitallyFault(error: unknown): Fault {
  if (!(error instanceof VitallyError))
    return {
      code: "internal",
      title: "Something in Account Lens went wrong.",
      detail: "What is shown is the last known state.",
      next: "Try again; if it stays, copy the diagnostics in the options.",
    }
  const ofGateway = error.gateway === undefined ? undefined : gatewayFault(error.gateway)
  if (ofGateway) return ofGateway
  const fault = faults[error.kind]
  return error.said !== undefined && error.kind === "refused"
    ? { ...fault, detail: `${fault.detail} It said: "${error.said}".` }
    : fault
}
