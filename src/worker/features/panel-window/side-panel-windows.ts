/**
 * Which windows show the panel in Chrome's own side panel. There no page shows one of its own: two panels would tell the
 * same twice. Kept in `storage.session`, as the side panel ends with the browser.
 */
import type { GateCommand } from "~src/messaging/gate-protocol"
import type { Settings } from "~src/messaging/views/settings"
import type { Platform } from "~src/platform/platform"

import type { WorkerContext } from "../../kernel/context"

type Mode = Settings["panel"]["mode"]

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

/** Where the pages of a window are to have their panel. */
export async function modeIn({ settings, platform }: WorkerContext, windowId: number): Promise<Mode> {
  if ((await besideWindows(platform.session)).includes(windowId)) return "browser"
  return (await settings.get()).panel.mode
}

/** Tells the gates of a window, or all that are known to be there. */
export async function tellModes(context: WorkerContext, windowId?: number): Promise<void> {
  const { tabs } = context.platform
  const tell = async (tabId: number) => {
    const tab = await tabs.get(tabId)
    if (!tab || (windowId !== undefined && tab.windowId !== windowId)) return
    const mode = await modeIn(context, tab.windowId)
    await tabs.send(tabId, { gate: "mode", mode } satisfies GateCommand)
  }
  await Promise.all((await context.tabs.all()).map(({ tabId }) => tell(tabId)))
}
