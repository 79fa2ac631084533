/** Tasks and writes on their way, as panel and popup show them. */
import type { CalendarDate, Instant, TraitKey } from "~src/domain/facts"

import type { RichNode } from "./rich-text"
import type { Fault } from "./status"

export interface OutboxItem {
  id: string
  accountId: string
  accountName: string
  kind:
    "task.complete" | "task.reopen" | "task.add" | "touch.log" | "note.add" | "trait.set" | "project.start"
  target: "vitally" | "salesforce"
  /** "Complete 'Send release notes'". */
  text: string
  /** `undecided`: it may or may not have arrived, and the user is asked. */
  state: "waiting" | "sending" | "sent" | "refused" | "undecided"
  createdAt: Instant
  /** Undo is possible until then. */
  sendAfter: Instant
  tries: number
  fault?: Fault
  /** The words of a touch that Salesforce refused, to be mended and sent again. */
  mendable?: { subject: string; note: string }
  /** The task, trait or action it belongs to, for showing it in place. */
  about?: { taskId?: string; trait?: TraitKey | "redAccount" | "lighthouse"; actionId?: string }
}

/** A refused touch with other words; `fields` by API name, as the org asked for them. */
export interface Mended {
  subject: string
  note?: string | undefined
  fields: Record<string, string>
}

export interface TaskView {
  id: string
  source: "vitally" | "salesforce"
  accountId: string
  accountName: string
  name: string
  dueOn?: CalendarDate
  completedAt?: Instant
  assignedToName?: string
  mine: boolean
  category?: string
  projectName?: string
  body?: RichNode[]
  url?: string
  /** Not yet on the server. */
  pending?: OutboxItem
}
