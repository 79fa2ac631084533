/** What the user chose. No secret is in here: it is given to pages as it is. */
import type { CalendarDate, Instant } from "~src/domain/facts"

export type PanelSection =
  "tier" | "health" | "contact" | "renewal" | "actions" | "tasks" | "contacts" | "more"

/** What the gateway lets one do: look; also tasks, notes, touches and traits; also projects. */
export type GatewayTier = "read" | "daily" | "all"

export interface Settings {
  vitally: {
    region: "us" | "eu"
    subdomain: string
    /** The workspace is connected (a key is stored). */
    connected: boolean
  }
  /** The team gateway, in place of a key of one's own; `url` empty: none. */
  gateway: {
    url: string
    issuer: string
    clientId: string
    scope: string
    user: string
    tier: "" | GatewayTier
  }
  /** Nothing is written to Vitally or Salesforce from here, whatever the key may do. */
  readOnly: boolean
  salesforce: { mode: "none" | "oauth"; myDomain: string; clientId: string; connected: boolean }
  looker: {
    /** Origins; `api` empty: the same. */
    ui: string
    api: string
    clientId: string
    /** The address or number of a look, or the address of a query. */
    source: string
    connected: boolean
  }
  me: {
    adminId: string
    name: string
    email?: string
    /** Key-role label that means "mine"; empty: `csmId`. */ role: string
  } | null
  /** IANA name; empty: the browser's. */
  timeZone: string
  panel: {
    mode: "page" | "browser"
    order: PanelSection[]
    hidden: PanelSection[]
    /** Single-letter keys, on every page. */
    keys: boolean
    open: Record<string, boolean>
    allTasks: boolean
  }
  appearance: { theme: "system" | "light" | "dark"; density: "compact" | "comfortable" }
  popup: {
    /** The next seven days stand open. */
    week: boolean
    lastSeenAt: string
  }
  badge: { counts: "contacts" | "tasks" | "both" | "off" }
  reminders: {
    digest: boolean
    /** "HH:MM", the user's time zone. */
    digestAt: string
    bandDrop: boolean
    renewalPhase: boolean
    newAccount: boolean
    quietFrom: string
    quietTo: string
    absences: { from: CalendarDate; to: CalendarDate }[]
  }
  covering: { adminId: string; name: string; from: CalendarDate; to: CalendarDate }[]
  /** Views lists as any TA; badge off. */
  manager: boolean
  sync: {
    /** Share of the workspace's limit that background work may use, 0.05-1. */ backgroundShare: number
  }
  touches: { alsoSalesforce: boolean }
  firstRunDone: boolean
  /** What the user, or an administrator, agreed to: the version of the text, and when; null: nothing yet. */
  consent: { version: number; at: Instant } | null
  /** Paths of settings that an administrator has locked, e.g. `vitally.subdomain`. */
  locked: string[]
}

export type DeepPartial<T> = T extends (infer U)[]
  ? U[]
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T
