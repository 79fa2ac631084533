/** What the extension costs the page it stands in, against an extension with the same matches that does nothing. */
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
  /** CPU seconds of the page's main thread; wall time would count who else used the machine. */
  task: number
  script: number
  /** Bytes after a collection. */
  heap: number
  /** Requests of the page itself, not of our frame in it. */
  requests: number
}

/** Both browsers are open all the time and take turns, the first of each turn about; the first loads warm up. */
export async function benchHostCost(): Promise<Record<string, number>> {
  const replica = await startReplica({ accounts: 100, tasksPerAccount: 2, seed: 1, rateLimit: null })
  const ours = await launchWithExtension({ port: replica.port })
  const empty = await launchWithExtension({ port: replica.port, extension: emptyExtension() })
  try {
    const options = await connectVitally(ours.context, ours.extensionId, access)
    await syncedAccounts(options, 100)
    await quiet(options, replica)
    await options.close()
    const figures: Record<string, number> = {}
    for (const [name, url] of Object.entries(pages)) {
      const costs: Record<"ours" | "empty", Cost[]> = { ours: [], empty: [] }
      for (let turn = -2; turn < loads; turn++) {
        const order = turn % 2 === 0 ? (["ours", "empty"] as const) : (["empty", "ours"] as const)
        for (const which of order) {
          const cost = await costOf((which === "ours" ? ours : empty).context, url)
          if (turn >= 0) costs[which].push(cost)
        }
      }
      const extra = (key: keyof Cost) =>
        median(costs.ours.map((cost) => cost[key])) - median(costs.empty.map((cost) => cost[key]))
      figures[`host_${name}_page_extra_task_ms`] = round(extra("task") * 1000)
      figures[`host_${name}_page_extra_script_ms`] = round(extra("script") * 1000)
      figures[`host_${name}_page_extra_heap_mb`] = round(extra("heap") / 1_048_576, 2)
      figures[`host_${name}_page_extra_requests`] = extra("requests")
    }
    return figures
  } finally {
    await ours.context.close()
    await empty.context.close()
    await replica.close()
  }
}

async function costOf(context: BrowserContext, url: string): Promise<Cost> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send("Performance.enable", { timeDomain: "threadTicks" })
  let requests = 0
  page.on("request", (request) => {
    if (request.frame() === page.mainFrame()) requests += 1
  })
  await page.goto(url)
  await page.waitForLoadState("networkidle")
  const counted = requests
  await session.send("HeapProfiler.collectGarbage")
  const { metrics } = await session.send("Performance.getMetrics")
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
  await page.close()
  return {
    task: value("TaskDuration"),
    script: value("ScriptDuration"),
    heap: value("JSHeapUsedSize"),
    requests: counted,
  }
}

/** The same matches and moment of the gate, an empty script and an empty worker. */
function emptyExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "empty-extension-"))
  const manifest = {
    manifest_version: 3,
    name: "Empty",
    version: "1",
    background: { service_worker: "worker.js" },
    content_scripts: [{ matches: ["https://*.vitally.io/*"], js: ["empty.js"], run_at: "document_end" }],
  }
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest))
  writeFileSync(path.join(folder, "worker.js"), "")
  writeFileSync(path.join(folder, "empty.js"), "")
  return folder
}
