/**
 * One budget for all requests to Vitally, because one key and one limit serve the whole team.
 *
 * What the user waits for goes first. Background work stops in two places: at its share of what one install may use a window,
 * and as soon as less than the rest of the workspace's budget is left, whoever used it: so a team of any size leaves the same
 * room for people who are waiting.
 */
import { retryAfterMs, type Wait } from "../../kernel/http"
import { VitallyError } from "./errors"

export type Priority = "interactive" | "background"

export interface LimiterState {
  /** Requests a window. */
  limit: number
  windowMs: number
  /** As Vitally last said, and when. */
  remaining: number
  seenAt: number
  resetAt: number
  /** After a 429: nobody sends before, but for one request that the user asks for. */
  blockedUntil: number
  /** This install's background requests since `ownSince`. */
  ownSince: number
  ownCount: number
  /** Whether the last 429 said how long to wait in `Retry-After`; absent: none came yet. */
  retryAfterSeen?: boolean
}

/** Where the state outlives the worker: `chrome.storage.session` behind two functions. */
interface LimiterStore {
  get(): Promise<LimiterState | undefined>
  set(state: LimiterState): Promise<void>
}

export interface LimiterOptions {
  store: LimiterStore
  now: () => number
  wait: Wait
  random: () => number
  /** 0.05-1; read at each request, so that a changed setting counts at once. */
  backgroundShare: () => number
}

interface AcquireOptions {
  signal?: AbortSignal
  /** Epoch milliseconds: rather than wait beyond, it fails with kind `rate`. */
  deadlineAt?: number
  /** The user asked for it by name: after a 429 it may knock once, and a good answer ends the wait for all. */
  insist?: boolean
}

/** One request on its way. `settle` is called once, with the response or null. */
interface Ticket {
  settle(response: { status: number; headers: Headers } | null): void
}

export interface Limiter {
  acquire(priority: Priority, options?: AcquireOptions): Promise<Ticket>
  /** As last seen; for status and the workspace check. */
  state(): Promise<LimiterState>
}

const assumedLimit = 1000
const assumedWindowMs = 60_000
/** However long Vitally says to wait, a longer wait than this is asked again. */
const longestWaitMs = 120_000
/** After a 429 somebody asks again within a minute, whatever it said: what has passed must not be waited for. */
const longestBlockMs = 55_000
/** Nobody who waits for an answer waits longer than this for the limit: what is cached is shown, with the reason. */
const interactiveWaitMs = 12_000
/** An observation older than this does not stop somebody who is waiting: trying tells more. */
const interactiveDoubtMs = 1000

export function createLimiter({ store, now, wait, random, backgroundShare }: LimiterOptions): Limiter {
  let loaded: Promise<LimiterState> | undefined
  let inFlight = 0
  let interactiveWaiting = 0
  /** The wait in which the user has knocked already. */
  let knockedIn = 0

  const load = (): Promise<LimiterState> =>
    (loaded ??= store.get().then(
      (state) => state ?? fresh(now()),
      () => fresh(now()),
    ))

  /** Milliseconds until the next try; 0 = go. */
  function delay(state: LimiterState, priority: Priority): number {
    const time = now()
    roll(state, time)
    if (time < state.blockedUntil) return state.blockedUntil - time + jitter(priority, state)
    const available = state.remaining - inFlight
    if (priority === "interactive") {
      if (available > 0 || time - state.seenAt >= interactiveDoubtMs) return 0
      return Math.min(state.resetAt - time, interactiveDoubtMs)
    }
    if (interactiveWaiting > 0) return 50
    const share = Math.min(1, Math.max(0.05, backgroundShare()))
    if (state.ownCount >= share * state.limit)
      return state.ownSince + state.windowMs - time + jitter(priority, state)
    if (available <= (1 - share) * state.limit)
      return Math.max(1000, state.resetAt - time) + jitter(priority, state)
    return 0
  }

  function mayKnock({ blockedUntil }: LimiterState): boolean {
    if (now() >= blockedUntil || knockedIn === blockedUntil) return false
    knockedIn = blockedUntil
    return true
  }

  /** Installs that were stopped together start apart. */
  function jitter(priority: Priority, state: LimiterState): number {
    return priority === "interactive" ? random() * 250 : random() * state.windowMs * 0.5
  }

  return {
    async acquire(priority, { signal, deadlineAt, insist = false } = {}) {
      const state = await load()
      const latest = priority === "interactive" ? now() + interactiveWaitMs : Infinity
      let counted = false
      try {
        for (;;) {
          signal?.throwIfAborted()
          if (insist && mayKnock(state)) break
          const ms = Math.min(delay(state, priority), longestWaitMs)
          if (ms <= 0) break
          if (now() + ms > (deadlineAt ?? latest)) throw new VitallyError("rate", { retryAfterMs: ms })
          if (priority === "interactive" && !counted) {
            interactiveWaiting += 1
            counted = true
          }
          await wait(ms, signal)
        }
      } finally {
        if (counted) interactiveWaiting -= 1
      }
      inFlight += 1
      if (priority === "background") state.ownCount += 1
      return {
        settle(response) {
          inFlight -= 1
          observe(state, response, now())
          if (insist && response !== null && response.status < 400) state.blockedUntil = 0
          // Losing one write of the state costs one request too many at worst.
          store.set(state).catch(() => undefined)
        },
      }
    },
    state: load,
  }
}

