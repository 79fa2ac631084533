import { vitallyFault, VitallyError } from "~src/worker/vitally/api/errors"
import type { Fault, MethodName } from "~src/messaging/contract"

import type { PageName } from "./build"

/** What a question gets: its answer, a fault, or `never`. */
export type Answers = Partial<Record<MethodName, unknown>>

/** One state of one page: what the worker answers, and how the screen is to be taken. */
export interface PageState {
  page: PageName
  answers: Answers
  hash?: string
  /** Typed into the fields of these labels. */
  fill?: Record<string, string>
  /** Then clicked, in turn. */
  click?: string[]
  about: string
}

/** In the services' own words, so that the pictures show what users read. */
export const faults = {
  auth: vitallyFault(new VitallyError("auth")),
  server: vitallyFault(new VitallyError("server")),
  /** Those of connecting (worker/features/connection/connect-vitally.ts). */
  wrongKey: {
    code: "auth",
    title: "Vitally does not accept this API key.",
    detail: "It may be mistyped, revoked, or belong to the other region.",
    next: "Copy it again in Vitally under Settings, Integrations, Vitally REST API, and check the region.",
  } satisfies Fault,
  noNetwork: {
    code: "network",
    title: "The computer is offline.",
    detail: "Nothing was saved.",
    next: "Check the connection and the subdomain, then try again.",
  } satisfies Fault,
  internal: vitallyFault(null),
  silent: {
    code: "internal",
    title: "Account Lens did not answer.",
    detail: "Its background worker stopped twice while answering. Nothing that was saved is lost.",
    next: "Try again. If it stays like this, switch the extension off and on.",
  } satisfies Fault,
}
