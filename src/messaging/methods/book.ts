/** The book. */
import * as z from "~src/schemas/zod"

import type { BookView } from "~src/domain/book/views"
import type { BookPage } from "../views/book"
import type { Book, BookRow } from "../views/lists"
import { type Nothing, answers, pages } from "./method"
import { ofOwner, bookQuery, maybe, nothing } from "./shapes"

export const bookMethods = {
  "book.get": answers<Book>()({ from: pages, request: ofOwner }),
  "book.page": answers<BookPage>()({
    from: pages,
    request: z.object({
      ...bookQuery,
      group: maybe(z.enum(["owner", "tier", "quarter"])),
      offset: z.number(z.int(), z.gte(0), z.lte(10_000_000)),
      limit: z.number(z.int(), z.gte(0), z.lte(500)),
    }),
  }),
  "book.csv": answers<{ rows: BookRow[] }>()({ from: pages, request: z.object(bookQuery) }),
  "book.views": answers<BookView[]>()({ from: pages, request: nothing }),
  /** Replaces the views that the user saved. */
  "book.saveViews": answers<Nothing>()({
    from: pages,
    request: z.object({
      views: z.array(
        z.object({ name: z.string(z.minLength(1), z.maxLength(80)), query: z.string(z.maxLength(2_000)) }),
        z.maxLength(50),
      ),
    }),
  }),
}
