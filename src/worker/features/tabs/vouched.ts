/**
 * Which document in a frame may have a panel's rights. The gate hands a token to the document in its own frame, by a message
 * that only a page of ours can read; the first document that shows the token to the worker spends it. The address of the
 * panel's page is worth nothing by itself.
 */
import type { Sender } from "~src/messaging/sender"

import type { WorkerContext } from "../../kernel/context"

type FrameSender = Extract<Sender, { kind: "frame" }>
type Tabs = Pick<WorkerContext, "tabs">

/** How long a question of a frame waits for its token: a page may take a while to load. Milliseconds. */
const patienceMs = 8_000

/** Those who wait, by document; lost with the worker, as their questions are. */
const waiting = new WeakMap<WorkerContext["tabs"], Map<string, (() => void)[]>>()

/** How often a frame of a tab has asked anything in this worker's life. */
const heard = new WeakMap<WorkerContext["tabs"], Map<number, number>>()

export const framesHeard = ({ tabs }: Tabs, tabId: number): number => heard.get(tabs)?.get(tabId) ?? 0

function hear({ tabs }: Tabs, { tabId }: FrameSender): void {
  const those = heard.get(tabs) ?? new Map<number, number>()
  heard.set(tabs, those.set(tabId, (those.get(tabId) ?? 0) + 1))
}

/** Spends the token for this document. False where the gate of its tab did not issue it, or another document spent it. */
export async function claimFrame({ tabs }: Tabs, sender: FrameSender, token: string): Promise<boolean> {
  if (!(await tabs.spend(sender.tabId, token, sender.documentId))) return false
  const those = waiting.get(tabs)
  those?.get(sender.documentId)?.forEach((go) => go())
  those?.delete(sender.documentId)
  return true
}

/** Whether the gate put this frame here; waits a while for its token. */
export async function isVouched(
  context: Pick<WorkerContext, "tabs" | "wait">,
  sender: FrameSender,
): Promise<boolean> {
  hear(context, sender)
  const isNow = async () => (await context.tabs.get(sender.tabId))?.frame === sender.documentId
  if (await isNow()) return true
  await Promise.race([claimed(context, sender), context.wait(patienceMs)])
  return isNow()
}

function claimed({ tabs }: Tabs, { documentId }: FrameSender): Promise<void> {
  const those = waiting.get(tabs) ?? new Map<string, (() => void)[]>()
  waiting.set(tabs, those)
  return new Promise((go) => those.set(documentId, [...(those.get(documentId) ?? []), go]))
}
