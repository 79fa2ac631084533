/** What is written at a service, through the outbox. */
import * as z from "~src/schemas/zod"

import { notePurposes } from "~src/domain/week/note-purpose"

import type { Queued } from "../views/account"
import { type Nothing, answers, panels } from "./method"
import { id, service, maybe, day, line, prose, channel, instant, traitKey, ofId, direction } from "./shapes"

export const writeMethods = {
  "task.complete": answers<Queued>()({
    from: panels,
    request: z.object({ accountId: id, taskId: id, source: service }),
  }),
  "task.reopen": answers<Queued>()({ from: panels, request: z.object({ accountId: id, taskId: id }) }),
  "task.add": answers<Queued>()({
    from: panels,
    request: z.object({
      accountId: id,
      name: z.string(z.minLength(1), z.maxLength(500)),
      dueOn: maybe(day),
      steps: maybe(z.array(line, z.maxLength(50))),
      note: maybe(prose),
      actionId: maybe(id),
    }),
  }),
  "task.snooze": answers<Nothing>()({
    from: panels,
    request: z.object({ accountId: id, taskId: id, until: z.nullable(day) }),
  }),
  "touch.log": answers<Queued>()({
    from: panels,
    request: z.object({
      accountId: id,
      channel,
      direction,
      at: instant,
      note: maybe(prose),
      alsoSalesforce: maybe(z.boolean()),
    }),
  }),
  /** A note on the customer that is no contact: an ask, a plan, what a meeting decided. `about` names what it is for, as its tag. */
  "note.add": answers<Queued>()({
    from: panels,
    request: z.object({
      accountId: id,
      subject: z.string(z.minLength(1), z.maxLength(200)),
      text: z.string(z.minLength(1), z.maxLength(20_000)),
      about: z.enum(notePurposes),
    }),
  }),
  "trait.set": answers<Queued>()({
    from: panels,
    request: z.object({ accountId: id, trait: traitKey, value: z.union([line, z.boolean()]) }),
  }),
  "project.start": answers<Queued>()({
    from: panels,
    request: z.object({
      accountId: id,
      templateId: maybe(id),
      templateName: maybe(line),
      actionId: maybe(id),
    }),
  }),
  "outbox.undo": answers<{ undone: boolean }>()({ from: panels, request: ofId, reads: true }),
  "outbox.retry": answers<Nothing>()({ from: panels, request: ofId }),
  "outbox.discard": answers<Nothing>()({ from: panels, request: ofId }),
  /** Sends a refused touch again with other words or with fields that the org asked for. */
  "outbox.mend": answers<Nothing>()({
    from: panels,
    request: z.object({
      id,
      subject: line,
      note: maybe(prose),
      fields: z.record(z.string(z.maxLength(120)), line),
    }),
  }),
  /** The user's word on an undecided write: it did arrive, or it did not (send again). */
  "outbox.decide": answers<Nothing>()({ from: panels, request: z.object({ id, arrived: z.boolean() }) }),
}
