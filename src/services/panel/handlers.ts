import type { PartialHandlers } from "../worker/handlers"
import { panelState } from "./panel-state"

export const panelHandlers = {
  "panel.get": (request, context, call) => panelState(context, request, call),
} satisfies PartialHandlers
