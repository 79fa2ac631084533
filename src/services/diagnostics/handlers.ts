import type { PartialHandlers } from "../worker/handlers"
import { report } from "./report"

export const diagnosticsHandlers = {
  "diagnostics.get": async (_request, context) => ({ text: await report(context) }),
} satisfies PartialHandlers
