import type { Queued } from "~src/messaging/contract"
import { faultError } from "~src/messaging/fault"

import type { WorkerContext } from "../kernel/context"
import type { PartialHandlers } from "../kernel/handlers"
import {
  addDraft,
  baseOf,
  completeDraft,
  noteDraft,
  projectDraft,
  reopenDraft,
  touchDrafts,
  traitDraft,
} from "./drafts"
import { tell } from "./drain"
import { whyNotWrite } from "../writes/may-write"
import type { WriteKind } from "../writes/payloads"
import { decide, discard, type Draft, enqueue, mend, retry, undo } from "./queue"
import { sendSoon } from "./service"

export const outboxHandlers = {
  "task.complete": async (request, context, { rid }) =>
    queued(context, [await completeDraft(context, await baseOf(context, request.accountId, rid), request)]),
  "task.reopen": async (request, context, { rid }) =>
    queued(context, [await reopenDraft(context, await baseOf(context, request.accountId, rid), request)]),
  "task.add": async (request, context, { rid }) =>
    queued(context, [addDraft(await baseOf(context, request.accountId, rid), request)]),
  "touch.log": async (request, context, { rid }) =>
    queued(context, await touchDrafts(context, await baseOf(context, request.accountId, rid), request)),
  "note.add": async (request, context, { rid }) =>
    queued(context, [noteDraft(context, await baseOf(context, request.accountId, rid), request)]),
  "trait.set": async (request, context, { rid }) =>
    queued(context, [traitDraft(await baseOf(context, request.accountId, rid), request)]),
  "project.start": async (request, context, { rid }) =>
    queued(context, [await projectDraft(context, await baseOf(context, request.accountId, rid), request)]),

  "outbox.undo": async ({ id }, context) => {
    const row = await undo(context, id)
    if (row) tell(context, row)
    return { undone: row !== null }
  },
  "outbox.retry": async ({ id }, context) => {
    tell(context, await retry(context, id))
    await sendSoon(context)
    return {}
  },
  "outbox.discard": async ({ id }, context) => {
    tell(context, await discard(context, id))
    return {}
  },
  "outbox.mend": async ({ id, ...words }, context) => {
    tell(context, await mend(context, id, words))
    await sendSoon(context)
    return {}
  },
  "outbox.decide": async ({ id, arrived }, context) => {
    tell(context, await decide(context, id, arrived))
    await sendSoon(context)
    return {}
  },
} satisfies PartialHandlers

/** Stored, announced, and on its way when the time for undo is over. */
async function queued(context: WorkerContext, drafts: Draft<WriteKind>[]): Promise<Queued> {
  const settings = await context.settings.get()
  for (const draft of drafts) {
    const { code, title, detail, next } = whyNotWrite(settings, draft) ?? {}
    if (code && title) throw faultError(code, title, detail ?? "", next)
  }
  const answer = await enqueue(context, drafts)
  for (const draft of drafts) tell(context, draft)
  await sendSoon(context, { at: Date.parse(answer.sendAfter) })
  return answer
}
