/** The keyboard shortcuts, and the user's choice between the page and the browser's side panel. */
import type { GateCommand } from "~src/messaging/gate-protocol"
import type { Platform } from "~src/platform/platform"

import { nextOverdue, nextOverdueCommand } from "../../lists/next-overdue"
import { openCustomer } from "../open-page/open-customer"
import type { WorkerContext } from "../../kernel/context"
import { besideKey } from "./side-panel-windows"

/** Name of the command in the manifest. */
const toggleCommand = "toggle-panel"

/** Chrome's side panel opens only within the key's own turn, before the settings can be worked out: what they say stands here. */
const modeKey = "panel-mode"

/** Where the panel is, as the settings and the administrator have it, for `inGesture` of a worker that has just woken. */
export async function noteMode({ settings, platform }: WorkerContext): Promise<void> {
  const { mode } = (await settings.get()).panel
  if ((await platform.local.get(modeKey)) !== mode) await platform.local.set({ [modeKey]: mode })
}

/**
 * What must be done in the shortcut's own turn: opens Chrome's side panel where that is the user's choice and it is not open
 * yet. Both are asked at once, and the later answer acts: an opening after the close would undo it. Resolves with whether
 * it was open.
 */
export function inGesture(platform: Platform, command: string, windowId?: number): Promise<boolean> {
  if (command !== toggleCommand || windowId === undefined) return Promise.resolve(false)
  return new Promise((resolve) => {
    let mode: unknown
    let beside: unknown
    let answers = 0
    const act = () => {
      answers += 1
      if (answers < 2) return
      const wasOpen = Array.isArray(beside) && beside.includes(windowId)
      if (mode === "browser" && !wasOpen) void platform.sidePanel.open(windowId)
      resolve(wasOpen)
    }
    platform.local.getInGesture(modeKey, (value) => {
      mode = value
      act()
    })
    platform.session.getInGesture(besideKey, (value) => {
      beside = value
      act()
    })
  })
}

export async function onCommand(
  context: WorkerContext,
  command: string,
  tab: { tabId?: number | undefined; windowId?: number | undefined; wasBeside: Promise<boolean> },
): Promise<void> {
  const { settings, platform } = context
  if (command === nextOverdueCommand) {
    const accountId = await nextOverdue(context)
    if (accountId !== null) await openCustomer(context, accountId)
    return
  }
  if (command !== toggleCommand) return
  if ((await tab.wasBeside) && tab.windowId !== undefined) await platform.sidePanel.close(tab.windowId)
  else if (tab.tabId !== undefined && (await settings.get()).panel.mode === "page")
    await platform.tabs.send(tab.tabId, { gate: "toggle" } satisfies GateCommand)
}
