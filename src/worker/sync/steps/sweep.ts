/** The three whole sweeps, oldest place stable: sorted by creation, which a change does not move. */
import { storeAccounts } from "../rows/store-accounts"
import { storeOrganizations, storeTasks } from "../rows/store-rows"
import { countNotation, noNotation, notationOf } from "~src/domain/intake/notation"
import type { TraitMap } from "~src/domain/policy/policy"
import { countRatios, scalesOf } from "~src/worker/account-facts"
import type { VitallyAccount } from "~src/worker/vitally/rows"
import { keepMeta } from "~src/worker/cache/workspace"

import { organizationRow } from "../rows/account-row"
import { deriveAccounts, type DerivedPage } from "../rows/derive-accounts"
import { readFeed } from "../rows/pages"
import type { Slice } from "../rows/slice"
import type { Step } from "./step"

type Run = NonNullable<Slice["record"]["run"]>

const sortBy = "createdAt"
/** Kept in memory until the accounts are read, at most. */
const organizationsKept = 10_000

export const sweepOrganizations: Step = async (slice) => {
  const { deps, record } = slice
  const outcome = await readFeed(slice, {
    fetch: (from) => deps.client.organizations({ sortBy, from }, slice.call),
    store: async (rows, current) => {
      for (const { accountsCount } of rows)
        if (typeof accountsCount === "number")
          current.totals.accounts = (current.totals.accounts ?? 0) + accountsCount
      await storeOrganizations(into(slice), rows)
      if (slice.organizations.size < organizationsKept) {
        const stamp = { readAt: new Date(deps.now()).toISOString(), seenIn: current.generation }
        for (const raw of rows) slice.organizations.set(raw.id, organizationRow(raw, stamp))
      }
    },
  })
  if (outcome === "done" && record.run) record.totals.organizations = record.run.rows
  return outcome
}

export const sweepAccounts: Step = async (slice) => {
  const { deps, record } = slice
  const derived = new WeakMap<readonly VitallyAccount[], DerivedPage>()
  const basis = () => ({
    ...into(slice),
    facts: slice.facts,
    organizations: slice.organizations,
    role: deps.me?.role ?? "",
  })
  const outcome = await readFeed(slice, {
    fetch: async (from) => {
      const page = await deps.client.accounts({ sortBy, from, status: "activeOrChurned" }, slice.call)
      derived.set(page.rows, deriveAccounts(basis(), page.rows))
      return page
    },
    store: async (rows) => {
      if (record.run) countWriting(record.run, rows, slice.facts.traitMap)
      if (record.run?.kind === "first" && record.run.rows === rows.length)
        await guessWriting(slice, record.run)
      for (const id of await storeAccounts({ ...basis(), derived: derived.get(rows) }, rows))
        slice.changed.add(id)
    },
  })
  if (outcome === "done") {
    if (record.run) record.totals.accounts = record.run.rows
    slice.organizations.clear()
  }
  return outcome
}

/** How this book writes its values, by what the page adds to it. */
function countWriting(run: Run, rows: readonly VitallyAccount[], traitMap: TraitMap): void {
  countRatios(run.ratios, rows, traitMap)
  run.notation ??= noNotation()
  for (const { traits } of rows) countNotation(run.notation, traits, traitMap)
}

/** So that the first summaries are right at once; the last step decides over the whole book. */
async function guessWriting(slice: Slice, run: Run): Promise<void> {
  const scales = scalesOf(run.ratios)
  const notation = notationOf(run.notation ?? noNotation())
  slice.facts = { ...slice.facts, scales, notation }
  await keepMeta(slice.deps, "scales", scales)
  await keepMeta(slice.deps, "notation", notation)
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
    workspace: deps.workspace,
    isCurrent: deps.isCurrent,
    timeZone: deps.timeZone,
    generation: record.generation,
    now: deps.now(),
    compare: record.run?.kind !== "first",
    record,
  }
}
