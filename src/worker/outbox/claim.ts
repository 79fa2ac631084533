/** Which write is sent next, and what is noted of it before and after. */
import { workspaceWords } from "../vitally/api"
import type { Fault } from "~src/messaging/contract"
import type { LensDatabase } from "../cache/database"
import type { OutboxRow } from "../cache/rows"

import { inOrder } from "../writes/order"
import type { SendOutcome } from "../writes/outcome"
import { undoMs } from "./queue"
import { rewriteAll, rewriteSending } from "./rewrite"

/** Where each target's writes may go now; null: nowhere, they are kept. */
export type Workspaces = Record<OutboxRow["target"], string | null>

const lane = (row: OutboxRow) => `${row.target}:${row.accountId}`

/** No write waits longer for its next try, whatever a service asks for. */
export const longestWaitMs = 900_000
const keepSentMs = 86_400_000

/** A time further ahead than any that is ever set is of a clock that was set back since: due now. */
const dueAt = ({ nextTryAt, tries }: OutboxRow, now: number) =>
  nextTryAt > now + (tries === 0 ? undoMs : longestWaitMs) ? now : nextTryAt

/** Whether its own workspace is the one that is connected. */
const atHome = (row: OutboxRow, workspaces: Workspaces) => workspaces[row.target] === row.workspace

/**
 * Rows found half sent while nobody is sending belong to a worker that died: they wait again, and `tries` tells the
 * sender that an earlier attempt may have arrived. Called with the lock held.
 */
export const recover = (db: LensDatabase, now: number): Promise<void> =>
  rewriteAll(db, "sending", (row) => ({ ...row, state: "waiting", nextTryAt: Math.min(row.nextTryAt, now) }))

/**
 * The oldest write that is due, marked as being sent: an undo that comes later finds it gone. Per account and system
 * only the first in line may go, so that a write never overtakes an earlier one.
 */
export async function claim(
  db: LensDatabase,
  now: number,
  workspaces: Workspaces,
): Promise<OutboxRow | null> {
  const tx = db.transaction("outbox", "readwrite")
  const states = tx.store.index("state")
  const open = [...(await states.getAll("waiting")), ...(await states.getAll("sending"))]
  const next = firstInLine(open, workspaces).find((row) => row.state === "waiting" && dueAt(row, now) <= now)
  const claimed = next ? { ...next, state: "sending" as const, tries: next.tries + 1 } : null
  if (claimed) await tx.store.put(claimed)
  await tx.done
  return claimed
}

function firstInLine(open: OutboxRow[], workspaces: Workspaces): OutboxRow[] {
  const lanes = new Set<string>()
  return open
    .filter((row) => atHome(row, workspaces))
    .sort(inOrder)
    .filter((row) => !lanes.has(lane(row)) && lanes.add(lane(row)))
}

/** Until when nothing is sent to a system that just did not answer, epoch milliseconds. */
export type Holds = Partial<Record<OutboxRow["target"], number>>

/** When the next write is due, epoch milliseconds; null if none can be sent. */
export async function nextDue(
  db: LensDatabase,
  now: number,
  workspaces: Workspaces,
  holds: Holds,
): Promise<number | null> {
  const waiting = await db.getAllFromIndex("outbox", "state", "waiting")
  const times = firstInLine(waiting, workspaces).map((row) =>
    Math.max(dueAt(row, now), holds[row.target] ?? 0),
  )
  return times.length > 0 ? Math.min(...times) : null
}

/** Notes what became of an attempt. `jitter` is 0 up to 1. */
export const settle = (
  db: LensDatabase,
  id: string,
  outcome: SendOutcome,
  now: number,
  jitter: number,
): Promise<void> => rewriteSending(db, id, (row) => settled(row, outcome, now, jitter))

function settled(row: OutboxRow, outcome: SendOutcome, now: number, jitter: number): OutboxRow {
  const rest = { ...row }
  delete rest.fault
  switch (outcome.state) {
    case "sent":
      return { ...rest, state: "sent", settledAt: now }
    case "retry": {
      const wait = Math.max(backoffMs(row.tries, jitter), outcome.retryAfterMs ?? 0)
      return {
        ...rest,
        state: "waiting",
        nextTryAt: now + Math.min(wait, longestWaitMs),
        fault: outcome.fault,
      }
    }
    default:
      return { ...rest, state: outcome.state, settledAt: now, fault: outcome.fault }
  }
}

/** 5 s, 10 s, 20 s … up to 15 minutes, half of it by chance so that many clients do not come back together. */
export function backoffMs(tries: number, jitter: number): number {
  return Math.min(5_000 * 2 ** Math.min(tries - 1, 10), longestWaitMs) * (0.5 + jitter / 2)
}

/** Everything waiting for `target` may go now: its key was renewed, or the network is back. */
export const wake = (db: LensDatabase, now: number, target?: OutboxRow["target"]): Promise<void> =>
  rewriteAll(db, "waiting", (row) => {
    const mine = target === undefined || row.target === target
    // A first try keeps its time for undo.
    return mine && row.tries > 0 && row.nextTryAt > now ? { ...row, nextTryAt: now } : undefined
  })

/** Says of writes that wait for another workspace or org why they wait, and no longer of those that are at home now. */
export const markForeign = (
  db: LensDatabase,
  target: OutboxRow["target"],
  workspace: string,
): Promise<void> =>
  rewriteAll(db, "waiting", (row) => {
    if (row.target !== target) return undefined
    if (row.workspace === workspace) return { ...row, fault: undefined }
    const fault: Fault = {
      code: "not-connected",
      title: "This belongs to another workspace.",
      detail: `It waits until ${workspaceWords(row.workspace)} is connected again.`,
      next: "Connect that workspace, or discard this.",
    }
    return { ...row, fault }
  })

/** Another workspace goes by this one's name now: what waits for the one before is not sent to it. */
export const orphan = (db: LensDatabase, workspace: string): Promise<void> =>
  rewriteAll(db, "waiting", (row) =>
    row.workspace === workspace ? { ...row, workspace: `${workspace}, with its earlier key` } : undefined,
  )

/**
 * Sent rows are kept a day: reads show them as done until the cache has them too. Where the clock was set back since, they count as
 * sent now, so that what is read from now on is believed, and they go in time.
 */
export const prune = (db: LensDatabase, now: number): Promise<void> =>
  rewriteAll(db, "sent", (row) => {
    const { createdAt, settledAt = 0 } = row
    if (settledAt < now - keepSentMs) return null
    return settledAt > now ? { ...row, createdAt: Math.min(createdAt, now), settledAt: now } : undefined
  })
