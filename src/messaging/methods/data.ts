/** What is stored, and diagnostics. */
import * as z from "~src/schemas/zod"

import type { DataView } from "../views/options"
import { type Nothing, answers, pages } from "./method"
import { nothing } from "./shapes"

export const dataMethods = {
  "data.get": answers<DataView>()({ from: pages, request: nothing }),
  "data.export": answers<{ name: string; text: string }>()({ from: pages, request: nothing, slow: true }),
  "data.clear": answers<Nothing>()({
    from: pages,
    request: z.object({ what: z.enum(["cache", "everything"]) }),
    slow: true,
  }),
  /** The user has read what was lost. */
  "data.seen": answers<Nothing>()({ from: pages, request: nothing }),
  "diagnostics.get": answers<{ text: string }>()({ from: pages, request: nothing }),
}
