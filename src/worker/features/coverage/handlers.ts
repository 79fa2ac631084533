import type { PartialHandlers } from "~src/worker/kernel/handlers"

import { coveragePlan } from "./coverage-plan"

export const coveringHandlers = {
  "coverage.plan": (request, context) => coveragePlan(context, request),
} satisfies PartialHandlers
