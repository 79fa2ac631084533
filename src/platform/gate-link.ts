/** What the gate needs of the extension. */
export interface GateLink {
  /** False after the extension was reloaded or updated: this script is then an orphan. */
  alive(): boolean
  /** Undefined if nobody answered. */
  send(message: object): Promise<unknown>
  /** Calls back with every message from the worker. */
  listen(hear: (message: unknown, answer: (reply: unknown) => void) => void): void
  /** The panel's page, under an address of this session. */
  panelUrl(): string
  /** The origin of the extension's pages, whatever their address here. */
  origin(): string
}

/** Touches nothing of the extension until it is used: the first touch costs a page more than the whole gate. */
export function chromeGateLink(): GateLink {
  return {
    // Typed as always there; in an orphan it is not.
    alive: () => Boolean((chrome as Partial<typeof chrome>).runtime?.id),
    async send(message) {
      try {
        return (await chrome.runtime.sendMessage(message)) as unknown
      } catch {
        // In an orphan `sendMessage` throws at once; otherwise nobody was there to answer.
        return undefined
      }
    },
    listen: (hear) =>
      chrome.runtime.onMessage.addListener((message, _sender, answer) => hear(message, answer)),
    panelUrl: () => chrome.runtime.getURL("sidepanel.html"),
    origin: () => `chrome-extension://${chrome.runtime.id}`,
  }
}
