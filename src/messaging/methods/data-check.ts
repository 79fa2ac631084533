/** Data to check. */
import * as z from "~src/schemas/zod"

import type { DataCheck } from "../views/data-check"
import { type Nothing, answers, pages } from "./method"
import { ofOwner, id, factName, pick, line, prose } from "./shapes"

export const dataCheckMethods = {
  "facts.check": answers<DataCheck>()({ from: pages, request: ofOwner }),
  "facts.choose": answers<Nothing>()({
    from: pages,
    request: z.object({ accountId: id, fact: factName, pick: z.nullable(pick) }),
  }),
  "facts.seen": answers<Nothing>()({
    from: pages,
    request: z.object({ accountId: id, key: line, print: z.nullable(prose) }),
  }),
}
