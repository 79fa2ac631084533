/** Usage from a file: taken in by parts, listed, linked by hand, taken back. */
import type { PartialHandlers } from "../../kernel/handlers"
import { runJob } from "../../kernel/job"
import type { LensDatabase } from "../../cache/database"
import { accountFinder, linkUsage, usageLinks } from "../../usage/match-rows"
import { removeImport, usageImports, usageOf } from "../../usage/store"
import { takeRows } from "../../usage/take-rows"
import { usageJob } from "./job"

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
    const taken = await takeRows(context, { id: importId, name, columns }, rows, find)
    await db.put("meta", { key: columnsKey, value: columns })
    context.publish("usage", ...taken.customers.map((id) => `account:${id}`))
    // Not awaited: lists follow when their summaries are made, whatever becomes of the page.
    void runJob(context, usageJob).catch(() => undefined)
    return { stored: taken.stored, unmatched: taken.unmatched }
  },

  "usage.link": async ({ account, accountId }, { db }) => {
    await linkUsage(db, account, accountId)
    return {}
  },

  "usage.undo": async ({ importId }, context) => {
    const touched = await removeImport(context.db, importId)
    context.publish("usage", ...touched.map((id) => `account:${id}`))
    void runJob(context, usageJob).catch(() => undefined)
    return { customers: touched.length }
  },
} satisfies PartialHandlers
