import { refreshBehind } from "../account/refresh"
import type { PartialHandlers } from "../worker/handlers"
import { panelState } from "./panel-state"

export const panelHandlers = {
  "panel.get": (request, context, call) => panelState(context, request, call),
  "account.refresh": async ({ accountId }, context) => ({
    started: await refreshBehind(context, accountId, { force: true }),
  }),
} satisfies PartialHandlers
