/** What a hostile host page does, run in the page's own world. */
import type { Frame, Page } from "@playwright/test"

import type { MethodName, Reply, ReplyOf, RequestOf } from "../../src/messaging/contract"

/** The one element the gate adds: the only child of the root that is neither head nor body. */
export const hostSelector = "html > :not(head, body)"

/** Sends a message as the frame's own code would; whoever can run code there holds all its rights. */
export async function say<M extends MethodName>(
  frame: Frame,
  method: M,
  request: RequestOf<M>,
): Promise<Reply<ReplyOf<M>>> {
  return frame.evaluate((message) => chrome.runtime.sendMessage<unknown, Reply<ReplyOf<M>>>(message), {
    m: method,
    p: request,
    rid: `t${String(Math.random())}`,
  } as unknown as Record<string, never>)
}

/** What a document shows once it no longer loads, at most after `patience` milliseconds. */
export async function shownText(frame: Frame | Page, patience = 15_000): Promise<string> {
  return frame
    .waitForFunction(
      () => document.body.innerText.trim().length > 0 && !document.querySelector(".skeleton"),
      undefined,
      { timeout: patience },
    )
    .then(() => frame.evaluate(() => document.body.innerText))
    .catch(() => "")
}

/** Puts an address into a frame of the page's own. */
export async function embed(page: Page, src: string): Promise<Frame> {
  const before = page.frames()
  await page.evaluate((address) => {
    const frame = document.createElement("iframe")
    frame.src = address
    frame.style.cssText = "position:fixed;left:0;top:0;width:400px;height:800px"
    document.body.append(frame)
  }, src)
  for (;;) {
    const added = page.frames().find((frame) => !before.includes(frame))
    if (added) return added
    await page.waitForEvent("frameattached")
  }
}

/** Whether any text could only come from a customer's record. */
export const customerWords = /Globex|Initech|Strategic|Concerning|Large Enterprise|renewal in/i

/** Runs an expression in the isolated world of the page's gate. `own`: the extension's origin, with a slash at the end. */
export async function inGateWorld(
  page: Page,
  own: string,
): Promise<(expression: string) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page)
  const worlds: { id: number; origin: string }[] = []
  session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context))
  await session.send("Runtime.enable")
  const world = worlds.find(({ origin }) => origin === own.slice(0, -1))
  if (!world) throw new Error("No gate runs on this page.")
  return async (expression) => {
    const { result } = await session.send("Runtime.evaluate", {
      contextId: world.id,
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    return result.value as unknown
  }
}

/** Says something to the worker as the page's own gate can. */
export async function gateWorld(page: Page, own: string): Promise<(message: unknown) => Promise<unknown>> {
  const run = await inGateWorld(page, own)
  return (message) => run(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)
}

/** The panel's address of this session, as the page may learn it: the only one that Chrome lets a page open. */
export async function sessionAddress(page: Page, own: string): Promise<string> {
  return String(await (await inGateWorld(page, own))(`chrome.runtime.getURL("sidepanel.html")`))
}
