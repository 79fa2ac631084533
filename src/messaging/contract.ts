/**
 * Everything pages and the gate can ask of the worker: one table, from which callers and handlers derive.
 * Which kind of sender may call what is in `senders.ts`; the worker parses every request (`requests.ts`).
 */
import type { ColumnMap } from "~src/domain/usage/columns"
import type { UsageRow } from "~src/domain/usage/read-row"
import type { UsageDay } from "~src/domain/usage/usage-day"
import type { AccountSummary, Action, Assessment, Band } from "~src/domain/assessment"
import type { AccountFacts, CalendarDate, Channel, Direction, Instant, TraitKey } from "~src/domain/facts"
import type { PageRef } from "~src/hosts/page-ref"

import type { BookView } from "~src/domain/book/views"
import type { NotePurpose } from "~src/domain/week/note-purpose"

import type { BookCsvRequest, BookPage, BookPageRequest } from "./views/book"
import type { DataCheckMethods } from "./views/data-check"
import type { Book, BookRow, CoveragePlan, PopupView } from "./views/lists"
import type { OptionsMethods } from "./views/options"
import type { Settings } from "./views/settings"
import type { RenewalsMeeting, TraitSweep, WeekPlan } from "./views/week"
import type { Fault, Status } from "./views/status"
import type { Mended, OutboxItem, TaskView } from "./views/work"

export type * from "./views/status"
export type * from "./views/work"

export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }

export interface SearchHit {
  id: string
  name: string
  tier: string | null
  band: Band
  mine: boolean
  externalId?: string
}

export interface ActionState {
  actionId: string
  doneSteps: string[]
  snoozedUntil?: CalendarDate
  dismissed?: { reason: string; at: Instant; fingerprint: string }
}

/** One account, ready to show. */
/** A section of an account that is not shown whole: `account`, `opportunities`, `contracts`, `contacts`, `tasks`, `events`, `cases`. */
export interface SalesforcePart {
  section: string
  state: "hidden" | "too-large" | "failed" | "more"
  text: string
}

export interface AccountView {
  id: string
  facts: AccountFacts
  assessment: Assessment
  /** Actions as the panel shows them now: snoozed and dismissed ones are in `hiddenActions`. */
  actions: Action[]
  hiddenActions: { action: Action; state: ActionState }[]
  actionStates: ActionState[]
  /** Steps of the renewal that the user ticked, by id; those of an earlier contract are not among them. */
  renewalDone: string[]
  tasks: TaskView[]
  outbox: OutboxItem[]
  mine: boolean
  ownerName?: string
  vitally: { readAt?: Instant; refreshing: boolean; fault?: Fault }
  salesforce: {
    state: "off" | "on" | "not-matched"
    readAt?: Instant
    refreshing: boolean
    fault?: Fault
    /** Sections that Salesforce did not show whole, in words. */
    parts?: SalesforcePart[]
  }
  openIn: { vitally?: string; salesforce?: string; usage: { label: string; url: string }[] }
  /** Which manual traits can be set from here (their keys are mapped). */
  canSet: (TraitKey | "redAccount" | "lighthouse")[]
  projectTemplates: { id: string; name: string }[]
  /** Set on a page of a sandbox: whose data this is, and that nothing can be changed from there. */
  pageNotice?: string
  /** How this page was matched to the account, where it was not by id. */
  linkedBy?: { how: "hand" | "name"; text: string }
  /** Other Vitally accounts of the same Salesforce account, parents or children. */
  alternatives: SearchHit[]
}

/** How the panel of an account was left. */
export interface LeftView {
  /** CSS pixels from the top. */
  scroll: number
  /** What was open, by the names the panel gives. */
  open: readonly string[]
  /** What was typed and not sent, in any tab. */
  typed?: TypedForms
}

/** A form's fields as text, by form and field; a form without fields was sent or discarded. */
export type TypedForms = Readonly<Record<string, Readonly<Record<string, string>>>>

