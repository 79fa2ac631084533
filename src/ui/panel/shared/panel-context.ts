import { createContext, useContext } from "react"

import type { AccountView, PanelState } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

/** What every section of an account's panel needs. */
export interface PanelContextValue {
  account: AccountView
  where: PanelState["where"]
  /** The day the assessment was made for. */
  today: string
  settings: Settings | undefined
  /** How the panel is held on this account; undefined where it follows the page. */
  pinned?: PanelState["pinned"]
  /** Whether the page around makes room for the panel; null if nobody chose yet, undefined outside a page. */
  room?: PanelState["room"]
  /** Holds the panel on this account, or lets it go; absent in a tab of its own, which never follows a page. */
  setPinned?: (on: boolean) => void
}

export const PanelContext = createContext<PanelContextValue | null>(null)

export function useAccount(): PanelContextValue {
  const value = useContext(PanelContext)
  if (!value) throw new Error("Used outside an account's panel")
  return value
}
