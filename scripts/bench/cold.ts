/**
 * What a start of the worker costs: the first answer after it was killed, beside a worker that does nothing but answer.
 * The difference is all that its size, its database and its settings can cost together.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

import type { CDPSession, Page } from "@playwright/test"

import { builtExtension, launchWithExtension } from "../../test/browser/launch"

const turns = 20
/** Nothing is asked of the network. */
const nowhere = 9
const bareWorker = "chrome.runtime.onMessage.addListener((m, s, respond) => { respond({ ok: true }) })"

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const round = (value: number) => Number(value.toFixed(1))

export async function benchCold(): Promise<Record<string, unknown>> {
  const manifest = JSON.parse(readFileSync(path.join(builtExtension, "manifest.json"), "utf8")) as {
    background: { service_worker: string }
  }
  const file = manifest.background.service_worker
  const ours = await answers()
  const bare = await answers((folder) => writeFileSync(path.join(folder, file), bareWorker))
  return {
    worker_bytes: statSync(path.join(builtExtension, file)).size,
    worker_answer_cold_ms: round(median(ours.cold)),
    worker_answer_warm_ms: round(median(ours.warm)),
    bare_worker_answer_cold_ms: round(median(bare.cold)),
  }
}

/** Milliseconds from asking to the answer, worker just killed and worker awake, asked by a page that runs no script. */
async function answers(change?: (folder: string) => void): Promise<{ cold: number[]; warm: number[] }> {
  const folder = mkdtempSync(path.join(tmpdir(), "cold-"))
  cpSync(builtExtension, folder, { recursive: true })
  writeFileSync(path.join(folder, "quiet.html"), "<!doctype html><title>Quiet</title>")
  change?.(folder)
  const { context, extensionId, profile } = await launchWithExtension({ port: nowhere, extension: folder })
  try {
    const page = await context.newPage()
    await page.goto(`chrome-extension://${extensionId}/quiet.html`)
    const session = await context.newCDPSession(page)
    await session.send("ServiceWorker.enable")
    const cold: number[] = []
    const warm: number[] = []
    await ask(page)
    for (let turn = 0; turn < turns; turn++) {
      await stopped(session)
      cold.push(await ask(page))
      warm.push(await ask(page))
    }
    return { cold, warm }
  } finally {
    await context.close()
    for (const made of [folder, profile]) rmSync(made, { recursive: true, force: true })
  }
}

/** Kills the worker and waits until Chrome says that it is gone. */
async function stopped(session: CDPSession): Promise<void> {
  const gone = new Promise<void>((resolve) => {
    const listen = ({ versions }: { versions: { runningStatus: string }[] }) => {
      if (!versions.some(({ runningStatus }) => runningStatus === "stopped")) return
      session.off("ServiceWorker.workerVersionUpdated", listen)
      resolve()
    }
    session.on("ServiceWorker.workerVersionUpdated", listen)
  })
  await session.send("ServiceWorker.stopAllWorkers")
  await gone
}

function ask(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const asked = performance.now()
    const reply: { ok: boolean } = await chrome.runtime.sendMessage({ m: "status.get", p: {} })
    if (!reply.ok) throw new Error("The worker gave no answer.")
    return performance.now() - asked
  })
}
