import type { BrowserContext, CDPSession } from "@playwright/test"

/**
 * Chrome's own side panel. To Playwright it is no page, so it is looked at over the browser's protocol, a question at a
 * time.
 */
export interface NativePanel {
  /** The value of an expression in the panel's page. */
  evaluate: (expression: string) => Promise<unknown>
  /** What it shows, as a reader sees it. */
  text: () => Promise<string>
  heading: () => Promise<string>
}

interface Answer {
  id: number
  result?: { result?: { value?: unknown } }
}

/** Looks at the side panel that is open. @throws Error if there is none. */
export async function nativePanel(context: BrowserContext, address: string): Promise<NativePanel> {
  const browser = context.browser()
  if (!browser) throw new Error("This browser has no protocol of its own.")
  const cdp = await browser.newBrowserCDPSession()
  const { targetInfos } = await cdp.send("Target.getTargets")
  // Pages in tabs are Playwright's, and attached.
  const target = targetInfos.find(
    ({ type, url, attached }) => type === "page" && url === address && !attached,
  )
  if (!target) throw new Error("No side panel is open.")
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId: target.targetId })
  let asked = 0
  const evaluate = (expression: string) => {
    const id = (asked += 1)
    const answer = answerTo(cdp, sessionId, id)
    const params = { expression, returnByValue: true, awaitPromise: true }
    const message = JSON.stringify({ id, method: "Runtime.evaluate", params })
    return cdp.send("Target.sendMessageToTarget", { sessionId, message }).then(() => answer)
  }
  const text = async (selector: string) =>
    String(await evaluate(`document.querySelector("${selector}")?.innerText ?? ""`))
  return { evaluate, text: () => text("body"), heading: () => text("h1") }
}

function answerTo(cdp: CDPSession, sessionId: string, id: number): Promise<unknown> {
  return new Promise((resolve) => {
    const listen = (event: { sessionId: string; message: string }) => {
      const answer = JSON.parse(event.message) as Answer
      if (event.sessionId !== sessionId || answer.id !== id) return
      cdp.off("Target.receivedMessageFromTarget", listen)
      resolve(answer.result?.result?.value)
    }
    cdp.on("Target.receivedMessageFromTarget", listen)
  })
}
