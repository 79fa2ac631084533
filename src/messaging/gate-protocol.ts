/**
 * What the gate (the content script) and the worker say to each other. Types only: the gate's bundle holds no library.
 *
 * The gate asks with `{m, p}` and gets a `Reply`; it never says which account it sees, since the worker reads that from
 * the tab's own address. The worker commands through `tabs.sendMessage`, and no answer is awaited.
 */

/** Where the user wants the panel on this host, as the worker keeps it. */
export interface Place {
  /** `browser`: the user chose Chrome's own side panel; the gate then shows nothing. */
  mode: "page" | "browser"
  /** Null where the user never chose on this host: open where the window is at least 1440 px wide. */
  open: boolean | null
  side: "left" | "right"
  /** Of the frame, CSS pixels, 280-640. */
  width: number
  /** Of the collapsed tab: 0 at the window's top edge, 1 at its bottom. */
  tabTop: number
}

export type GateRequest =
  | { m: "place.get" }
  /** What the user just changed; the worker keeps it under the tab's host. */
  | { m: "place.set"; p: Partial<Omit<Place, "mode" | "open">> & { open?: boolean } }
  /**
   * The panel's frame with this nonce is in place and the tab's address now names a record (sent again for each new one),
   * or the frame is gone. A frame whose nonce no gate of its tab named gets no data.
   */
  | { m: "account.hint"; p: { nonce: string; gone?: true } }

export type GateCommand =
  | { gate: "resize"; width: number }
  | { gate: "side"; side: "left" | "right" }
  | { gate: "collapse" }
  | { gate: "expand" }
  | { gate: "toggle" }
  | { gate: "mode"; mode: "page" | "browser" }
