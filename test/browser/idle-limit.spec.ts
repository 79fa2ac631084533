import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { once } from "node:events"
import { readdirSync, readFileSync, rmSync } from "node:fs"

import { expect, type Page, test } from "@playwright/test"

import { ensureBrowser } from "../../scripts/browser.mjs"
import { access } from "../replica/options"
import { type Replica, startReplica } from "../replica/server"
import { browserArgs, builtExtension, launchWithExtension } from "./launch"
import { ask } from "./ask"
import { agree } from "./connect"

const latencyMs = 2_400
const pauseS = 48

/*
 * Attached tools keep a worker alive, so here nothing is attached: the browser is a plain child process, and what it does is seen by
 * the replica's log and the system's list of processes.
 */
test("a sync of ninety seconds gets through the worker's half minute with nothing attached", async () => {
  test.setTimeout(240_000)
  const replica = await startReplica({ accounts: 300, tasksPerAccount: 2, seed: 4, rateLimit: null })
  const { control } = replica
  const profile = await connectedProfile(replica)
  control.clearLog()
  // The limit is used up in the midst of the tasks: longer than an idle worker lives.
  control.fault({
    path: "/resources/tasks",
    skip: 4,
    status: 429,
    headers: { "retry-after": String(pauseS), "ratelimit-limit": "1000;window=1" },
  })
  const bare = startBare(profile, replica.port)
  try {
    const watch = watchWorker(bare)
    // Reading accounts one by one begins when the sweep is over and stored.
    await expect
      .poll(() => control.count({ route: "accounts/:id" }), { timeout: 200_000, intervals: [500] })
      .toBeGreaterThan(0)
    const requests = control.requests.map(({ at }) => at)
    const first = requests[0] ?? 0
    const refused = control.requests.find(({ status }) => status === 429)?.at ?? 0
    const next = requests.find((at) => at > refused) ?? 0
    const last = control.requests.find(({ route }) => route === "accounts/:id")?.at ?? 0
    expect(last - first).toBeGreaterThan(85_000)
    expect(next - refused).toBeGreaterThan(pauseS * 1000)
    expectAnotherWorker(watch.stop(), { first, refused, next, last })
  } finally {
    await stopBare(bare)
  }
  control.setLatency(0)
  await expectWhole(replica, profile)
  await replica.close()
  rmSync(profile, { recursive: true, force: true })
})

/** Threads have names on Linux: there the worker is seen to die in the pause, and another one to go on. */
function expectAnotherWorker(
  seen: Look[],
  { first, refused, next, last }: Record<"first" | "refused" | "next" | "last", number>,
): void {
  if (process.platform !== "linux") return
  const workers = (from: number, to: number) => [
    ...new Set(seen.filter(({ at }) => at > from && at < to).flatMap(({ threads }) => threads)),
  ]
  const before = workers(first, refused)
  const after = workers(next, last)
  expect([before, after]).toEqual([[expect.any(String)], [expect.any(String)]])
  expect(after).not.toEqual(before)
  expect(seen.some(({ at, threads }) => at > refused && at < next && threads.length === 0)).toBe(true)
}

/** A profile whose extension is connected and has just begun to sync. */
async function connectedProfile(replica: Replica): Promise<string> {
  const { context, extensionId, profile } = await launchWithExtension({ port: replica.port })
  const page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html`)
  await agree(page)
  const { subdomain, apiKey } = access
  const connected = await ask(page, "vitally.connect", { region: "us", subdomain, apiKey })
  expect(connected).toMatchObject({ connected: true })
  replica.control.setLatency(latencyMs)
  await ask(page, "me.set", { adminId: replica.control.world.book.advisors[0]?.id ?? "" })
  // Without its alarm the next start of the worker finds the sync overdue.
  await page.evaluate(() => chrome.alarms.clearAll())
  await context.close()
  return profile
}

/** Chromium as a user starts it: no debugging port, no pipe. */
function startBare(profile: string, port: number): ChildProcess {
  return spawn(
    ensureBrowser(),
    [
      "--headless=new",
      "--password-store=basic",
      "--use-mock-keychain",
      `--user-data-dir=${profile}`,
      ...browserArgs(builtExtension, port),
      "about:blank",
    ],
    // A group of its own: so its children can be told from those of other browsers.
    { detached: true, stdio: "ignore" },
  )
}

async function stopBare(bare: ChildProcess): Promise<void> {
  const ended = once(bare, "exit")
  bare.kill("SIGTERM")
  await ended
}

interface Look {
  at: number
  /** `process:thread` of each service worker; while no other extension is there, that is ours. */
  threads: string[]
}

function watchWorker({ pid }: ChildProcess): { stop: () => Look[] } {
  const looks: Look[] = []
  const timer = setInterval(() => looks.push({ at: Date.now(), threads: workerThreads(pid ?? 0) }), 500)
  return {
    stop: () => {
      clearInterval(timer)
      return looks
    },
  }
}

function workerThreads(group: number): string[] {
  const table = execFileSync("ps", ["-A", "-ww", "-o", "pid=,pgid=,args="], { encoding: "utf8" })
  return table.split("\n").flatMap((line) => {
    const [, child = "", of, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(of) === group && args.includes("--extension-process") ? threadsOf(child) : []
  })
}

/** Empty where the process ended meanwhile, or the system shows no threads. */
function threadsOf(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/comm`, "utf8").startsWith("ServiceWorker")
        ? [`${pid}:${thread}`]
        : [],
    )
  } catch {
    return []
  }
}

/** Opened again with tools: everything is there, and was before they came. */
async function expectWhole(replica: Replica, profile: string): Promise<void> {
  const startedAt = Date.now()
  const { context, extensionId } = await launchWithExtension({ port: replica.port, profile })
  const page: Page = await context.newPage()
  await page.goto(`chrome-extension://${extensionId}/options.html`)
  const { sync } = await ask(page, "status.get", {})
  await context.close()
  const { vitally } = replica.control.world
  expect(sync).toMatchObject({
    accounts: vitally.accounts.size,
    tasks: [...vitally.tasks.all()].filter(({ row }) => row["archivedAt"] === null).length,
  })
  expect(Date.parse(sync.lastFullAt ?? "")).toBeLessThan(startedAt)
}
