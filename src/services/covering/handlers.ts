import type { PartialHandlers } from "~src/services/worker/handlers"

import { coveragePlan } from "./coverage-plan"

export const coveringHandlers = {
  "coverage.plan": (request, context) => coveragePlan(context, request),
} satisfies PartialHandlers
