/** The panel's own window. */
import * as z from "~src/schemas/zod"

import type { PanelState } from "../views/panel"
import { type Nothing, answers, frameOnly, panels } from "./method"
import { line, maybe, id } from "./shapes"

export const panelMethods = {
  /** A frame in a host page shows the token that its gate handed it; until then its questions wait. */
  "panel.claim": answers<Nothing>()({ from: frameOnly, request: z.object({ token: line }), reads: true }),
  /** The native side panel passes its window, a user page the account. */
  "panel.get": answers<PanelState>()({
    from: panels,
    request: z.object({
      windowId: maybe(z.number()),
      accountId: maybe(id),
    }),
    reads: true,
  }),
  /** Keeps the sender's panel on the account its page shows; null lets it follow the page again. */
  "panel.pin": answers<Nothing>()({
    from: ["frame", "sidepanel"],
    request: z.object({ accountId: z.nullable(id), windowId: maybe(z.number()) }),
    reads: true,
  }),
  /** Keeps how the panel of an account was left; the native side panel names the tab it showed it for. */
  "panel.leave": answers<Nothing>()({
    from: panels,
    request: z.object({
      accountId: id,
      tabId: maybe(z.number()),
      scroll: z.number(z.gte(0), z.lte(1_000_000)),
      open: z.array(id, z.maxLength(200)),
      typed: maybe(z.record(z.string(z.maxLength(300)), z.record(z.string(z.maxLength(120)), line))),
    }),
    reads: true,
  }),
  /** Resize, move, collapse the frame of the sender's tab. */
  "gate.command": answers<Nothing>()({
    from: frameOnly,
    request: z.discriminatedUnion("command", [
      z.object({ command: z.literal("collapse") }),
      z.object({ command: z.literal("expand") }),
      z.object({ command: z.literal("shift"), by: z.number(z.gte(-1), z.lte(1)) }),
      z.object({ command: z.literal("room"), room: z.boolean() }),
      z.object({ command: z.literal("side"), side: z.enum(["left", "right"]) }),
      z.object({ command: z.literal("resize"), width: z.number(z.gte(0), z.lte(10_000)) }),
    ]),
    reads: true,
  }),
  /** Opens a page, reusing an open tab of the same page. */
  "open.page": answers<Nothing>()({
    from: panels,
    request: z.object({
      page: z.enum([
        "options",
        "book",
        "account",
        "vitally",
        "salesforce",
        "link",
        "coverage",
        "welcome",
        "app",
      ]),
      accountId: maybe(id),
      hash: maybe(z.string(z.maxLength(2_000))),
    }),
    reads: true,
  }),
}
