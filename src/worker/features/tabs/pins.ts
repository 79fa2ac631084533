/**
 * A panel pinned to a customer stays with it while the page around moves on. Only the customer that the page shows can be
 * pinned (the guard checks it as for any other request), so a panel never comes to one that the user did not open beside
 * it. Kept in `storage.session`: gone with the browser.
 */
import type { Platform } from "~src/platform/platform"

/** A frame pins for its tab, Chrome's side panel for its window. */
export type PinPlace = { tabId: number } | { windowId: number }

type Session = Pick<Platform["session"], "get" | "set" | "remove" | "all">

const windowPrefix = "pin:window:"
const keyOf = (place: PinPlace) =>
  "tabId" in place ? `pin:tab:${place.tabId}` : `${windowPrefix}${place.windowId}`

export async function pinOf(session: Session, place: PinPlace): Promise<string | undefined> {
  const pinned = await session.get(keyOf(place))
  return typeof pinned === "string" ? pinned : undefined
}

/** `null` takes the pin out. */
export async function setPin(session: Session, place: PinPlace, accountId: string | null): Promise<void> {
  if (accountId === null) await session.remove(keyOf(place))
  else await session.set({ [keyOf(place)]: accountId })
}

/** The customers that side panels are pinned to. */
export async function pinnedInWindows(session: Session): Promise<string[]> {
  const all = Object.entries(await session.all())
  return all.flatMap(([key, value]) =>
    key.startsWith(windowPrefix) && typeof value === "string" ? [value] : [],
  )
}
