/** What only the options page and the first-run page ask. */
import type { CalendarDate, Channel, Instant } from "~src/domain/facts"

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

/** One line of the workspace check: no customer data. */
export interface CheckRow {
  name: string
  /** Null: cannot be told from here. */
  ok: boolean | null
  text: string
}
