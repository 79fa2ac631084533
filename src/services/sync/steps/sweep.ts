/** The three whole sweeps, oldest place stable: sorted by creation, which a change does not move. */
import { storeAccounts } from "../store-accounts"
import { storeOrganizations, storeTasks } from "../store-tasks"
import type { VitallyAccount } from "~src/schemas/vitally"
import { scalesOfPage } from "~src/services/facts"
import { setMeta } from "~src/storage/meta"

import { readFeed } from "../pages"
import type { Slice } from "../slice"
import type { Step } from "./step"

const sortBy = "createdAt"

export const sweepOrganizations: Step = async (slice) => {
  const { deps, record } = slice
  const outcome = await readFeed(slice, {
    fetch: (from) => deps.client.organizations({ sortBy, from }, slice.call),
    store: async (rows, current) => {
      for (const { accountsCount } of rows)
        if (typeof accountsCount === "number")
          current.totals.accounts = (current.totals.accounts ?? 0) + accountsCount
      await storeOrganizations(into(slice), rows)
    },
  })
  if (outcome === "done" && record.run) record.totals.organizations = record.run.rows
  return outcome
}

export const sweepAccounts: Step = async (slice) => {
  const { deps, record } = slice
  const outcome = await readFeed(slice, {
    fetch: (from) => deps.client.accounts({ sortBy, from, status: "activeOrChurned" }, slice.call),
    store: async (rows) => {
      if (record.run?.kind === "first" && record.run.rows === rows.length) await guessScales(slice, rows)
      const ids = await storeAccounts({ ...into(slice), facts: slice.facts, role: deps.me?.role ?? "" }, rows)
      for (const id of ids) slice.changed.add(id)
    },
  })
  if (outcome === "done" && record.run) record.totals.accounts = record.run.rows
  return outcome
}

/** So that the first summaries are right at once; the last step decides over the whole book. */
async function guessScales(slice: Slice, rows: readonly VitallyAccount[]): Promise<void> {
  const scales = scalesOfPage(rows, slice.facts.traitMap)
  slice.facts = { ...slice.facts, scales }
  await setMeta(slice.deps.db, "scales", scales)
}

export const sweepTasks: Step = async (slice) => {
  const { deps, record } = slice
  const outcome = await readFeed(slice, {
    fetch: (from) => deps.client.tasks({ sortBy, from }, slice.call),
    store: async (rows) => {
      for (const id of await storeTasks(into(slice), rows)) slice.changed.add(id)
    },
  })
  if (outcome === "done" && record.run) record.totals.tasks = record.run.rows
  return outcome
}

export function into(slice: Slice) {
  const { deps, record } = slice
  return {
    db: deps.db,
    timeZone: deps.timeZone,
    generation: record.generation,
    now: deps.now(),
    compare: record.run?.kind !== "first",
    record,
  }
}
