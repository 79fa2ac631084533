/** Where the user wants the panel, remembered for each host. */
import type { Place } from "~src/messaging/gate-protocol"

import type { WorkerContext } from "../../kernel/context"
import { sheetsOf } from "./gate-sheets"
import { modeFor } from "./side-panel-windows"

type Kept = Omit<Place, "mode" | "sheets" | "updated">

const key = "places"
const initial: Kept = { open: null, side: "right", width: 380, tabTop: 0.3 }
/** The narrowest and the widest panel, CSS pixels. */
const widths = { from: 280, to: 640 }

/** For the page at this address. */
export async function getPlace(context: WorkerContext, url: string, windowId: number): Promise<Place> {
  const [mode, place] = await Promise.all([
    modeFor(context, url, windowId),
    kept(context, new URL(url).hostname),
  ])
  return {
    mode,
    ...place,
    sheets: sheetsOf(place.side),
    updated: "Account Lens was updated. Reload this page.",
  }
}

/** Stores what the user just changed; values out of range come to the nearest one. */
export async function setPlace(
  context: WorkerContext,
  host: string,
  change: { [K in keyof Kept]?: Kept[K] | undefined },
): Promise<void> {
  // Two hosts' changes at once must not overwrite each other.
  await context.platform.locks.whenFree("places", async () => {
    const place = { ...(await kept(context, host)), ...defined(change) }
    place.width = clamp(place.width, widths.from, widths.to)
    place.tabTop = clamp(place.tabTop, 0, 1)
    const all = { ...(await stored(context)), [host]: place }
    await context.platform.local.set({ [key]: all })
  })
}

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
