import type { MessageListener, MessageSender, Runtime } from "./runtime"

export interface FakeRuntime extends Runtime {
  /** Everything broadcast, oldest first. */
  sent: unknown[]
  pages: { tabId: number; windowId: number; url: string }[]
  install(reason: string): void
  startUp(): void
  /** Sends a message as `sender` and waits for the answer; undefined if nobody answers. */
  deliver(message: unknown, sender: MessageSender): Promise<unknown>
}

export function fakeRuntime(id = "abcdefghijklmnopabcdefghijklmnop"): FakeRuntime {
  const listeners: MessageListener[] = []
  const installed: ((reason: string) => void)[] = []
  const started: (() => void)[] = []
  const origin = `chrome-extension://${id}`
  const fake: FakeRuntime = {
    id,
    origin,
    version: "0.0.0",
    sent: [],
    pages: [],
    url: (path) => `${origin}/${path}`,
    onMessage: (listen) => void listeners.push(listen),
    broadcast: (message) => void fake.sent.push(structuredClone(message)),
    onInstalled: (listen) => void installed.push(listen),
    onStartup: (listen) => void started.push(listen),
    openPages: () => Promise.resolve(fake.pages),
    install: (reason) => installed.forEach((listen) => listen(reason)),
    startUp: () => started.forEach((listen) => listen()),
    deliver: (message, sender) =>
      new Promise((resolve) => {
        const waiting = listeners.map((listen) => listen(structuredClone(message), sender, resolve))
        if (!waiting.includes(true)) resolve(undefined)
      }),
  }
  return fake
}
