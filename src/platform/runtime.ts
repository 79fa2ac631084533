/** Messages and life cycle, as the worker sees them. */
export type MessageSender = chrome.runtime.MessageSender

export type MessageListener = (
  message: unknown,
  sender: MessageSender,
  respond: (reply: unknown) => void,
) => boolean

export interface Runtime {
  /** The extension's id. */
  id: string
  /** `chrome-extension://<id>`, no slash at the end. */
  origin: string
  version: string
  /**
   * Address of a page of ours, to open in a tab. Not what `getURL` says of the panel's page: as a resource with a dynamic URL
   * its address there is one for host pages' frames, which Chrome refuses to show in a tab.
   */
  url(path: string): string
  /** A listener that answers later returns true. */
  onMessage(listen: MessageListener): void
  /** To all our pages; nobody listening is no error. */
  broadcast(message: unknown): void
  onInstalled(listen: (reason: string) => void): void
  onStartup(listen: () => void): void
  /** Our own pages open in tabs. */
  openPages(): Promise<{ tabId: number; windowId: number; url: string }[]>
}

export function chromeRuntime(): Runtime {
  const { runtime } = chrome
  const origin = runtime.getURL("").replace(/\/$/, "")
  return {
    id: runtime.id,
    origin,
    version: runtime.getManifest().version,
    url: (path) => `${origin}/${path}`,
    onMessage: (listen) => runtime.onMessage.addListener(listen),
    broadcast(message) {
      runtime.sendMessage(message).catch(() => undefined)
    },
    onInstalled: (listen) => runtime.onInstalled.addListener(({ reason }) => listen(reason)),
    onStartup: (listen) => runtime.onStartup.addListener(listen),
    async openPages() {
      const contexts = await runtime.getContexts({ contextTypes: [runtime.ContextType.TAB] })
      return contexts.flatMap(({ tabId, windowId, documentUrl }) =>
        documentUrl ? [{ tabId, windowId, url: documentUrl }] : [],
      )
    },
  }
}
