import { type BrowserContext, expect, type Page } from "@playwright/test"

/** Kills the extension's worker as the browser does after half a minute of idleness. The next event starts a new one. */
export async function stopWorker(context: BrowserContext): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  await session.send("ServiceWorker.enable")
  await session.send("ServiceWorker.stopAllWorkers")
  await session.detach()
}

/** Waits until the cache holds that many accounts and the first sync is over; `page` is any page of the extension. */
export async function syncedAccounts(page: Page, atLeast: number, timeout = 120_000): Promise<void> {
  const sync = () =>
    page.evaluate(async () => {
      const reply: { value?: { sync: { phase: string; accounts: number } } } =
        await chrome.runtime.sendMessage({
          m: "status.get",
          p: {},
        })
      return reply.value?.sync
    })
  await expect
    .poll(
      async () => {
        const state = await sync()
        return state !== undefined && state.phase !== "first" && state.accounts >= atLeast
      },
      { timeout },
    )
    .toBe(true)
}
