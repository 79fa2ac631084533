import type { PartialHandlers } from "../worker/handlers"
import { panelState } from "./panel-state"
import { type PinPlace, setPin } from "./pins"

export const panelHandlers = {
  "panel.get": (request, context, call) => panelState(context, request, call),
  "panel.pin": async ({ accountId, windowId }, context, { sender }) => {
    const place: PinPlace | null =
      sender.kind === "frame" ? { tabId: sender.tabId } : windowId === undefined ? null : { windowId }
    if (!place) return {}
    await setPin(context.platform.session, place, accountId)
    return {}
  },
} satisfies PartialHandlers
