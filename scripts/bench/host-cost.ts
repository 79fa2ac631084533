/**
 * What the extension costs the page it stands in, against an extension with the same matches that does nothing, and
 * against one that puts a frame with an empty page of its own there and does nothing else: what is the frame's, and what ours.
 */
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import type { BrowserContext } from "@playwright/test"

import { connectVitally } from "../../test/browser/connect"
import { launchWithExtension } from "../../test/browser/launch"
import { syncedAccounts } from "../../test/browser/worker"
import { showcase } from "../../test/replica/book/showcase"
import { access } from "../../test/replica/options"
import { startReplica } from "../../test/replica/server"
import { median, quiet, round } from "./measure"

const pages = {
  account: `https://${access.subdomain}.vitally.io/accounts/${showcase.globex.id}`,
  other: `https://${access.subdomain}.vitally.io/hubs/1/2`,
}
const loads = 15

interface Cost {
  /** CPU seconds of the page's main thread. */
  task: number
  /** Seconds that its tasks took on the clock: what a user waits, also because the frame's process shares the cores. */
  wall: number
  /** CPU seconds of all processes that show pages, from the start of the load to its rest. */
  renderers: number
  script: number
  /** Bytes after a collection. */
  heap: number
  /** Requests of the page itself, not of our frame in it. */
  requests: number
}

type Which = "ours" | "empty" | "frame"

/** All browsers are open all the time and take turns, each turn another one first; the first loads warm up. */
export async function benchHostCost(): Promise<Record<string, number>> {
  const replica = await startReplica({ accounts: 100, tasksPerAccount: 2, seed: 1, rateLimit: null })
  const ours = await launchWithExtension({ port: replica.port })
  const empty = await launchWithExtension({ port: replica.port, extension: bareExtension("empty", "") })
  const frame = await launchWithExtension({
    port: replica.port,
    extension: bareExtension("frame", bareFrame),
  })
  const contexts: Record<Which, BrowserContext> = {
    ours: ours.context,
    empty: empty.context,
    frame: frame.context,
  }
  try {
    const options = await connectVitally(ours.context, ours.extensionId, access)
    await syncedAccounts(options, 100)
    await quiet(options, replica)
    await options.close()
    const figures: Record<string, number> = {}
    for (const [name, url] of Object.entries(pages)) {
      const costs = await costsOf(contexts, url)
      const cost = (which: Which, key: keyof Cost) => median(costs[which].map((one) => one[key]))
      const extra = (key: keyof Cost) => cost("ours", key) - cost("empty", key)
      figures[`host_${name}_page_extra_task_ms`] = round(extra("task") * 1000)
      figures[`host_${name}_page_extra_wall_ms`] = round(extra("wall") * 1000)
      figures[`host_${name}_page_extra_renderers_cpu_ms`] = round(extra("renderers") * 1000)
      if (name === "account") {
        figures.host_account_page_bare_frame_task_ms = round(
          (cost("frame", "task") - cost("empty", "task")) * 1000,
        )
        figures.host_account_page_beyond_frame_task_ms = round(
          (cost("ours", "task") - cost("frame", "task")) * 1000,
        )
      }
      figures[`host_${name}_page_extra_script_ms`] = round(extra("script") * 1000)
      figures[`host_${name}_page_extra_heap_mb`] = round(extra("heap") / 1_048_576, 2)
      figures[`host_${name}_page_extra_requests`] = extra("requests")
    }
    return figures
  } finally {
    for (const context of Object.values(contexts)) await context.close()
    await replica.close()
  }
}

async function costsOf(contexts: Record<Which, BrowserContext>, url: string): Promise<Record<Which, Cost[]>> {
  const costs: Record<Which, Cost[]> = { ours: [], empty: [], frame: [] }
  const order: Which[] = ["ours", "empty", "frame"]
  for (let turn = -2; turn < loads; turn++) {
    for (const which of order) {
      const cost = await costOf(contexts[which], url)
      if (turn >= 0) costs[which].push(cost)
    }
    order.push(...order.splice(0, 1))
  }
  return costs
}

async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send("Performance.enable", { timeDomain: "threadTicks" })
  // A session counts in one kind of time only.
  const clock = await context.newCDPSession(page)
  await clock.send("Performance.enable", { timeDomain: "timeTicks" })
  const before = await renderersCpu(context)
  let requests = 0
  page.on("request", (request) => {
    if (request.frame() === page.mainFrame()) requests += 1
  })
  await page.goto(url)
  await page.waitForLoadState("networkidle")
  const counted = requests
  const renderers = (await renderersCpu(context)) - before
  const wall = valueOf(await clock.send("Performance.getMetrics"), "TaskDuration")
  await session.send("HeapProfiler.collectGarbage")
  const metrics = await session.send("Performance.getMetrics")
  const value = (name: string) => valueOf(metrics, name)
  await page.close()
  return {
    task: value("TaskDuration"),
    wall,
    renderers,
    script: value("ScriptDuration"),
    heap: value("JSHeapUsedSize"),
    requests: counted,
  }
}

const valueOf = ({ metrics }: { metrics: { name: string; value: number }[] }, name: string): number =>
  metrics.find((metric) => metric.name === name)?.value ?? Number.NaN

async function renderersCpu(context: BrowserContext): Promise<number> {
  const browser = context.browser()
  if (!browser) return Number.NaN
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send("SystemInfo.getProcessInfo")
  await session.detach()
  return processInfo.reduce((sum, { type, cpuTime }) => sum + (type === "renderer" ? cpuTime : 0), 0)
}

/** A frame in the panel's place, on the pages where the panel is. */
const bareFrame = `if (location.pathname.startsWith("/accounts/")) {
  const frame = document.createElement("iframe")
  frame.style.cssText = "position:fixed;top:0;bottom:0;right:0;width:380px;border:0"
  frame.src = chrome.runtime.getURL("frame.html")
  document.documentElement.append(frame)
}`

/** The same matches and moment as the gate, an empty worker, and a page that may be framed. */
function bareExtension(name: string, script: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-extension-`))
  const matches = ["https://*.vitally.io/*"]
  const manifest = {
    manifest_version: 3,
    name,
    version: "1",
    background: { service_worker: "worker.js" },
    content_scripts: [{ matches, js: ["content.js"], run_at: "document_end" }],
    web_accessible_resources: [{ resources: ["frame.html"], matches, use_dynamic_url: true }],
  }
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest))
  writeFileSync(path.join(folder, "worker.js"), "")
  writeFileSync(path.join(folder, "content.js"), script)
  writeFileSync(path.join(folder, "frame.html"), "<!doctype html>")
  return folder
}
