/** Keeps the cache fresh, slice by slice. */
import { startOffsetMs } from "../vitally/api"

import { factsContextOf } from "../account-facts/account-context"
import { log } from "../kernel/log"
import { scopeOf } from "../kernel/my-owners"
import { noteHealth } from "../kernel/service-health"
import { askedToResummarise, resummariseAll } from "./rows/resummarise"
import { runSyncSlice, type SliceResult } from "./run-slice"
import type { WorkerContext } from "../kernel/context"
import { alarmFloorMs, type Job, sliceMs } from "../kernel/job"
import { syncDeps } from "../account-facts/sync-deps"

/** Set in `storage.session` where the user asked for everything anew. */
export const fullKey = "sync.full"

const turnMs = 15 * 60_000
const name = "sync"

export const syncJob: Job = {
  name,
  everyMinutes: 15,
  /** Slices follow one another while the worker lives; the alarm, armed before each, carries on where it died. */
  async run(context, deadline) {
    for (let end = deadline; ; end = context.now() + sliceMs) {
      await context.platform.alarms.arm(name, { at: context.now() + alarmFloorMs })
      const books = await booksShown(context)
      const result = await slice(context, end)
      // Who one is, or whom one covers, may be said while a slice runs: it began without knowing whose books to read.
      if (!result?.more && books === (await booksShown(context))) break
      if (!result) break
      if (result.waitMs >= alarmFloorMs) return context.now() + result.waitMs
      await context.wait(result.waitMs)
    }
    return nextTurn(context)
  },
}

const booksShown = async ({ settings, clock }: WorkerContext) =>
  scopeOf(await settings.get(), (await clock()).today).owners.join()

async function slice(context: WorkerContext, end: number): Promise<SliceResult | null> {
  const deps = await syncDeps(context)
  if (!deps || !context.platform.online.now()) return derive(context, end)
  const { session } = context.platform
  const full = (await session.get(fullKey)) === true
  const result = await runSyncSlice(deps, { deadlineMs: Math.max(1_000, end - context.now()), full })
  if (!result.ran) return null
  if (full) await session.remove(fullKey)
  // Waiting for our share of the limit is how a long sweep goes, nothing for the reader to mend.
  const health = result.fault?.code === "rate" ? undefined : result.fault
  if (deps.isCurrent?.() !== false) await noteHealth(context, "vitally", health)
  const { changed, more, waitMs, fault, state } = result
  if (changed.length > 0 || fault) {
    const { accounts, tasks, setAside } = state
    const numbers = { changed: changed.length, more, waitMs, accounts, tasks, setAside: setAside.count }
    void log(context, fault ? "sync.stopped" : "sync.slice", numbers, fault?.code)
  }
  return result
}

/** Without a network or a key, summaries that a changed policy or time zone put out of date are still recomputed. */
async function derive(context: WorkerContext, end: number): Promise<null> {
  const asked = await askedToResummarise(context.db)
  if (asked === undefined) return null
  const { me } = await context.settings.get()
  const options = {
    db: context.db,
    facts: await factsContextOf(context),
    role: me?.role ?? "",
    history: false,
  }
  await resummariseAll(options, asked, () => context.now() >= end)
  context.publish("book", "popup")
  return null
}

/** A quarter-hour grid of this install's own: installs that start together in the morning do not ask together. */
async function nextTurn(context: WorkerContext): Promise<number> {
  const offset = startOffsetMs(await installId(context), turnMs)
  return Math.ceil((context.now() + 60_000 - offset) / turnMs) * turnMs + offset
}

async function installId({ platform, newId }: WorkerContext): Promise<string> {
  const known = await platform.local.get("installId")
  if (typeof known === "string") return known
  const id = newId()
  await platform.local.set({ installId: id })
  return id
}
