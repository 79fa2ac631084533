/**
 * How the panel of each account was left in each tab: the gate takes the frame away between two accounts, and what the
 * frame itself remembers goes with it. Kept in `storage.session`: gone with the browser.
 */
import type { LeftView } from "~src/messaging/contract"
import type { Platform } from "~src/platform/platform"

interface Kept extends LeftView {
  tabId: number
  accountId: string
}

type Storage = Pick<Platform, "session" | "locks">

const key = "left-views"
/** A day's wandering in a few tabs; the oldest goes. */
const most = 30

/** What is known of one tab, by account. */
export async function leftViews(
  { session }: Pick<Storage, "session">,
  tabId: number | undefined,
): Promise<Map<string, LeftView>> {
  const own = (await all(session)).filter((one) => one.tabId === tabId)
  return new Map(own.map(({ accountId, scroll, open }) => [accountId, { scroll, open }]))
}

export async function leaveView(
  storage: Storage,
  tabId: number,
  accountId: string,
  { scroll, open }: LeftView,
): Promise<void> {
  await change(storage, (views) => [
    { tabId, accountId, scroll, open },
    ...views.filter((one) => one.tabId !== tabId || one.accountId !== accountId).slice(0, most - 1),
  ])
}

/** Of tabs that are closed nothing is kept. */
export async function forgetClosedViews(storage: Storage & Pick<Platform, "tabs">): Promise<void> {
  const tabIds = [...new Set((await all(storage.session)).map(({ tabId }) => tabId))]
  const open = await Promise.all(tabIds.map((tabId) => storage.tabs.get(tabId)))
  const closed = tabIds.filter((_, place) => !open[place])
  if (closed.length > 0)
    await change(storage, (views) => views.filter(({ tabId }) => !closed.includes(tabId)))
}

async function all(session: Storage["session"]): Promise<Kept[]> {
  return ((await session.get(key)) as Kept[] | undefined) ?? []
}

/** Two panels' changes at once must not overwrite each other. */
async function change({ session, locks }: Storage, make: (views: Kept[]) => Kept[]): Promise<void> {
  await locks.whenFree(key, async () => session.set({ [key]: make(await all(session)) }))
}
