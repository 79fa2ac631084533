/** What only the options page and the first-run page ask. */
import type { EvidenceRule } from "~src/domain/policy/policy"
import type { Assessment } from "~src/domain/assessment"
import type { CalendarDate, Channel, Instant } from "~src/domain/facts"

import type { GatewayTier } from "./settings"
import type { DoctorRow, Fault, Status } from "./status"

export interface Admin {
  id: string
  name: string
  email?: string
  active: boolean
}

export interface PolicyView {
  policy: object
  preset: string
  presets: { id: string; name: string; about: string }[]
  diff: { path: string; from: unknown; to: unknown }[]
  managed: {
    locked: boolean
    fault?: { reason: string; faults: { path: string; reason: string }[] }
    /** Other entries of the administrator's that cannot be used and were left out. */
    leftOut?: { path: string; reason: string }[]
  }
}

export type PolicyOutcome =
  /** `unused`: keys of an imported file that nobody reads, mostly slips of the pen. */
  | { saved: true; view: PolicyView; unused?: string[] }
  | { saved: false; faults: { path: string; reason: string }[] }

export interface TraitMapRow {
  /** Our fact, e.g. `traits.mauOverSeats` or `seats`. */
  fact: string
  label: string
  /** The workspace's trait key; empty: not mapped. */
  traitKey: string
  traitLabel?: string
  how: "label" | "key" | "hand" | "none"
  samples: string[]
  /** How many cached accounts have a value. */
  filled: number
  total: number
}

export interface DataView {
  stores: { name: string; rows: number }[]
  bytes: number | null
  lastSyncs: { what: string; at: Instant; text: string }[]
}

/** What the user said of a touch, kept until it is taken back. */
export interface CorrectionView {
  accountId: string
  accountName: string
  touchId: string
  said: "contact" | "not-contact" | "no-answer"
  about: {
    on: CalendarDate
    channel: Channel
    saidAt: Instant
    who?: string
    subject?: string
    email?: string
  }
}

export interface OptionsMethods {
  "evidence.list": [Record<string, never>, { corrections: CorrectionView[] }]
  /** How many touches of the cached book a rule would change, and of how many customers. */
  "evidence.preview": [EvidenceRule, { touches: number; customers: number }]
  /** The user agrees to this version of the text. */
  "consent.give": [{ version: number }, Record<string, never>]
  /** Disconnects both services, and asks again before anything is read. */
  "consent.withdraw": [{ deleteData: boolean }, Record<string, never>]
  "vitally.connect": [
    { region: "us" | "eu"; subdomain: string; apiKey: string },
    { connected: true; admins: Admin[] } | { connected: false; fault: Fault },
  ]
  "vitally.disconnect": [{ deleteCache: boolean }, Record<string, never>]
  "vitally.admins": [Record<string, never>, { admins: Admin[]; roles: string[] }]
  "me.set": [{ adminId: string; role?: string }, Record<string, never>]
  "salesforce.signIn": [
    { myDomain: string; clientId: string },
    // `otherDomain`: the My Domain that answered in place of the chosen one, for the user to confirm.
    { signedIn: true; user: string } | { signedIn: false; fault: Fault; otherDomain?: string },
  ]
  "salesforce.signOut": [Record<string, never>, Record<string, never>]
  /** With a team gateway: sign in at the company's provider. `user`: as it names the person. */
  "gateway.signIn": [
    { url: string; issuer: string; clientId: string; region: "us" | "eu"; subdomain: string },
    { signedIn: true; user: string; tier: GatewayTier } | { signedIn: false; fault: Fault },
  ]
  "gateway.signOut": [Record<string, never>, Record<string, never>]
  /** Why a service does not answer, check by check. */
  "connection.check": [Record<string, never>, { rows: DoctorRow[] }]
  "service.test": [{ service: "vitally" | "salesforce" }, Status]
  /** The user's word on what is missing at Vitally: it may be removed here, or it is to be kept. */
  "missing.decide": [{ remove: boolean }, Record<string, never>]
  "sync.now": [{ full?: boolean }, Record<string, never>]
  "policy.get": [Record<string, never>, PolicyView]
  "policy.set": [{ policy: unknown }, PolicyOutcome]
  "policy.import": [{ text: string }, PolicyOutcome]
  "policy.export": [Record<string, never>, { name: string; text: string }]
  "policy.reset": [{ preset: string }, PolicyOutcome]
  /** What a policy would say of one account, before it is saved. */
  "policy.preview": [
    { policy: unknown; accountId: string },
    { now: Assessment; then: Assessment } | { faults: { path: string; reason: string }[] },
  ]
  /** How the book falls into the tiers of each preset. */
  "policy.counts": [
    Record<string, never>,
    {
      presets: {
        id: string
        name: string
        tiers: { name: string; count: number }[]
        unknown: number
      }[]
      best: string | null
    },
  ]
  "traits.get": [Record<string, never>, { rows: TraitMapRow[]; catalogue: { key: string; label: string }[] }]
  "traits.set": [{ fact: string; traitKey: string | null }, Record<string, never>]
  "data.get": [Record<string, never>, DataView]
  "data.export": [Record<string, never>, { name: string; text: string }]
  "data.clear": [{ what: "cache" | "everything" }, Record<string, never>]
  "diagnostics.get": [Record<string, never>, { text: string }]
  /** Step by step, from 0 to `steps` - 1: the page shows how far it is, and stops by not asking on. */
  "workspace.check": [{ step: number }, { rows: CheckRow[]; steps: number }]
}

/** One line of the workspace check: no customer data. */
export interface CheckRow {
  name: string
  /** Null: cannot be told from here. */
  ok: boolean | null
  text: string
}
