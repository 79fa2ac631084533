/** What a queued write carries (`OutboxRow.payload`), by kind. Plain values: HTML and trait keys are made when it is sent. */
import type { OutboxItem } from "~src/messaging/contract"
import type { CalendarDate, Channel, Direction, Instant, TraitKey } from "~src/domain/facts"
import type { NotePurpose } from "~src/domain/week/note-purpose"
import type { OutboxRow } from "../cache/rows"

export interface Payloads {
  /** `taskId` as the cache has it: Salesforce's ids carry their prefix. */
  "task.complete": { taskId: string; completedAt: Instant; completedById?: string }
  /** `status`: the one that a task of Salesforce had when it was open. */
  "task.reopen": { taskId: string; status?: string }
  "task.add": {
    name: string
    dueOn?: CalendarDate
    steps?: string[]
    note?: string
    assignedToId?: string
  }
  "touch.log": {
    channel: Channel
    direction: Direction
    at: Instant
    /** `at` as a day in the user's time zone. */
    on: CalendarDate
    subject: string
    note?: string
    authorId?: string
    /** 18-character account id; where the target is Salesforce. */
    salesforceId?: string
    /** What the user added to mend a refusal of Salesforce, by API name. */
    fields?: Record<string, string>
  }
  "note.add": { subject: string; text: string; about: NotePurpose; at: Instant; authorId?: string }
  "trait.set": { trait: TraitKey | "redAccount" | "lighthouse"; value: string | boolean }
  /**
   * `known`: the account's projects of that template, by id, before a try that may have arrived: noted then. Null: they could not be read.
   */
  "project.start": { templateId: string; templateName?: string; known?: string[] | null }
}

export type WriteKind = OutboxItem["kind"]

/** Narrows a row to its kind's payload: only our own code writes it. */
export function isWrite<K extends WriteKind>(
  row: OutboxRow,
  kind: K,
): row is OutboxRow & { kind: K; payload: Payloads[K] } {
  return row.kind === kind
}
