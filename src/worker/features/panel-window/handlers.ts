import type { GateCommand } from "~src/messaging/gate-protocol"

import type { PartialHandlers } from "../../kernel/handlers"
import { setPlace } from "./place"

/** The frame speaks to its gate through the worker: `window.postMessage` would let the host page join in. */
export const placeHandlers = {
  "gate.command": async (request, context, { sender }) => {
    if (sender.kind !== "frame") return {}
    const host = new URL(sender.url).hostname
    let command: GateCommand
    if (request.command === "resize") {
      await setPlace(context, host, { width: request.width })
      command = { gate: "resize", width: request.width }
    } else if (request.command === "side") {
      await setPlace(context, host, { side: request.side })
      command = { gate: "side", side: request.side }
    } else {
      await setPlace(context, host, { open: false })
      command = { gate: "collapse" }
    }
    await context.platform.tabs.send(sender.tabId, command)
    return {}
  },
} satisfies PartialHandlers
