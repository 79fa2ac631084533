/**
 * How each account's panel was left: scroll, what is open, what was typed. In this page's memory; the worker keeps it for the next page
 * (`use-kept-view.ts`), and says with an account how it was left before.
 */
import { create } from "zustand"

import type { LeftView, PanelState } from "~src/messaging/contract"

interface ViewMemory {
  accounts: Record<string, LeftView>
  setOpen: (account: string, what: string, open: boolean) => void
  setScroll: (account: string, scroll: number) => void
  /** Without fields: sent or discarded. */
  setTyped: (account: string, form: string, fields: Readonly<Record<string, string>>) => void
}

const fresh: LeftView = { scroll: 0, open: [] }
/** Enough for a day's wandering; the oldest goes. */
const kept = 50

function change(
  accounts: ViewMemory["accounts"],
  account: string,
  left: Partial<LeftView>,
): ViewMemory["accounts"] {
  const { [account]: before = fresh, ...others } = accounts
  const entries = Object.entries(others).slice(-(kept - 1))
  return { ...Object.fromEntries(entries), [account]: { ...before, ...left } }
}

export const useViewMemory = create<ViewMemory>((set) => ({
  accounts: {},
  setOpen: (account, what, open) =>
    set(({ accounts }) => {
      const others = (accounts[account]?.open ?? []).filter((one) => one !== what)
      return { accounts: change(accounts, account, { open: open ? [...others, what] : others }) }
    }),
  setScroll: (account, scroll) =>
    set((memory) => {
      const { accounts } = memory
      const known = (accounts[account] ?? fresh).scroll
      return known === scroll ? memory : { accounts: change(accounts, account, { scroll }) }
    }),
  setTyped: (account, form, fields) =>
    set(({ accounts }) => {
      const typed = { ...accounts[account]?.typed, [form]: fields }
      return { accounts: change(accounts, account, { typed }) }
    }),
}))

/** What this page itself remembers of an account is newer than what the worker was told. */
export function learnLeft({ view, left }: PanelState): void {
  const { accounts } = useViewMemory.getState()
  if (view.kind !== "account" || !left) return
  const { id } = view.account
  const own = accounts[id]
  if (!own) useViewMemory.setState({ accounts: change(accounts, id, left) })
  else if (Object.keys(left.typed ?? {}).some((form) => !own.typed?.[form]))
    // Typed in another tab meanwhile.
    useViewMemory.setState({ accounts: change(accounts, id, { typed: { ...left.typed, ...own.typed } }) })
}

/** Whether something on an account's page is open, and the way to change it. */
export function useOpen(account: string, what: string): [boolean, (open: boolean) => void] {
  const open = useViewMemory(({ accounts }) => accounts[account]?.open.includes(what) ?? false)
  const setOpen = useViewMemory(({ setOpen }) => setOpen)
  return [open, (next) => setOpen(account, what, next)]
}
