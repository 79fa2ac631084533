/** How each account's page was left: scroll and what was open. In memory only: gone with the page. */
import { create } from "zustand"

interface Left {
  scroll: number
  open: Record<string, boolean>
}

interface ViewMemory {
  accounts: Record<string, Left>
  setOpen: (account: string, what: string, open: boolean) => void
  setScroll: (account: string, scroll: number) => void
}

const fresh: Left = { scroll: 0, open: {} }
/** Enough for a day's wandering; the oldest goes. */
const kept = 50

function change(
  accounts: ViewMemory["accounts"],
  account: string,
  left: Partial<Left>,
): ViewMemory["accounts"] {
  const { [account]: before = fresh, ...others } = accounts
  const entries = Object.entries(others).slice(-(kept - 1))
  return { ...Object.fromEntries(entries), [account]: { ...before, ...left } }
}

export const useViewMemory = create<ViewMemory>((set) => ({
  accounts: {},
  setOpen: (account, what, open) =>
    set(({ accounts }) => ({
      accounts: change(accounts, account, { open: { ...accounts[account]?.open, [what]: open } }),
    })),
  setScroll: (account, scroll) =>
    set(({ accounts }) => ({ accounts: change(accounts, account, { scroll }) })),
}))

/** Whether something on an account's page is open, and the way to change it. */
export function useOpen(account: string, what: string, atFirst = false): [boolean, (open: boolean) => void] {
  const open = useViewMemory(({ accounts }) => accounts[account]?.open[what] ?? atFirst)
  const setOpen = useViewMemory(({ setOpen }) => setOpen)
  return [open, (next) => setOpen(account, what, next)]
}
