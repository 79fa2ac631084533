/** What a panel shows, and how it was left. */
import type { PageRef } from "~src/hosts/page-ref"

import type { AccountView, SearchHit } from "./account"
import type { Fault } from "./status"

/** How the panel of an account was left. */
export interface LeftView {
  /** CSS pixels from the top. */
  scroll: number
  /** What was open, by the names the panel gives. */
  open: string[]
  /** What was typed and not sent, in any tab. */
  typed?: TypedForms
}

/** A form's fields as text, by form and field; a form without fields was sent or discarded. */
export type TypedForms = Record<string, Record<string, string>>

export interface PanelState {
  ref: PageRef | null
  /** Grows with each navigation of the tab: drop a reply whose `seq` is older than the newest seen. */
  seq: number
  where: "frame" | "sidepanel" | "page"
  tabId?: number
  /** In a frame: whether its page makes room for it; null if the user never chose on this host. */
  room?: boolean | null
  /** The panel stays on this account whatever the page shows; `page`: whose page it is now, null where it is nobody's. */
  pinned?: { here: boolean; page: string | null }
  /** How the panel of this account was left in this tab, where it was opened there before. */
  left?: LeftView
  view:
    | { kind: "not-connected"; text: string }
    | { kind: "no-account" }
    | { kind: "loading"; text: string }
    | { kind: "unknown"; text: string; candidates: SearchHit[]; linkPage: string }
    | { kind: "choose"; text: string; candidates: SearchHit[] }
    | { kind: "error"; fault: Fault }
    | { kind: "account"; account: AccountView }
}
