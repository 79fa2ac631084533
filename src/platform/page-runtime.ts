/** What a page of ours needs of `chrome.runtime`: to ask the worker, and to hear from it. */

/** False after the extension was reloaded or updated: this page then belongs to a version that is gone. */
export function alive(): boolean {
  return Boolean((globalThis.chrome as { runtime?: { id?: string } } | undefined)?.runtime?.id)
}

/**
 * Sends one message to the worker.
 * @throws also synchronously-failed sends as a rejection: after a reload `sendMessage` itself throws.
 */
export async function sendToWorker(message: object): Promise<unknown> {
  const reply: unknown = await chrome.runtime.sendMessage(message)
  return reply
}

/** Calls back with every message from the worker; returns the way to stop. */
export function onWorkerMessage(listen: (message: unknown) => void): () => void {
  const handler = (message: unknown): undefined => {
    listen(message)
    return undefined
  }
  chrome.runtime.onMessage.addListener(handler)
  return () => chrome.runtime.onMessage.removeListener(handler)
}
