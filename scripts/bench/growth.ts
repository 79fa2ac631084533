/** What grows with the workspace: search, badge and popup over 1,000, 10,000 and 100,000 accounts in one browser. */
import type { Page, Worker } from "@playwright/test"

import { connectVitally } from "../../test/browser/connect"
import { launchWithExtension } from "../../test/browser/launch"
import { syncedAccounts } from "../../test/browser/worker"
import { access } from "../../test/replica/options"
import { startReplica } from "../../test/replica/server"
import { answerTimes, median, quiet, round } from "./measure"

const sizes = { "1k": 1_000, "10k": 10_000, "100k": 100_000 }
/** As one types: the first letter finds nearly everything. */
const typed = ["s", "sy", "syn", "synth 7", "synth 77", "nobody at all"]

export async function benchGrowth(): Promise<Record<string, number>> {
  const replica = await startReplica({ accounts: 100, tasksPerAccount: 2, seed: 1, rateLimit: null })
  const { context, extensionId, worker } = await launchWithExtension({ port: replica.port })
  try {
    const page = await connectVitally(context, extensionId, access)
    await syncedAccounts(page, 100)
    await quiet(page, replica)
    const figures: Record<string, number> = {}
    for (const [name, size] of Object.entries(sizes)) {
      await worker.evaluate(fillScript(size))
      Object.assign(figures, await figuresAt(page, worker, name))
    }
    for (const what of ["search", "badge", "popup_answer"])
      figures[`${what}_100k_over_1k`] = round(
        (figures[`${what}_100k_ms`] ?? 0) / (figures[`${what}_1k_ms`] ?? 0),
      )
    return figures
  } finally {
    await context.close()
    await replica.close()
  }
}

async function figuresAt(page: Page, worker: Worker, name: string): Promise<Record<string, number>> {
  const keystrokes: number[] = []
  for (const text of typed) keystrokes.push(median(await answerTimes(page, "search", { text, limit: 8 }, 9)))
  const counts = await worker.evaluate<number[]>(badgeScript)
  return {
    [`search_${name}_ms`]: round(Math.max(...keystrokes)),
    [`badge_${name}_ms`]: round(median(counts), 2),
    [`popup_answer_${name}_ms`]: round(median(await answerTimes(page, "popup.get", {}))),
  }
}

/**
 * Rows like the cached ones up to `size`, 50 customers an owner, and the packed index over all. Scripts are text: what the
 * bundler makes of a function does not run in the worker.
 */
const fillScript = (size: number) => `(async () => {
  const db = await new Promise((done) => { indexedDB.open("account-lens").onsuccess = ({ target }) => done(target.result) })
  const once = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail })
  const read = (store) => once(db.transaction(store).objectStore(store).getAll(null, 100))
  const [accounts, summaries] = [await read("accounts"), await read("summaries")]
  const words = ["Synth", "Systems", "Globe", "Harbor", "Lumen", "Quartz"]
  for (let from = 0; from < ${size}; from += 5000) {
    const tx = db.transaction(["accounts", "summaries"], "readwrite", { durability: "relaxed" })
    for (let n = from; n < Math.min(from + 5000, ${size}); n++) {
      const id = "bench-" + n, name = words[n % words.length] + " " + n, owner = "owner-" + Math.floor(n / 50)
      tx.objectStore("accounts").put({ ...accounts[n % accounts.length], id, name, owner })
      tx.objectStore("summaries").put({ ...summaries[n % summaries.length], id, name, owner })
    }
    await new Promise((done, fail) => { tx.oncomplete = done; tx.onerror = fail })
  }
  let text = ""
  for (let n = 0; n < ${size}; n++) text += "\\n" + (words[n % words.length] + " " + n).toLowerCase() + "\\t001ab00000" + n + "\\tbench-" + n
  const tx = db.transaction("meta", "readwrite")
  tx.objectStore("meta").put({ key: "search", value: { text, ids: [] } })
  tx.objectStore("meta").put({ key: "search-stamp", value: crypto.randomUUID() })
  await new Promise((done) => { tx.oncomplete = done })
  db.close()
})()`

/** The badge's number as the worker counts it: a range of the compound index. */
const badgeScript = `(async () => {
  const db = await new Promise((done) => { indexedDB.open("account-lens").onsuccess = ({ target }) => done(target.result) })
  const times = []
  for (let run = 0; run < 15; run++) {
    const start = performance.now()
    const index = db.transaction("summaries").objectStore("summaries").index("overdue")
    await new Promise((done) => { index.count(IDBKeyRange.bound(["owner-7", ""], ["owner-7", "2099-01-01"])).onsuccess = done })
    times.push(performance.now() - start)
  }
  db.close()
  return times.slice(1)
})()`
