/**
 * What the gate (the content script) and the worker say to each other. Types only: the gate's bundle holds no library.
 *
 * The gate asks with `{m, p}` and gets a `Reply`; it never says which account it sees, since the worker reads that from
 * the tab's own address. The worker commands through `tabs.sendMessage`; only `look` is answered.
 */

/** Where the user wants the panel on this host, as the worker keeps it. */
export interface Place {
  /**
   * `browser`: the user chose Chrome's own side panel. `off`: the page is none of this workspace's or org's. In both the
   * gate shows nothing.
   */
  mode: "page" | "browser" | "off"
  /** Null where the user never chose on this host: open where the window is at least 1440 px wide. */
  open: boolean | null
  side: "left" | "right"
  /** Of the frame, CSS pixels, 280-640. */
  width: number
  /** Of the collapsed tab: 0 at the window's top edge, 1 at its bottom. */
  tabTop: number
  /**
   * The sheets of the collapsed tab and of the open panel; of the host page while the panel is open, if that is to make room;
   * and what else of it, where the page's window does not scroll. They read `--width` and `--top`.
   */
  sheets: readonly [collapsed: string, open: string, room: string, fixed: string]
  /** What to say once the extension was updated, and nobody is left to ask. */
  updated: string
}

export type GateRequest =
  | { m: "place.get" }
  /** What the user just changed; the worker keeps it under the tab's host. */
  | { m: "place.set"; p: Partial<Pick<Place, "side" | "width" | "tabTop">> & { open?: boolean } }
  /**
   * `nonce` is what the gate is about to hand to the document in its frame: the first document that shows it gets the panel's
   * rights. Sent again for each new record; `gone` with the frame.
   */
  | { m: "account.hint"; p: { nonce: string; gone?: true | undefined } }
  /** The user asked for Chrome's own side panel, in place of a frame that the page keeps out. */
  | { m: "side.open" }

export type GateCommand =
  /** Something of the place changed. */
  | ({ gate: "place" } & Partial<Place>)
  | { gate: "collapse" }
  | { gate: "expand" }
  | { gate: "toggle" }
  /** The page keeps the frame out: say this in its place. */
  | { gate: "blocked"; text: string }
  /** Asked before each write from the frame. */
  | { gate: "look" }

/** What the gate sees of its own frame. Lengths in CSS pixels of the host page's window. */
export interface Sight {
  /** The token that was handed to the frame last. */
  nonce: string
  /** The frame's element is where the gate put it: a child of the document's root. */
  home: boolean
  /** `x y width height` of the frame, then the window's `innerWidth innerHeight`. */
  box: readonly number[]
  /** The effective CSS zoom of the frame; 1 without any. */
  zoom: number
  /** The root's computed mask, clip path, filter and opacity, one after the other. */
  veil: string
}
