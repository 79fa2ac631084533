/**
 * What only a real browser can tell: paint of panel and popup, cost to the host page against an empty extension, the
 * worker's heap. Times are from one machine in one run: read the ratios.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import type { BrowserContext, CDPSession, Page } from "@playwright/test"

import { connectVitally } from "../../test/browser/connect"
import { launchWithExtension } from "../../test/browser/launch"
import { panelFrame } from "../../test/browser/panel-frame"
import { stopWorker, syncedAccounts } from "../../test/browser/worker"
import { showcase } from "../../test/replica/book/showcase"
import { access } from "../../test/replica/options"
import { type Replica, startReplica } from "../../test/replica/server"

const accountPage = `https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}`
const otherPage = `https://${access.subdomain}.vitally.io/hubs/1/2`
const loads = 9

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
const round = (value: number, digits = 1) => Number(value.toFixed(digits))

export async function benchBrowser(): Promise<Record<string, unknown>> {
  const replica = await startReplica({ accounts: 10_000, tasksPerAccount: 2, seed: 1, rateLimit: null })
  const launched = await launchWithExtension({ port: replica.port })
  try {
    const { context, extensionId } = launched
    const options = await connectVitally(context, extensionId, access)
    await syncedAccounts(options, 10_000)
    const figures: Record<string, unknown> = { accounts_cached: 10_000 }
    const page = await context.newPage()
    figures.panel_painted_warm_ms = round(await panelPaint(page, () => Promise.resolve()))
    figures.panel_painted_cold_ms = round(await panelPaint(page, () => stopWorker(context)))
    figures.popup_painted_ms = round(await popupPaint(context, extensionId))
    figures.worker_heap_mb = round(await workerHeap(context))
    await context.close()
    Object.assign(figures, await hostCost(replica))
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
    const shown = await page.evaluate(() => performance.getEntriesByName("popup-shown")[0]?.startTime)
    if (turn > 0 && shown !== undefined) times.push(shown)
    await page.close()
  }
  return median(times)
}

async function workerHeap(context: BrowserContext): Promise<number> {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error("The worker is gone.")
  // Playwright speaks to the worker over its own session; `performance.memory` is coarse, so the count is asked of V8.
  const used = await worker.evaluate(
    () =>
      (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ??
      Number.NaN,
  )
  return used / 1_048_576
}

interface Cost {
  task: number
  script: number
  heap: number
}

/** Tasks and script of the host page's own thread, its heap, with ours and with an extension that does nothing. */
async function hostCost(replica: Replica): Promise<Record<string, unknown>> {
  const ours = await launchWithExtension({ port: replica.port, viewport: { width: 1440, height: 900 } })
  const empty = await launchWithExtension({
    port: replica.port,
    viewport: { width: 1440, height: 900 },
    extension: emptyExtension(),
  })
  const figures: Record<string, unknown> = {}
  for (const [name, url] of [
    ["account", accountPage],
    ["other", otherPage],
  ] as const) {
    const with_: Cost[] = []
    const without: Cost[] = []
    for (let turn = 0; turn < loads; turn++) {
      with_.push(await costOf(ours.context, url))
      without.push(await costOf(empty.context, url))
    }
    const difference = (key: keyof Cost) =>
      median(with_.map((cost) => cost[key])) - median(without.map((cost) => cost[key]))
    figures[`host_${name}_page_extra_task_ms`] = round(difference("task") * 1000)
    figures[`host_${name}_page_extra_script_ms`] = round(difference("script") * 1000)
    figures[`host_${name}_page_extra_heap_mb`] = round(difference("heap") / 1_048_576, 2)
  }
  await ours.context.close()
  await empty.context.close()
  return figures
}

async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  await session.send("Performance.enable")
  await page.goto(url)
  await page.waitForLoadState("networkidle")
  await session.send("HeapProfiler.collectGarbage")
  const { metrics } = await session.send("Performance.getMetrics")
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  const cost = { task: value("TaskDuration"), script: value("ScriptDuration"), heap: value("JSHeapUsedSize") }
  await page.close()
  return cost
}

/** The same matches and an empty content script and worker. */
function emptyExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "empty-extension-"))
  mkdirSync(folder, { recursive: true })
  const manifest = {
    manifest_version: 3,
    name: "Empty",
    version: "1",
    background: { service_worker: "worker.js" },
    content_scripts: [{ matches: ["https://*.vitally.io/*"], js: ["empty.js"] }],
  }
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest))
  writeFileSync(path.join(folder, "worker.js"), "")
  writeFileSync(path.join(folder, "empty.js"), "")
  return folder
}
