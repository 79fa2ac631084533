/** Who asks, as the worker made it out (`sender-kind.ts`). */
export type Sender =
  /** Our content script in the top document of a host page. `url` is the tab's, not the script's stale one. */
  | { kind: "gate"; tabId: number; windowId: number; documentId: string; url: string }
  /** Our panel's page in a frame of a host page; whether the gate put it there, its token says (`vouched.ts`). */
  | {
      kind: "frame"
      tabId: number
      windowId: number
      documentId: string
      url: string
    }
  /** Chrome's own side panel: no tab. */
  | { kind: "sidepanel" }
  /** A page of ours that the user opened: popup, options, tabs. */
  | { kind: "page"; path: string; tabId?: number; windowId?: number }

export type { SenderKind } from "./methods/method"
