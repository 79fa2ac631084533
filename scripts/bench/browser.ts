/**
 * What only a real browser can tell: paint of panel and popup, the worker's heap, and by its own files
 * what the host page pays and what grows. Times are from one machine in one run: read the ratios.
 */
import type { BrowserContext, Page } from "@playwright/test"

import { connectVitally } from "../../test/browser/connect"
import { launchWithExtension } from "../../test/browser/launch"
import { panelFrame } from "../../test/browser/panel-frame"
import { stopWorker, syncedAccounts } from "../../test/browser/worker"
import { showcase } from "../../test/replica/book/showcase"
import { access } from "../../test/replica/options"
import { startReplica } from "../../test/replica/server"
import { benchGrowth } from "./growth"
import { benchHostCost } from "./host-cost"
import { median, quiet, round } from "./measure"
import { workerHeap } from "./worker-heap"

const accountPage = `https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}`
const loads = 9

export async function benchBrowser(): Promise<Record<string, unknown>> {
  const replica = await startReplica({ accounts: 10_000, tasksPerAccount: 2, seed: 1, rateLimit: null })
  const launched = await launchWithExtension({ port: replica.port })
  try {
    const { context, extensionId } = launched
    const options = await connectVitally(context, extensionId, access)
    await syncedAccounts(options, 10_000)
    const figures: Record<string, unknown> = { accounts_cached: 10_000 }
    const page = await context.newPage()
    // The detail of the user's own customers is still being read: what somebody sees who opens a panel at once.
    figures.panel_painted_while_syncing_ms = round(await panelPaint(page, () => Promise.resolve()))
    await quiet(options, replica)
    figures.worker_heap_mb = round(await workerHeap(context, extensionId))
    figures.panel_painted_warm_ms = round(await panelPaint(page, () => Promise.resolve()))
    figures.panel_painted_cold_ms = round(await panelPaint(page, () => stopWorker(context)))
    figures.popup_painted_ms = round(await popupPaint(context, extensionId))
    figures.book_first_rows_ms = round(await bookPaint(context, extensionId))
    await context.close()
    Object.assign(figures, await benchHostCost(), await benchGrowth())
    return figures
  } finally {
    await launched.context.close().catch(() => undefined)
    await replica.close()
  }
}

/** From the frame's start to the account shown, as the panel marks it. */
async function panelPaint(page: Page, before: () => Promise<void>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn <= loads; turn++) {
    await page.goto("about:blank")
    await before()
    await page.goto(accountPage)
    const frame = await panelFrame(page)
    await frame.getByRole("region", { name: "Health" }).waitFor()
    await frame.waitForFunction(() => performance.getEntriesByName("account-shown").length > 0)
    const shown = await frame.evaluate(() => performance.getEntriesByName("account-shown")[0]?.startTime)
    // The first load warms the browser's own caches.
    if (turn > 0 && shown !== undefined) times.push(shown)
  }
  return median(times)
}

async function popupPaint(context: BrowserContext, extensionId: string): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn <= loads; turn++) {
    const page = await context.newPage()
    await page.goto(`chrome-extension://${extensionId}/popup.html`)
    await page.getByRole("region", { name: "Overdue contacts" }).waitFor()
    await page.waitForFunction(() => performance.getEntriesByName("popup-shown").length > 0)
    const shown = await page.evaluate(() => performance.getEntriesByName("popup-shown")[0]?.startTime)
    if (turn > 0 && shown !== undefined) times.push(shown)
    await page.close()
  }
  return median(times)
}

/** From the click on "Book" to its first row, by the page's own clock: everybody's customers, 10,000 of them. */
async function bookPaint(context: BrowserContext, extensionId: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/tabs/app.html#book?owner=all`)
  await page.locator(".customer").first().waitFor()
  const times: number[] = []
  for (let turn = 0; turn <= loads; turn++) {
    await page.getByRole("link", { name: "Coverage" }).click()
    await page.getByRole("heading", { level: 1, name: "Coverage" }).waitFor()
    const shown = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const start = performance.now()
          const watch = new MutationObserver(() => {
            if (!document.querySelector(".customer")) return
            watch.disconnect()
            requestAnimationFrame(() => resolve(performance.now() - start))
          })
          watch.observe(document.body, { childList: true, subtree: true })
          document.querySelector<HTMLElement>('nav a[href^="#book"]')?.click()
        }),
    )
    if (turn > 0) times.push(shown)
  }
  await page.close()
  return median(times)
}
