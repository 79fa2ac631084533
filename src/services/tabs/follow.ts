/** Keeps track of which customer each tab shows. */
import { isAppHost, parsePage } from "~src/hosts"
import type { TabInfo } from "~src/platform/tabs"
import type { TabRecord } from "~src/storage/tab-store"

import type { WorkerContext } from "../worker/context"

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

/** A tab went elsewhere. Tabs on other sites are none of our business, unless they were on one of ours before. */
export async function onTabUpdated(context: WorkerContext, tab: TabInfo): Promise<void> {
  if (tab.url === undefined || !isAppHost(tab.url)) {
    if (await context.tabs.get(tab.id)) await forgetTab(context, tab.id)
    return
  }
  await seePage(context, tab.id, tab.url)
}

/** Another tab came to the front: the native side panel follows it; a frame in that tab shows what it showed. */
export function onTabActivated(context: WorkerContext, windowId: number): void {
  context.publish(`tab:front:${windowId}`)
}

export async function forgetTab(context: WorkerContext, tabId: number): Promise<void> {
  await context.tabs.forget(tabId)
  context.publish(`tab:${tabId}`)
}
