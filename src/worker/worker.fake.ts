/** The whole worker on a fake browser and the replica: what pages and gates say goes in, what they are told comes out. */
import type { MethodName, Reply, ReplyOf, RequestOf } from "~src/messaging/contract"
import type { GateRequest, Sight } from "~src/messaging/gate-protocol"
import { createFakePlatform, type FakePlatform } from "~src/platform/platform.fake"
import type { MessageSender } from "~src/platform/runtime"

import { createFakeContext, type FakeContext, type FakeOptions } from "./kernel/context.fake"
import { startWorker } from "./start"

export interface FakeWorker {
  platform: FakePlatform
  context: FakeContext
  /** As a page that the user opened. */
  ask<M extends MethodName>(method: M, request: RequestOf<M>, rid?: string): Promise<Reply<ReplyOf<M>>>
  /** As the gate of a tab; `url` is where the tab is. */
  gate(tabId: number, url: string, request: GateRequest, documentId?: string): Promise<unknown>
  /** As the panel in a tab's frame, which first shows this token. */
  frame<M extends MethodName>(
    tabId: number,
    url: string,
    nonce: string,
    method: M,
    request: RequestOf<M>,
  ): Promise<Reply<ReplyOf<M>>>
  /** As Chrome's own side panel. */
  sidePanel<M extends MethodName>(method: M, request: RequestOf<M>): Promise<Reply<ReplyOf<M>>>
}

/** What a gate sees of a frame that nothing was done to. */
export const inPlace: Omit<Sight, "nonce"> = {
  home: true,
  box: [1060, 0, 380, 900, 1440, 900],
  zoom: 1,
  veil: "nonenonenone1",
}

let requests = 0

/** A worker started afresh on `options.platform`, where given, and on its database. */
export async function startFakeWorker(options: FakeOptions = {}): Promise<FakeWorker> {
  const platform = options.platform ?? createFakePlatform()
  const context = await createFakeContext({ ...options, platform })
  startWorker(platform, () => Promise.resolve(context))
  const { runtime } = platform
  // Gates see their frames whole, unless a test says otherwise.
  platform.tabs.answer = async (tabId) => ({
    ...inPlace,
    nonce: (await context.tabs.get(tabId))?.nonce ?? "",
  })
  const own = { id: runtime.id, origin: runtime.origin }
  const active = "active" as const
  const tabOf = (id: number, url: string) => ({ id, windowId: 1, url }) as chrome.tabs.Tab
  const send = async <T>(m: string, p: unknown, from: MessageSender, rid?: string) =>
    (await runtime.deliver({ m, p, rid: rid ?? `r${(++requests).toString()}` }, from)) as T
  return {
    platform,
    context,
    ask: (method, request, rid) => send(method, request, { ...own, url: runtime.url("options.html") }, rid),
    sidePanel: (method, request) => send(method, request, { ...own, url: runtime.url("sidepanel.html") }),
    gate: (tabId, url, { m, ...rest }, documentId = `d${tabId.toString()}`) =>
      send(m, "p" in rest ? rest.p : undefined, {
        id: runtime.id,
        origin: new URL(url).origin,
        url,
        tab: tabOf(tabId, url),
        frameId: 0,
        documentId,
        documentLifecycle: active,
      }),
    async frame(tabId, url, nonce, method, request) {
      const from: MessageSender = {
        ...own,
        url: runtime.url("sidepanel.html"),
        tab: tabOf(tabId, url),
        frameId: 3,
        documentId: `f${tabId.toString()}`,
        documentLifecycle: active,
      }
      const claim = await send<Reply<unknown>>("panel.claim", { token: nonce }, from)
      return claim.ok || method === "panel.leave" ? send(method, request, from) : claim
    },
  }
}

/** The answer's value. @throws with the fault's words where it was refused. */
export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.fault.code}: ${reply.fault.title}`)
  return reply.value
}
