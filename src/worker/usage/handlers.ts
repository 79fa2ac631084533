/** Usage from a file: taken in by parts, listed, linked by hand, taken back. */
import type { UsageDay } from "~src/domain/usage/usage-day"

import type { PartialHandlers } from "../kernel/handlers"
import type { LensDatabase } from "../cache/database"
import { accountFinder, linkUsage, usageLinks } from "./match-rows"
import { addUsage, noteImport, removeImport, usageImports, usageOf } from "./store"

const columnsKey = "usage.columns"

/** One look at the whole book serves an import, until something is linked by hand. */
const finderKey = async (db: LensDatabase, importId: string) =>
  `usage.finder:${importId}:${Object.keys(await usageLinks(db)).length}`

export const usageHandlers = {
  "usage.get": async ({ accountId }, { db }) => ({ days: await usageOf(db, accountId) }),

  "usage.imports": async (_request, { db }) => ({
    imports: await usageImports(db),
    columns: (await db.get("meta", columnsKey))?.value ?? {},
  }),

  "usage.add": async ({ importId, name, columns, rows }, context) => {
    const { db } = context
    const find = await context.memory.remember(await finderKey(db, importId), () => accountFinder(db))
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
    await addUsage(db, importId, days)
    await db.put("meta", { key: columnsKey, value: columns })
    const before = (await usageImports(db)).find(({ id }) => id === importId)
    if (stored > 0)
      await noteImport(db, {
        id: importId,
        name,
        at: new Date(context.now()).toISOString(),
        rows: (before?.rows ?? 0) + stored,
        customers: (before?.customers ?? 0) + days.size,
      })
    context.publish("usage", ...[...days.keys()].map((id) => `account:${id}`))
    return { stored, unmatched }
  },

  "usage.link": async ({ account, accountId }, { db }) => {
    await linkUsage(db, account, accountId)
    return {}
  },

  "usage.undo": async ({ importId }, context) => {
    const touched = await removeImport(context.db, importId)
    context.publish("usage", ...touched.map((id) => `account:${id}`))
    return { customers: touched.length }
  },
} satisfies PartialHandlers