function fresh(time: number): LimiterState {
  return {
    limit: assumedLimit,
    windowMs: assumedWindowMs,
    remaining: assumedLimit,
    seenAt: 0,
    resetAt: time + assumedWindowMs,
    blockedUntil: 0,
    ownSince: time,
    ownCount: 0,
  }
}

/** Times further ahead than any we set come from a clock that was set back since: they must not stop us for the difference. */
function roll(state: LimiterState, time: number): void {
  if (time >= state.resetAt || state.resetAt > time + longestWaitMs) {
    state.remaining = state.limit
    state.resetAt = time + state.windowMs
  }
  if (time >= state.ownSince + state.windowMs || time < state.ownSince) {
    state.ownSince = time
    state.ownCount = 0
  }
  if (state.blockedUntil > time + longestWaitMs) state.blockedUntil = 0
}

function observe(
  state: LimiterState,
  response: { status: number; headers: Headers } | null,
  time: number,
): void {
  if (response === null) return
  const { headers, status } = response
  const limit = /^\s*(\d+)/.exec(headers.get("RateLimit-Limit") ?? "")?.[1]
  if (limit !== undefined && Number(limit) > 0) state.limit = Number(limit)
  const window = /window=(\d+)/.exec(headers.get("RateLimit-Limit") ?? "")?.[1]
  if (window !== undefined && Number(window) > 0)
    state.windowMs = Math.min(Number(window) * 1000, longestWaitMs)
  const remaining = numberIn(headers, "RateLimit-Remaining")
  state.remaining = remaining ?? Math.max(0, state.remaining - 1)
  const reset = numberIn(headers, "RateLimit-Reset")
  if (reset !== undefined) state.resetAt = time + Math.min(reset * 1000, longestWaitMs)
  state.seenAt = time
  if (status === 429) {
    const said = retryAfterMs(headers.get("Retry-After"), time)
    state.retryAfterSeen = said !== undefined
    const asked = said ?? (reset === undefined ? 5000 : reset * 1000)
    state.blockedUntil = time + Math.min(Math.max(asked, 250), longestBlockMs)
    state.remaining = 0
    // A window that only we assumed must not hold the next try back for longer: its answer will tell what is left.
    if (reset === undefined) state.resetAt = state.blockedUntil
  }
}

function numberIn(headers: Headers, name: string): number | undefined {
  const value = headers.get(name)
  const number = value === null || value.trim() === "" ? Number.NaN : Number(value)
  return Number.isFinite(number) && number >= 0 ? number : undefined
}

/**
 * How long after the hour this install's background work starts, 0 to `spreadMs`: the same for one install always, spread evenly
 * over all of them.
 */
export function startOffsetMs(installId: string, spreadMs: number): number {
  let hash = 2166136261
  for (const char of installId) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0
  hash = (hash ^ (hash >>> 13)) >>> 0
  return (hash / 2 ** 32) * spreadMs
}
