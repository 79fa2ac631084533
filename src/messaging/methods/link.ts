/** Finding a customer and linking pages to one. */
import * as z from "~src/schemas/zod"

import type { Instant } from "~src/domain/facts"
import type { PageRef } from "~src/hosts/page-ref"
import type { SearchHit } from "../views/account"
import { type Nothing, answers, pages } from "./method"
import { line, maybe, pageRef, id, nothing } from "./shapes"

export const linkMethods = {
  /** `more`: there are more than `total`, which nobody counted. */
  search: answers<{ hits: SearchHit[]; total: number; more?: true }>()({
    from: pages,
    request: z.object({ text: line, limit: maybe(z.number(z.int(), z.gte(1), z.lte(200))) }),
  }),
  "link.set": answers<Nothing>()({ from: pages, request: z.object({ ref: pageRef, accountId: id }) }),
  "link.remove": answers<Nothing>()({ from: pages, request: z.object({ ref: pageRef }) }),
  "link.list": answers<{ ref: PageRef; accountId: string; accountName: string; at: Instant }[]>()({
    from: pages,
    request: nothing,
  }),
}
