/** What a queued write carries (`OutboxRow.payload`), by kind. Plain values: HTML and trait keys are made when it is sent. */
import type { OutboxItem } from "~src/messaging/contract"
import type { CalendarDate, Channel, Direction, Instant, TraitKey } from "~src/domain/facts"
import type { OutboxRow } from "~src/storage/rows"

export interface Payloads {
  /** `taskId` as the cache has it: Salesforce's ids carry their prefix. */
  "task.complete": { taskId: string; completedAt: Instant; completedById?: string }
  "task.reopen": { taskId: string }
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
  }
  "trait.set": { trait: TraitKey | "redAccount" | "lighthouse"; value: string | boolean }
  "project.start": { templateId: string; templateName?: string }
}

export type WriteKind = OutboxItem["kind"]

/** The payload of a row of this kind: only our own code writes it. */
export function payloadOf<K extends WriteKind>(row: Pick<OutboxRow, "payload">, _kind: K): Payloads[K] {
  return row.payload as unknown as Payloads[K]
}
