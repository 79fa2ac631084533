/** Corrections of what counts as contact. */
import * as z from "~src/schemas/zod"

import type { CorrectionView } from "../views/options"
import { type Nothing, answers, pages, panels } from "./method"
import { id, line, nothing } from "./shapes"

export const evidenceMethods = {
  /** What the user says a touch was; null takes it back. */
  "evidence.correct": answers<Nothing>()({
    from: panels,
    request: z.object({
      accountId: id,
      touchId: line,
      said: z.nullable(z.enum(["contact", "not-contact"])),
    }),
  }),
  /** No answer is needed to this question; `needed` takes it back. Answers with the touch it is kept under, for taking it back. */
  "evidence.noAnswer": answers<{ touchId: string }>()({
    from: panels,
    request: z.object({ accountId: id, touchId: line, needed: z.boolean() }),
  }),
  "evidence.list": answers<{ corrections: CorrectionView[] }>()({ from: pages, request: nothing }),
  /** How many touches of the cached book a rule would change, and of how many customers. */
  "evidence.preview": answers<{ touches: number; customers: number }>()({
    from: pages,
    request: z.object({
      match: z.enum(["sender", "domain", "subject"]),
      text: line,
      counts: z.boolean(),
    }),
  }),
}
