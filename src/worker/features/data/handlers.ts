/** What is stored, an export of what is the user's own, and deleting it. */
import type { StoreNames } from "idb"

import type { DataView } from "~src/messaging/views/options"
import type { LensSchema } from "~src/worker/cache/rows"

import { log } from "../../kernel/log"
import { lossSeen } from "../../kernel/loss"
import { statusOf } from "../status/status"
import type { PartialHandlers } from "../../kernel/handlers"
import { clearEverything, clearReadData } from "./clear"
import { exportMine } from "./export-mine"
import { storeLabels } from "./stores"

export const dataHandlers = {
  "data.get": async (_request, context): Promise<DataView> => {
    const names = Object.keys(storeLabels) as StoreNames<LensSchema>[]
    const [rows, bytes, status] = await Promise.all([
      Promise.all(names.map((name) => context.db.count(name))),
      context.platform.disk.used(),
      statusOf(context),
    ])
    const { sync, salesforce } = status
    return {
      stores: names.map((name, index) => ({ name: storeLabels[name], rows: rows[index] ?? 0 })),
      bytes,
      lastSyncs: [
        ...(sync.lastOkAt ? [{ what: "Vitally", at: sync.lastOkAt, text: sync.text }] : []),
        ...(sync.lastFullAt ? [{ what: "Vitally, everything", at: sync.lastFullAt, text: "" }] : []),
        ...(salesforce.okAt ? [{ what: "Salesforce", at: salesforce.okAt, text: "" }] : []),
      ],
    }
  },
  "data.export": async (_request, context) => {
    const { today } = await context.clock()
    return { name: `account-lens-${today}.json`, text: await exportMine(context) }
  },
  "data.seen": async (_request, context) => {
    await lossSeen(context)
    context.publish("status")
    return {}
  },
  "data.clear": async ({ what }, context) => {
    await (what === "cache" ? clearReadData(context) : clearEverything(context))
    await log(context, what === "cache" ? "data.cache-cleared" : "data.all-cleared")
    return {}
  },
} satisfies PartialHandlers
