import { getMeta, setMeta } from "../../cache/meta"
import type { PartialHandlers } from "../../kernel/handlers"
import { bookOf } from "../../lists/book"
import { bookPage, matchingRows } from "./page"

export const bookHandlers = {
  "book.get": ({ ownerId }, context) => bookOf(context, ownerId),

  "book.page": (request, context) => bookPage(context, request),

  "book.csv": async (request, context) => ({ rows: await matchingRows(context, request) }),

  "book.views": async (_request, { db }) => (await getMeta(db, "bookViews")) ?? [],

  "book.saveViews": async ({ views }, context) => {
    await setMeta(context.db, "bookViews", views)
    context.publish("views")
    return {}
  },
} satisfies PartialHandlers