export interface PanelState {
  ref: PageRef | null
  /** Grows with each navigation of the tab: drop a reply whose `seq` is older than the newest seen. */
  seq: number
  where: "frame" | "sidepanel" | "page"
  tabId?: number
  /** The panel stays on this account whatever the page shows; `page`: whose page it is now, null where it is nobody's. */
  pinned?: { here: boolean; page: string | null }
  /** How the panel of this account was left in this tab, where it was opened there before. */
  left?: LeftView
  view:
    | { kind: "not-connected"; text: string }
    | { kind: "no-account" }
    | { kind: "loading"; text: string }
    | { kind: "unknown"; text: string; candidates: SearchHit[]; linkPage: string }
    | { kind: "choose"; text: string; candidates: SearchHit[] }
    | { kind: "error"; fault: Fault }
    | { kind: "account"; account: AccountView }
}

export interface CallBrief {
  title: string
  sections: { title: string; lines: string[] }[]
  /** The same as plain text, for the clipboard. */
  text: string
}

/** A write's answer: it is stored and will be sent after `sendAfter` unless undone. */
export interface Queued {
  outboxId: string
  sendAfter: Instant
}

interface OfAccount {
  accountId: string
}

export interface UsageImportView {
  id: string
  name: string
  at: Instant
  rows: number
  customers: number
}

export interface PanelMethods {
  /** A frame in a host page shows the token that its gate handed it; until then its questions wait. */
  "panel.claim": [{ token: string }, Record<string, never>]
  /** The native side panel passes its window, a user page the account. */
  "panel.get": [{ windowId?: number; accountId?: string }, PanelState]
  /** Keeps the sender's panel on the account its page shows; null lets it follow the page again. */
  "panel.pin": [{ accountId: string | null; windowId?: number }, Record<string, never>]
  /** Keeps how the panel of an account was left; the native side panel names the tab it showed it for. */
  "panel.leave": [OfAccount & LeftView & { tabId?: number }, Record<string, never>]
  "account.refresh": [OfAccount, { started: boolean }]
  "account.brief": [OfAccount, CallBrief]
  /** Days with numbers of use, oldest first, at most 13 weeks. */
  "usage.get": [OfAccount, { days: UsageDay[] }]
  "task.complete": [OfAccount & { taskId: string; source: "vitally" | "salesforce" }, Queued]
  "task.reopen": [OfAccount & { taskId: string }, Queued]
  "task.add": [
    OfAccount & {
      name: string
      dueOn?: CalendarDate
      /** Plain text lines; become an HTML list. */
      steps?: string[]
      note?: string
      actionId?: string
    },
    Queued,
  ]
  "task.snooze": [OfAccount & { taskId: string; until: CalendarDate | null }, Record<string, never>]
  "touch.log": [
    OfAccount & {
      channel: Channel
      direction: Direction
      at: Instant
      note?: string
      alsoSalesforce?: boolean
    },
    Queued,
  ]
  /** A note on the customer that is no contact: an ask, a plan, what a meeting decided. `about` names what it is for, as its tag. */
  "note.add": [OfAccount & { subject: string; text: string; about: NotePurpose }, Queued]
  "trait.set": [
    OfAccount & { trait: TraitKey | "redAccount" | "lighthouse"; value: string | boolean },
    Queued,
  ]
  "project.start": [OfAccount & { templateId?: string; templateName?: string; actionId?: string }, Queued]
  "outbox.undo": [{ id: string }, { undone: boolean }]
  "outbox.retry": [{ id: string }, Record<string, never>]
  "outbox.discard": [{ id: string }, Record<string, never>]
  /** Sends a refused touch again with other words or with fields that the org asked for. */
  "outbox.mend": [{ id: string } & Mended, Record<string, never>]
  /** The user's word on an undecided write: it did arrive, or it did not (send again). */
  "outbox.decide": [{ id: string; arrived: boolean }, Record<string, never>]
  "action.step": [OfAccount & { actionId: string; stepId: string; done: boolean }, Record<string, never>]
  "renewal.step": [OfAccount & { on: CalendarDate; stepId: string; done: boolean }, Record<string, never>]
  "action.snooze": [OfAccount & { actionId: string; until: CalendarDate | null }, Record<string, never>]
  "action.dismiss": [
    OfAccount & { actionId: string; fingerprint: string; reason: string },
    Record<string, never>,
  ]
  /** What the user says a touch was; null takes it back. */
  "evidence.correct": [
    OfAccount & { touchId: string; said: "contact" | "not-contact" | null },
    Record<string, never>,
  ]
  /** No answer is needed to this question; `needed` takes it back. Answers with the touch it is kept under, for taking it back. */
  "evidence.noAnswer": [OfAccount & { touchId: string; needed: boolean }, { touchId: string }]
  "action.restore": [OfAccount & { actionId: string }, Record<string, never>]
  /** Resize, move, collapse the frame of the sender's tab. */
  "gate.command": [
    (
      | { command: "collapse" }
      | { command: "side"; side: "left" | "right" }
      | { command: "resize"; width: number }
    ),
    Record<string, never>,
  ]
  /** Opens a page, reusing an open tab of the same page. */
  "open.page": [
    {
      page:
        "options" | "book" | "account" | "vitally" | "salesforce" | "link" | "coverage" | "welcome" | "app"
      accountId?: string
      hash?: string
    },
    Record<string, never>,
  ]
  "settings.get": [Record<string, never>, Settings]
  /** Panels may set only the keys under `panel`. */
  "settings.set": [{ patch: DeepPartial<Settings> }, Settings]
  "status.get": [Record<string, never>, Status]
}

