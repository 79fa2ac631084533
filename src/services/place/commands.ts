/** The keyboard shortcuts, and the user's choice between the page and the browser's side panel. */
import type { GateCommand } from "~src/messaging/gate-protocol"

import { nextOverdue, nextOverdueCommand } from "../lists/next-overdue"
import { openCustomer } from "../open-page/open-customer"
import type { WorkerContext } from "../worker/context"

/** Name of the command in the manifest. */
export const toggleCommand = "toggle-panel"

export async function onCommand(
  context: WorkerContext,
  command: string,
  tabId?: number,
  windowId?: number,
): Promise<void> {
  if (command === nextOverdueCommand) {
    const accountId = await nextOverdue(context)
    if (accountId !== null) await openCustomer(context, accountId)
    return
  }
  if (command !== toggleCommand || tabId === undefined) return
  const { panel } = await context.settings.get()
  if (panel.mode === "browser") {
    if (windowId !== undefined) await context.platform.sidePanel.open(windowId)
    return
  }
  await context.platform.tabs.send(tabId, { gate: "toggle" } satisfies GateCommand)
}

/** Tells every gate that is known to be there. */
export async function tellGates(context: WorkerContext, command: GateCommand): Promise<void> {
  const tabs = await context.tabs.all()
  await Promise.all(tabs.map(({ tabId }) => context.platform.tabs.send(tabId, command)))
}
