import type { RequestOf } from "~src/messaging/contract"
import { faultError } from "~src/messaging/fault"
import type { GateCommand } from "~src/messaging/gate-protocol"

import type { WorkerContext } from "../../kernel/context"
import type { PartialHandlers } from "../../kernel/handlers"
import { claimFrame } from "../tabs/vouched"
import { setPlace } from "./place"

/** Keeps what a panel asked for under its host, and answers what its gate is to be told. */
async function obey(
  context: WorkerContext,
  host: string,
  request: RequestOf<"gate.command">,
): Promise<GateCommand> {
  switch (request.command) {
    case "expand":
    case "collapse":
      await setPlace(context, host, { open: request.command === "expand" })
      return { gate: request.command }
    case "resize":
      return { gate: "place", ...(await setPlace(context, host, { width: request.width })) }
    case "side":
      return { gate: "place", ...(await setPlace(context, host, { side: request.side })) }
    case "shift":
      return { gate: "place", ...(await setPlace(context, host, { tabBy: request.by })) }
    case "room": {
      const place = await setPlace(context, host, { room: request.room })
      context.publish("settings")
      return { gate: "place", ...place }
    }
  }
}

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
    await context.platform.tabs.send(sender.tabId, await obey(context, new URL(sender.url).hostname, request))
    return {}
  },
} satisfies PartialHandlers