export interface PageMethods extends DataCheckMethods {
  search: [{ text: string; limit?: number }, { hits: SearchHit[]; total: number }]
  "link.set": [{ ref: PageRef; accountId: string }, Record<string, never>]
  "link.remove": [{ ref: PageRef }, Record<string, never>]
  "link.list": [
    Record<string, never>,
    { ref: PageRef; accountId: string; accountName: string; at: Instant }[],
  ]
  "popup.get": [Record<string, never>, PopupView]
  "popup.seen": [Record<string, never>, Record<string, never>]
  "book.get": [{ ownerId?: string }, Book]
  "book.page": [BookPageRequest, BookPage]
  "book.csv": [BookCsvRequest, { rows: BookRow[] }]
  "book.views": [Record<string, never>, BookView[]]
  /** Replaces the views that the user saved. */
  "book.saveViews": [{ views: BookView[] }, Record<string, never>]
  /** Usage from files, by parts of at most 5,000 rows; `columns` is remembered. */
  "usage.add": [
    { importId: string; name: string; columns: ColumnMap; rows: UsageRow[] },
    { stored: number; unmatched: Record<string, number> },
  ]
  "usage.imports": [Record<string, never>, { imports: UsageImportView[]; columns: ColumnMap }]
  "usage.link": [{ account: string; accountId: string }, Record<string, never>]
  "usage.undo": [{ importId: string }, { customers: number }]
  "week.renewals": [{ who: string; withGreen?: boolean }, RenewalsMeeting]
  /** Keeps how everybody stands, for "what changed since"; `undo` brings the meeting before back. */
  "week.closeMeeting": [{ who: string; undo?: boolean }, Record<string, never>]
  "week.saveAsk": [{ accountId: string; text: string }, Record<string, never>]
  "week.plan": [{ who: string }, WeekPlan]
  "week.traits": [{ who: string }, TraitSweep]
  "week.checkTraits": [{ accountId: string; checked: boolean }, Record<string, never>]
  "coverage.plan": [{ ownerId?: string; from: CalendarDate; to: CalendarDate }, CoveragePlan]
  "summary.get": [{ accountId: string }, AccountSummary | null]
}

export type Methods = PanelMethods & PageMethods & OptionsMethods

export type MethodName = keyof Methods
export type RequestOf<M extends MethodName> = Methods[M][0]
export type ReplyOf<M extends MethodName> = Methods[M][1]

/** Worker to pages: "ask again". `account:<id>`, `tab:<tabId>`, `tab:front:<windowId>` (another tab is in front; said by the page itself), `popup`, `book`, `status`, `settings`, `outbox`. */
export interface Broadcast {
  topics: string[]
}

export type DeepPartial<T> = T extends (infer U)[]
  ? U[]
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T
