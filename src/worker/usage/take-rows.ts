/** Rows of one import, each stored with the customer that it speaks of. */
import type { UsageRow } from "~src/domain/usage/read-row"
import type { UsageDay } from "~src/domain/usage/usage-day"

import type { WorkerContext } from "../kernel/context"
import { addUsage, noteImport, type UsageImport, usageImports } from "./store"

export interface TakenRows {
  stored: number
  /** As the rows name them, with how many rows. */
  unmatched: Record<string, number>
  /** Ids of those whose usage changed. */
  customers: string[]
}

/** @param find from what a row calls the customer to its id. */
export async function takeRows(
  { db, now }: Pick<WorkerContext, "db" | "now">,
  made: Pick<UsageImport, "id" | "name" | "system" | "columns">,
  rows: readonly UsageRow[],
  find: (account: string) => string | undefined,
): Promise<TakenRows> {
  const days = new Map<string, UsageDay[]>()
  const unmatched: Record<string, number> = {}
  let stored = 0
  for (const { account, day } of rows) {
    const id = find(account)
    if (id === undefined) {
      unmatched[account] = (unmatched[account] ?? 0) + 1
      continue
    }
    stored += 1
    const known = days.get(id)
    if (known) known.push(day)
    else days.set(id, [day])
  }
  if (stored > 0) {
    const before = (await usageImports(db)).find(({ id }) => id === made.id)
    // Noted first: a value must never stand without the import that it can be taken back with.
    await noteImport(db, {
      ...made,
      at: new Date(now()).toISOString(),
      rows: (before?.rows ?? 0) + stored,
      customers: (before?.customers ?? 0) + days.size,
    })
    await addUsage(db, made.id, days)
  }
  return { stored, unmatched, customers: [...days.keys()] }
}
