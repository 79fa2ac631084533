/**
 * What the database keeps (design.md, decision 6). Rows hold dates, never day counts. Every row of a service carries the
 * workspace it came from through `meta`: a change of workspace clears the cache.
 */
import type { DBSchema } from "idb"

import type { Picks } from "~src/domain/candidates/candidate"
import type { AccountSummary, Band } from "~src/domain/assessment"
import type { CalendarDate, Channel, Instant, Touch } from "~src/domain/facts"
import type { PageRef } from "~src/hosts/page-ref"
import type { OutboxItem } from "~src/messaging/contract"

/** A Vitally body as it came, after the tolerant reader: unknown keys kept. */
export type Raw = Record<string, unknown> & { id: string }

export interface DatesOfAccount {
  updatedAt?: string | null
  lastInboundMessageTimestamp?: string | null
  lastOutboundMessageTimestamp?: string | null
}

export interface AccountRow {
  id: string
  name: string
  /** As Vitally sent it; `traits` has dots in its keys. */
  raw: Raw
  organizationId?: string
  externalId?: string
  /** 18-character Salesforce account id, from externalId or traits. */
  salesforceId?: string
  /** In whose book it is; where several share it, the user's own comes first. */
  owner?: string
  /** All who hold the role, where it is more than one. */
  owners?: string[]
  readAt: Instant
  /** When tasks, touches, contacts and projects of this account were last read in full. */
  detailAt?: Instant
  /** What the account itself said then, by Vitally's clock: ours may be hours off. */
  detailOf?: DatesOfAccount
  /** When its turn to be read in full last failed. */
  failedAt?: Instant
  /** Sweep in which it was last seen; a full pass removes rows not seen. */
  seenIn: number
}

export interface OrganizationRow {
  id: string
  name: string
  raw: Raw
  readAt: Instant
  seenIn: number
}

export interface TaskRow {
  id: string
  accountId: string
  source: "vitally" | "salesforce"
  raw: Raw
  name: string
  dueOn?: CalendarDate
  completedAt?: Instant
  assignedToId?: string
  /** 1 where open: indexed with the assignee. */
  open: 0 | 1
  readAt: Instant
  seenIn: number
  /** Of Salesforce: when a reading of one's own tasks first lacked it. */
  missingAt?: Instant
}

export interface TouchRow extends Touch {
  id: string
  accountId: string
  on: CalendarDate
  /** Vitally admin on our side: whether it was "me" is decided on reading. */
  by?: string
  /** Notes only: name of the category; a policy says which ones record a contact. */
  noteCategory?: string
  /** Vitally conversation a message belongs to: its page can be opened. */
  conversationId?: string
  /** When a reading of the account first lacked it. */
  missingAt?: Instant
}

export interface ContactRow {
  id: string
  accountId: string
  raw: Raw
  readAt: Instant
  /** When a reading of the account first lacked it. */
  missingAt?: Instant
}

export interface ProjectRow {
  id: string
  accountId: string
  raw: Raw
  readAt: Instant
  /** When a reading of the account first lacked it. */
  missingAt?: Instant
}

/** Other parts of an account's detail: meetings, NPS, health scores, what Salesforce answered. */
export interface DetailRow {
  /** `<accountId>:<part>`, part = meetings | nps | healthScores | salesforce | activity. */
  id: string
  accountId: string
  part: string
  body: unknown
  readAt: Instant
}

export interface HistoryRow {
  id?: number
  accountId: string
  at: Instant
  on: CalendarDate
  kind: "health" | "mine" | "not-mine" | "renewal" | "usage"
  /** `usage` only: what fell, and up to which day. */
  fall?: { fact: string; text: string; until: CalendarDate }
  from?: { score: number | null; band: Band }
  to?: { score: number | null; band: Band }
  moved?: { trait: string; label: string; from: string; to: string }[]
}

/** A write on its way (design.md, decision 8). `sendAfter` and `nextTryAt` as epoch milliseconds for the index. */
export interface OutboxRow {
  id: string
  accountId: string
  accountName: string
  target: OutboxItem["target"]
  kind: OutboxItem["kind"]
  text: string
  payload: Record<string, unknown>
  state: OutboxItem["state"]
  createdAt: number
  /** Higher than that of every write before it, whatever the clock did; see `outbox/order.ts`. Absent in rows of earlier versions. */
  order?: number
  sendAfter: number
  nextTryAt: number
  tries: number
  /** Epoch milliseconds when it was sent or refused. Sent rows stay until the cache has been read anew. */
  settledAt?: number
  fault?: OutboxItem["fault"]
  about?: OutboxItem["about"]
  /** Workspace or org it belongs to: never sent anywhere else. */
  workspace: string
}

export interface LinkRow {
  /** PageRef.key */
  key: string
  ref: PageRef
  accountId: string
  how: "hand" | "name"
  at: Instant
}

/** Enough of a touch to name it, and to make a rule of it, once it has left the cache. */
export interface CorrectedTouch {
  on: CalendarDate
  channel: Channel
  /** When the user said it. */
  saidAt: Instant
  who?: string
  subject?: string
  email?: string
}

/** What the user did with a recommendation or a task: steps done, snoozed, dismissed. */
export interface CareRow {
  /** `action:<accountId>:<actionId>`, `renewal:<accountId>:<date>`, `task:<taskId>`, `verdict:<touchId>` or `data:<accountId>`. */
  id: string
  accountId: string
  doneSteps?: string[]
  snoozedUntil?: CalendarDate
  dismissed?: { reason: string; at: Instant; fingerprint: string }
  /** `verdict:<touchId>` only: what the user says it was, and when. */
  verdict?: "contact" | "not-contact"
  /** Likewise: no answer is needed up to this message. */
  noAnswer?: Instant
  /** What it was, for the list of corrections. */
  about?: CorrectedTouch
  /** `data:<accountId>` only: values chosen where systems differ, and findings seen as fine, by what was found. */
  picks?: Picks
  seen?: Record<string, string>
}

/** Single records by name: cursors, watermarks, packed search index, catalogue, admins, workspace. */
export interface MetaRow {
  key: string
  value: unknown
}

export interface LensSchema extends DBSchema {
  accounts: { key: string; value: AccountRow; indexes: { salesforceId: string; organizationId: string } }
  organizations: { key: string; value: OrganizationRow }
  tasks: {
    key: string
    value: TaskRow
    /** `done`: only rows with `completedAt` are in it. */
    indexes: { accountId: string; mine: [string, number]; done: [string, string] }
  }
  touches: { key: string; value: TouchRow; indexes: { accountId: string } }
  contacts: { key: string; value: ContactRow; indexes: { accountId: string } }
  projects: { key: string; value: ProjectRow; indexes: { accountId: string } }
  details: { key: string; value: DetailRow; indexes: { accountId: string } }
  summaries: {
    key: string
    value: AccountSummary
    indexes: { overdue: [string, string]; owner: string }
  }
  history: { key: number; value: HistoryRow; indexes: { accountId: string; at: string } }
  outbox: { key: string; value: OutboxRow; indexes: { state: string; accountId: string } }
  links: { key: string; value: LinkRow }
  care: { key: string; value: CareRow; indexes: { accountId: string } }
  meta: { key: string; value: MetaRow }
}
