/**
 * Which windows show the panel in Chrome's own side panel. There no page shows one of its own: two panels would tell the
 * same twice. Kept in `storage.session`, as the side panel ends with the browser.
 */
import type { GateCommand, Place } from "~src/messaging/gate-protocol"
import type { Platform } from "~src/platform/platform"

import type { WorkerContext } from "../../kernel/context"
import { currentPolicy } from "../../policy/current"
import { isOurs } from "../tabs/our-pages"

export const besideKey = "beside"

async function besideWindows(session: Pick<Platform["session"], "get">): Promise<number[]> {
  return ((await session.get(besideKey)) as number[] | undefined) ?? []
}

/** The side panel of a window was opened or closed: its pages make room, or show theirs again. */
export async function onBeside(context: WorkerContext, windowId: number, open: boolean): Promise<void> {
  const { session, locks } = context.platform
  await locks.whenFree(besideKey, async () => {
    const others = (await besideWindows(session)).filter((one) => one !== windowId)
    await session.set({ [besideKey]: open ? [...others, windowId] : others })
  })
  await tellModes(context, windowId)
}

/** Where the page at this address, in this window, is to have its panel. */
export async function modeFor(context: WorkerContext, url: string, windowId: number): Promise<Place["mode"]> {
  const { settings, platform } = context
  const [known, { mapping }] = await Promise.all([settings.get(), currentPolicy(context)])
  if (!isOurs(url, known, mapping.orgs)) return "off"
  return (await besideWindows(platform.session)).includes(windowId) ? "browser" : known.panel.mode
}

/** Tells the gates of a window, or all that are known to be there. */
export async function tellModes(context: WorkerContext, windowId?: number): Promise<void> {
  const { tabs } = context.platform
  const tell = async (tabId: number) => {
    const tab = await tabs.get(tabId)
    if (!tab || (windowId !== undefined && tab.windowId !== windowId)) return
    const mode = await modeFor(context, tab.url ?? "", tab.windowId)
    await tabs.send(tabId, { gate: "place", mode } satisfies GateCommand)
  }
  await Promise.all((await context.tabs.all()).map(({ tabId }) => tell(tabId)))
}
