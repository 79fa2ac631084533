/** Keeps track of which customer each tab shows. */
import { parsePage } from "~src/hosts"
import type { TabRecord } from "~src/worker/cache/tab-store"

import type { WorkerContext } from "../../kernel/context"

/** From an address of the tab's top document. */
export async function seePage(
  context: Pick<WorkerContext, "tabs" | "publish">,
  tabId: number,
  url: string,
  gate: { documentId?: string; nonce?: string } = {},
): Promise<TabRecord> {
  const { record, changed } = await context.tabs.see(tabId, { ref: parsePage(url), ...gate })
  if (changed) context.publish(`tab:${tabId}`)
  return record
}

/**
 * At each start. No tab event is listened to: it would wake the worker with every page that somebody opens anywhere.
 * Gates and panels say where they are, and Chrome's side panel hears of its own window (`onFrontTab`).
 */
export async function forgetClosedTabs({ tabs, platform }: WorkerContext): Promise<void> {
  for (const { tabId } of await tabs.all()) {
    if (!(await platform.tabs.get(tabId))) await tabs.forget(tabId)
  }
}
