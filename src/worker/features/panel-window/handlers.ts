import { faultError } from "~src/messaging/fault"
import type { GateCommand } from "~src/messaging/gate-protocol"

import type { PartialHandlers } from "../../kernel/handlers"
import { claimFrame } from "../tabs/vouched"
import { sheetsOf } from "./gate-sheets"
import { setPlace } from "./place"

export const placeHandlers = {
  "panel.claim": async ({ token }, context, { sender }) => {
    if (sender.kind === "frame" && (await claimFrame(context, sender, token))) return {}
    throw faultError(
      "not-allowed",
      "This panel was not put here by Account Lens.",
      "It gets no data.",
      "Reload the page.",
    )
  },
  /** The frame speaks to its gate through the worker: `window.postMessage` would let the host page join in. */
  "gate.command": async (request, context, { sender }) => {
    if (sender.kind !== "frame") return {}
    const host = new URL(sender.url).hostname
    let command: GateCommand
    if (request.command === "resize") {
      await setPlace(context, host, { width: request.width })
      command = { gate: "place", width: request.width }
    } else if (request.command === "side") {
      await setPlace(context, host, { side: request.side })
      command = { gate: "place", side: request.side, sheets: sheetsOf(request.side) }
    } else {
      await setPlace(context, host, { open: false })
      command = { gate: "collapse" }
    }
    await context.platform.tabs.send(sender.tabId, command)
    return {}
  },
} satisfies PartialHandlers
