/** Sends what is due, one write after the other; one drain at a time in the whole extension. */
import type { OutboxRow } from "../cache/rows"

import { log } from "../kernel/log"
import type { WorkerContext } from "../kernel/context"
import { claim, type Holds, longestWaitMs, nextDue, prune, recover, settle, type Workspaces } from "./claim"
import type { SendOutcome } from "../writes/outcome"

export interface Senders {
  /** Asked before each write: a disconnect in between counts at once. */
  workspaces(): Promise<Workspaces>
  /** `mayHaveArrived`: an earlier attempt ended without an answer. */
  send(row: OutboxRow, mayHaveArrived: boolean): Promise<SendOutcome>
  /** After a write arrived, so that the cache is read anew. */
  sent(row: OutboxRow): void
}

const offlineMs = 60_000
const busyMs = 1_000

/**
 * Sends until nothing is due, `deadline` passes (epoch milliseconds) or the network is gone. Does nothing where
 * another drain is running: that one looks again before it ends.
 * @returns when the next write is due, epoch milliseconds.
 */
export async function drain(
  context: WorkerContext,
  senders: Senders,
  deadline: number,
): Promise<number | undefined> {
  const { db, platform, now } = context
  const holds: Holds = {}
  const { ran } = await platform.locks.ifFree("outbox", async () => {
    await recover(db, now())
    await prune(db, now())
    while (platform.online.now() && now() < deadline) {
      const row = await claim(db, now(), open(await senders.workspaces(), holds))
      if (!row) break
      tell(context, row)
      const outcome = await attempt(senders, row)
      await settle(db, row.id, outcome, now(), context.random())
      void log(
        context,
        `outbox.${outcome.state}`,
        { tries: row.tries, salesforce: row.target === "salesforce" },
        outcome.state === "sent" ? undefined : outcome.fault.code,
      )
      tell(context, row)
      if (outcome.state === "sent") senders.sent(row)
      const pause = outcome.state === "retry" ? pauseMs(outcome) : 0
      if (pause > 0) holds[row.target] = now() + pause
    }
  })
  const due = await nextDue(db, now(), await senders.workspaces(), holds)
  if (due === null) return undefined
  // The network's return is an event of its own; this is for where that event is missed.
  if (!platform.online.now()) return Math.max(due, now() + offlineMs)
  // What is due already is the other drain's to send: asking again at once would never end.
  return ran ? due : Math.max(due, now() + busyMs)
}

/** What holds for one write to a system holds for all: no use knocking once for every account. */
function pauseMs({ fault, retryAfterMs = 0 }: Extract<SendOutcome, { state: "retry" }>): number {
  // A new key or sign-in wakes them at once (`wake`).
  if (fault.code === "auth") return longestWaitMs
  if (fault.code !== "network" && fault.code !== "rate") return 0
  return Math.min(Math.max(10_000, retryAfterMs), longestWaitMs)
}

const open = (workspaces: Workspaces, holds: Holds): Workspaces => ({
  vitally: holds.vitally === undefined ? workspaces.vitally : null,
  salesforce: holds.salesforce === undefined ? workspaces.salesforce : null,
})

async function attempt(senders: Senders, row: OutboxRow): Promise<SendOutcome> {
  try {
    return await senders.send(row, row.tries > 1)
  } catch {
    // Nothing is known of this attempt; the next one is told so by `tries`.
    return {
      state: "retry",
      fault: {
        code: "internal",
        title: "Account Lens failed while sending this.",
        detail: "It is kept and tried again by itself.",
      },
    }
  }
}

/** Pages ask again for whatever shows this write. */
export function tell(context: Pick<WorkerContext, "publish">, { accountId }: { accountId: string }): void {
  context.publish("outbox", `account:${accountId}`, "popup", "book")
}
