/** Storing a write, taking it back, and the user's word on one that did not arrive. Each is one transaction. */
import { faultError } from "~src/messaging/fault"
import type { Mended, Queued } from "~src/messaging/contract"
import { withRoom } from "../cache/quota"
import type { OutboxRow } from "../cache/rows"

import type { WorkerContext } from "../kernel/context"
import { twinOf } from "../writes/ids"
import { orderOf } from "../writes/order"
import type { Payloads, WriteKind } from "../writes/payloads"

/** How long a write can be taken back before it is sent. */
export const undoMs = 8_000

export interface Draft<K extends WriteKind> {
  id: string
  kind: K
  target: OutboxRow["target"]
  /** Workspace or org it belongs to. */
  workspace: string
  accountId: string
  accountName: string
  /** "Complete 'Send release notes'". */
  text: string
  payload: Payloads[K]
  about?: OutboxRow["about"]
}

/**
 * Stores writes to be sent after the time for undo. An id that is stored already is the same request, sent again after
 * the worker died: it is left as it is, and so is what a recommendation asks for while it is on its way. A full disk costs the
 * cache's oldest detail, not the user's write.
 * @throws StorageFullError if there is none left to give up.
 */
export function enqueue(
  context: Pick<WorkerContext, "db" | "now">,
  drafts: Draft<WriteKind>[],
): Promise<Queued> {
  return withRoom(context.db, () => storeDrafts(context, drafts))
}

async function storeDrafts(
  context: Pick<WorkerContext, "db" | "now">,
  drafts: Draft<WriteKind>[],
): Promise<Queued> {
  const createdAt = context.now()
  const tx = context.db.transaction("outbox", "readwrite")
  let first: OutboxRow | undefined
  const rows = await tx.store.getAll()
  let order = Math.max(createdAt, ...rows.map(orderOf))
  for (const draft of drafts) {
    const known = rows.find((row) => row.id === draft.id || isAskedAlready(row, draft))
    const row: OutboxRow = known ?? {
      ...draft,
      payload: draft.payload,
      state: "waiting",
      createdAt,
      order: ++order,
      sendAfter: createdAt + undoMs,
      nextTryAt: createdAt + undoMs,
      tries: 0,
    }
    if (!known) await tx.store.put(row)
    first ??= row
  }
  await tx.done
  if (!first) throw new Error("Nothing to queue.")
  return { outboxId: first.id, sendAfter: new Date(first.sendAfter).toISOString() }
}

/** The same of one recommendation, not settled yet: pressed twice, or in two windows. */
function isAskedAlready({ kind, accountId, about, state }: OutboxRow, draft: Draft<WriteKind>): boolean {
  return (
    about?.actionId !== undefined &&
    about.actionId === draft.about?.actionId &&
    kind === draft.kind &&
    accountId === draft.accountId &&
    state !== "sent" &&
    state !== "refused"
  )
}

/** Takes a write back unless sending has begun: whichever transaction comes first wins. */
export async function undo(context: Pick<WorkerContext, "db">, id: string): Promise<OutboxRow | null> {
  const tx = context.db.transaction("outbox", "readwrite")
  const row = await tx.store.get(id)
  const undone = row?.state === "waiting" && row.tries === 0 ? row : null
  if (undone) {
    await tx.store.delete(id)
    const twin = await tx.store.get(twinOf(id))
    if (twin?.state === "waiting" && twin.tries === 0) await tx.store.delete(twin.id)
  }
  await tx.done
  return undone
}

/** Changes a row that is not being sent. @throws FaultError where it is gone or on its way. */
async function change(
  context: Pick<WorkerContext, "db">,
  id: string,
  apply: (row: OutboxRow) => OutboxRow | null,
): Promise<OutboxRow> {
  const tx = context.db.transaction("outbox", "readwrite")
  const row = await tx.store.get(id)
  const next = row && row.state !== "sending" ? apply(row) : undefined
  if (next === null) await tx.store.delete(id)
  else if (next) await tx.store.put(next)
  await tx.done
  if (!row) throw faultError("not-found", "This write is gone.", "It was sent or discarded meanwhile.")
  if (next === undefined) {
    throw faultError("refused", "This write is on its way.", "It is being sent right now.", "Wait a moment.")
  }
  return row
}

const fresh = (row: OutboxRow, now: number): OutboxRow => {
  const next: OutboxRow = { ...row, state: "waiting", nextTryAt: now }
  delete next.fault
  delete next.settledAt
  return next
}

/** Sends a refused or waiting write now. What may have arrived stays undecided until the user decides. */
export const retry = (context: Pick<WorkerContext, "db" | "now">, id: string) =>
  change(context, id, (row) =>
    row.state === "refused" || row.state === "waiting" ? fresh(row, context.now()) : row,
  )

/** Sends a refused touch again with other words: a definite no has arrived nowhere. */
export const mend = (
  context: Pick<WorkerContext, "db" | "now">,
  id: string,
  { subject, note, fields }: Mended,
) =>
  change(context, id, (row) => {
    if (row.state !== "refused" || row.kind !== "touch.log") return row
    const { fields: before = {} } = row.payload as Payloads["touch.log"]
    const asked = new Set(row.fault?.mend?.map(({ name }) => name))
    // Only what the org asked for, and beside what it asked for before.
    const answers = Object.entries(fields).filter(([name, value]) => asked.has(name) && value !== "")
    const payload = {
      ...row.payload,
      subject,
      ...(note !== undefined && { note }),
      fields: { ...before, ...Object.fromEntries(answers) },
    }
    return { ...fresh(row, context.now()), tries: 0, payload }
  })

/** Forgets a write for good. */
export const discard = (context: Pick<WorkerContext, "db">, id: string) => change(context, id, () => null)

/** The user's word on a write of which nobody knows: it arrived, or it is sent again as if it never was. */
export const decide = (context: Pick<WorkerContext, "db" | "now">, id: string, arrived: boolean) =>
  change(context, id, (row) => {
    if (row.state !== "undecided") return row
    if (arrived) return { ...fresh(row, context.now()), state: "sent", settledAt: context.now() }
    const payload = { ...row.payload }
    // Noted for that try.
    delete payload.known
    return { ...fresh(row, context.now()), tries: 0, payload }
  })
