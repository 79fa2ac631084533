import type { PartialHandlers } from "../../kernel/handlers"
import { bookOf } from "../../lists/book"

export const bookHandlers = {
  "book.get": ({ ownerId }, context) => bookOf(context, ownerId),
} satisfies PartialHandlers
