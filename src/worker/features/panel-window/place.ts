/** Where the user wants the panel, remembered for each host. */
import type { Place } from "~src/messaging/gate-protocol"

import type { WorkerContext } from "../../kernel/context"
import { sheetsOf } from "./gate-sheets"
import { modeFor } from "./side-panel-windows"

interface Kept extends Omit<Place, "mode" | "sheets" | "updated"> {
  /** Whether the page makes room for the panel; null where the user never chose on this host: it does. */
  room: boolean | null
}

const key = "places"
const initial: Kept = { open: null, side: "right", width: 380, tabTop: 0.3, room: null }
/** The narrowest and the widest panel, CSS pixels. */
const widths = { from: 280, to: 640 }

/** For the page at this address. */
export async function getPlace(context: WorkerContext, url: string, windowId: number): Promise<Place> {
  const [mode, place] = await Promise.all([
    modeFor(context, url, windowId),
    kept(context, new URL(url).hostname),
  ])
  const { open, side, width, tabTop } = place
  return {
    mode,
    open,
    side,
    width,
    tabTop,
    sheets: sheetsFor(place),
    updated: "Account Lens was updated. Reload this page.",
  }
}

/** How the user wants it to open on this host; null if nothing was chosen yet. */
export async function roomOn(context: WorkerContext, url: string): Promise<boolean | null> {
  return (await kept(context, new URL(url).hostname)).room
}

/** What of a place can change. */
type Change = { [K in keyof Kept]?: Kept[K] | undefined } & {
  /** How far the collapsed tab goes down its edge, as a share of it; negative goes up. */
  tabBy?: number
}

/** Stores what the user just changed; values out of range come to the nearest one. Answers what the gate is to know of it. */
export async function setPlace(
  context: WorkerContext,
  host: string,
  { tabBy = 0, ...change }: Change,
): Promise<Pick<Place, "side" | "width" | "tabTop" | "sheets">> {
  let place = initial
  // Two hosts' changes at once must not overwrite each other.
  await context.platform.locks.whenFree("places", async () => {
    place = { ...(await kept(context, host)), ...defined(change) }
    place.width = clamp(place.width, widths.from, widths.to)
    place.tabTop = clamp(place.tabTop + tabBy, 0, 1)
    const all = { ...(await stored(context)), [host]: place }
    await context.platform.local.set({ [key]: all })
  })
  const { side, width, tabTop } = place
  return { side, width, tabTop, sheets: sheetsFor(place) }
}

const sheetsFor = ({ side, room }: Kept) => sheetsOf({ side, room: room !== false })

async function stored(context: WorkerContext): Promise<Record<string, Partial<Kept> | undefined>> {
  const all = await context.platform.local.get(key)
  return typeof all === "object" && all !== null ? (all as Record<string, Partial<Kept>>) : {}
}

async function kept(context: WorkerContext, host: string): Promise<Kept> {
  const all = await stored(context)
  return { ...initial, ...(Object.hasOwn(all, host) ? all[host] : undefined) }
}

function defined<T extends object>(change: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never
}

const clamp = (value: number, from: number, to: number) =>
  Number.isFinite(value) ? Math.min(to, Math.max(from, value)) : from
