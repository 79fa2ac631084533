import type { BrowserContext, CDPSession } from "@playwright/test"

/** Megabytes of JavaScript heap that the worker holds after a collection, by V8's own count; `performance.memory` is not there. */
export async function workerHeap(context: BrowserContext, extensionId: string): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) throw new Error("This browser gives no session of its own.")
  try {
    const { targetInfos } = await session.send("Target.getTargets")
    const target = targetInfos.find(
      ({ type, url }) => type === "service_worker" && new URL(url).host === extensionId,
    )
    if (!target) throw new Error("The worker is gone.")
    const { sessionId } = await session.send("Target.attachToTarget", {
      targetId: target.targetId,
      flatten: false,
    })
    await callTarget(session, sessionId, 1, "HeapProfiler.enable")
    await callTarget(session, sessionId, 2, "HeapProfiler.collectGarbage")
    const { usedSize } = await callTarget(session, sessionId, 3, "Runtime.getHeapUsage")
    if (typeof usedSize !== "number") throw new Error("V8 gave no count.")
    return usedSize / 1_048_576
  } finally {
    await session.detach()
  }
}

/** Playwright gives no session on a worker, so its messages go through the browser's. */
function callTarget(
  session: CDPSession,
  sessionId: string,
  id: number,
  method: string,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const hear = ({ message }: { message: string }) => {
      const answer = JSON.parse(message) as { id?: number; result?: Record<string, unknown> }
      if (answer.id !== id) return
      session.off("Target.receivedMessageFromTarget", hear)
      resolve(answer.result ?? {})
    }
    session.on("Target.receivedMessageFromTarget", hear)
    const message = JSON.stringify({ id, method })
    session.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject)
  })
}
