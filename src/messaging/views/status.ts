/** How the services and the sync stand, and what a reader is told when something went wrong. */
import type { Instant } from "~src/domain/facts"

/** What a caller is shown when something went wrong: what happened, what it means, what to do. */
/** One check of a connection; holds no customer data. */
export interface DoctorRow {
  service: "vitally" | "salesforce"
  id: string
  label: string
  state: "ok" | "problem"
  text: string
  /** What to do. */
  next?: string
  /** Match patterns that the user can grant with a click. */
  grant?: string[]
  /** The My Domain of the page in front, where the stored one leads nowhere. */
  domain?: string
}

/** A field that Salesforce asks for in a refused write. */
export interface MendField {
  /** API name. */
  name: string
  label: string
  /** What it takes, where it is a list. */
  values?: { value: string; label: string }[]
}

export interface Fault {
  /** What the user can fill in so that the write is taken. */
  mend?: MendField[]
  code:
    | "not-connected"
    | "auth"
    | "forbidden"
    | "not-found"
    | "rate"
    | "server"
    | "network"
    | "malformed"
    | "quota"
    | "refused"
    | "bad-request"
    | "not-allowed"
    | "not-seen"
    | "stale-page"
    | "internal"
  /** What happened. */
  title: string
  /** What it means for the reader. */
  detail: string
  /** What to do next. */
  next?: string
}

/** How one service stands. */
export interface ServiceState {
  service: "vitally" | "salesforce"
  state: "not-connected" | "connected" | "needs-sign-in" | "error" | "offline"
  /** Shown as it is: "Connected to acme (United States) as Ada Moss". */
  text: string
  fault?: Fault
  /** Last time it answered. */
  okAt?: Instant
  /** Requests used of the limit, in words, where the service says so. */
  quota?: string
}

export interface SyncState {
  phase: "idle" | "first" | "incremental" | "full-pass"
  /** 0-1 where it can be told; null where not. */
  progress: number | null
  /** "3,200 of about 10,000 accounts". */
  text: string
  accounts: number
  tasks: number
  lastFullAt?: Instant
  lastOkAt?: Instant
  /** Rows set aside because they could not be read, and why. */
  setAside: { count: number; reasons: { reason: string; count: number }[] }
  /** Customers and tasks that Vitally no longer shows: kept until the user says, or until they are back. */
  missing?: { text: string; detail: string; count: number }
}

export interface Status {
  vitally: ServiceState
  salesforce: ServiceState
  sync: SyncState
  me: { adminId: string; name: string } | null
  badge: { text: string; title: string }
  firstRunDone: boolean
  /** The browser deleted what was stored, and the reader has not said yet that they know. */
  lost?: { text: string; detail: string }
  online: boolean
}
