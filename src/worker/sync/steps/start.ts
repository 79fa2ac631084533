/** The small lists that a whole sweep begins with, and where its changes begin. */
import { ifGiven } from "~src/worker/vitally/api"
import { filled } from "~src/worker/vitally/rows"
import { type CatalogueField, getMeta, type MetaValues } from "~src/worker/cache/meta"
import { keepMeta } from "~src/worker/cache/workspace"
import type { Feed } from "~src/worker/cache/sync-record"
import { guessTraits } from "~src/worker/account-facts"

import { factsContext } from "../../account-facts/facts-context"
import type { SyncDeps } from "../../account-facts/sync-deps"
import { isWhole, type Listed, merged } from "../rows/sub-lists"
import { type Dated, newestOf } from "../rows/watermark"
import type { Step } from "./step"

/**
 * Takes the watermarks before the sweep: whatever changes while it runs is newer, and is refreshed after it. A list that cannot be
 * read has none, so all of it counts as new. Tasks keep theirs where this run reads only what changed of them.
 */
export const start: Step = async (slice) => {
  const { deps, record, call } = slice
  const query = { sortBy: "updatedAt", limit: 1 } as const
  const firstDate = ({ rows }: { rows: Dated[] }) => newestOf(rows, deps.client.now())
  const feeds: [Feed, Promise<string | null>][] = [
    ["accounts", deps.client.accounts({ ...query, status: "activeOrChurned" }, call).then(firstDate)],
    ["organizations", deps.client.organizations(query, call).then(firstDate)],
  ]
  if (record.run?.steps.includes("tasks"))
    feeds.push(
      ["tasks", deps.client.tasks(query, call).then(firstDate)],
      ["archivedTasks", deps.client.tasks({ ...query, archived: true }, call).then(firstDate)],
    )
  for (const [, page] of feeds) page.catch(() => undefined)
  for (const [feed, page] of feeds) {
    // Where the accounts fail, all does: that is waited for.
    const newest = await (feed === "accounts" ? ifGiven(page) : ifGiven(page, "server"))
    if (newest) record.watermarks[feed] = newest
  }
  if (record.run?.kind === "first") record.totals = {}
  else delete record.totals.accounts
  return "done"
}

type SmallList = "admins" | "catalogue" | "projectTemplates" | "noteCategories"

/** Keeps a short list; what it lacks stays until it is proven, as with the lists of an account. @returns what was kept. */
async function keepList<K extends SmallList>(
  deps: SyncDeps,
  key: K,
  list: Listed,
  fresh: MetaValues[K],
): Promise<MetaValues[K]> {
  const known = await getMeta(deps.db, key)
  // A workspace has people, fields and templates, or it never had any: an empty list is no answer.
  if (known && known.length > 0 && fresh.length === 0) return known
  const before = known?.map((row) => ({ ...row, id: "key" in row ? row.key : row.id }))
  const rows = merged<{ id: string }>(before, fresh as { id: string }[], isWhole(list), deps.now())
  await keepMeta(deps, key, rows as MetaValues[K])
  return rows as MetaValues[K]
}

export const people: Step = async ({ deps, call }) => {
  const admins = await ifGiven(deps.client.admins(call))
  if (admins)
    await keepList(
      deps,
      "admins",
      admins,
      admins.rows.map((admin) => {
        const email = filled(admin.email)
        return {
          id: admin.id,
          name: filled(admin.name) ?? email ?? "Unnamed",
          ...(email !== undefined && { email }),
          active: admin.licenseStatus !== "deactivated",
        }
      }),
    )
  return "done"
}

/** Trait catalogue, project templates and note categories; the trait map is guessed anew from the labels. */
export const catalogue: Step = async (slice) => {
  const { deps, call } = slice
  const [accounts, organizations, templates, notes] = await Promise.all([
    ifGiven(deps.client.customFields("accounts", call)),
    ifGiven(deps.client.customFields("organizations", call)),
    ifGiven(deps.client.projectTemplates(call)),
    ifGiven(deps.client.noteCategories(call)),
  ])
  if (accounts) {
    const fields = new Map<string, CatalogueField>()
    for (const field of [...accounts.rows, ...(organizations?.rows ?? [])]) {
      const label = filled(field.label) ?? field.path
      if (!fields.has(field.path))
        fields.set(field.path, {
          id: field.path,
          key: field.path,
          label,
          ...(field.type && { type: field.type }),
          ...(field.options && { options: field.options }),
        })
    }
    const list = await keepList(
      deps,
      "catalogue",
      { setAside: [...accounts.setAside, ...(organizations?.setAside ?? [])], next: accounts.next },
      [...fields.values()],
    )
    const { traitMap, olderTraits } = guessTraits(list, deps.policy)
    await keepMeta(deps, "traitMap", traitMap)
    await keepMeta(deps, "olderTraits", olderTraits)
  }
  if (templates)
    await keepList(
      deps,
      "projectTemplates",
      templates,
      templates.rows.map(({ id, name }) => ({ id, name: name ?? "Unnamed" })),
    )
  if (notes)
    await keepList(
      deps,
      "noteCategories",
      notes,
      notes.rows.map(({ id, name }) => ({ id, name: name ?? "" })),
    )
  slice.facts = await factsContext(deps)
  return "done"
}
