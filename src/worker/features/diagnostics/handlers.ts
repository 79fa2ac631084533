import type { PartialHandlers } from "../../kernel/handlers"
import { report } from "./report"

export const diagnosticsHandlers = {
  "diagnostics.get": async (_request, context) => ({ text: await report(context) }),
} satisfies PartialHandlers
