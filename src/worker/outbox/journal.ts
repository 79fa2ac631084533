/** A copy of the unsent writes outside the database, so that a database that the browser deletes takes none of them along. */
import type { OutboxRow } from "../cache/rows"
import type { WorkerContext } from "../kernel/context"

const key = "outbox.journal"

export interface Journal {
  /** Puts the copied writes into a database that is new. @returns what they are, in words. */
  restore(): Promise<string[]>
}

/** Follows the outbox from now on. One step after the other: a copy that is overtaken would bring back what was discarded. */
export function keepJournal(context: WorkerContext): Journal {
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }
  context.onPublished((topics) => {
    if (topics.includes("outbox")) void inTurn(() => copy(context)).catch(() => undefined)
  })
  return { restore: () => inTurn(() => restore(context)) }
}

async function copy({ db, platform }: WorkerContext): Promise<void> {
  const rows = await db.getAll("outbox")
  await platform.local.set({ [key]: rows.filter(({ state }) => state !== "sent") })
}

async function restore({ db, platform, now }: WorkerContext): Promise<string[]> {
  const stored = await platform.local.get(key)
  const rows = Array.isArray(stored) ? (stored as OutboxRow[]) : []
  const tx = db.transaction("outbox", "readwrite")
  await Promise.all([...rows.map((row) => tx.store.put(doubtful(row, now()))), tx.done])
  return rows.map(({ text, accountName }) => (accountName === "" ? text : `${text} (${accountName})`))
}

/** The copy may be older than the last try: that one may have arrived, and is looked for. */
function doubtful(row: OutboxRow, now: number): OutboxRow {
  const isOpen = row.state === "sending" || row.state === "waiting"
  return isOpen ? { ...row, state: "waiting", tries: Math.max(1, row.tries), nextTryAt: now } : row
}
