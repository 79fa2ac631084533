import type { PartialHandlers } from "../../kernel/handlers"
import { leaveView } from "./left-views"
import { panelState } from "./panel-state"
import { keepTyped } from "../../cache/typed-forms"
import { type PinPlace, setPin } from "../tabs/pins"

export const panelHandlers = {
  "panel.get": (request, context, call) => panelState(context, request, call),
  "panel.pin": async ({ accountId, windowId }, context, { sender }) => {
    const place: PinPlace | null =
      sender.kind === "frame" ? { tabId: sender.tabId } : windowId === undefined ? null : { windowId }
    if (!place) return {}
    await setPin(context.platform.session, place, accountId)
    return {}
  },
  "panel.leave": async ({ accountId, tabId, typed, ...left }, context, { sender }) => {
    if (typed) await keepTyped(context, accountId, typed)
    // Only Chrome's side panel is in no tab: it names the one it stood beside.
    const place = sender.kind === "frame" || sender.kind === "page" ? sender.tabId : tabId
    if (place !== undefined) await leaveView(context.platform, place, accountId, left)
    return {}
  },
} satisfies PartialHandlers
