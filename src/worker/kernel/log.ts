/**
 * The log for support: what happened, when and how often. It can hold no customer's name, no id and no secret, because
 * an entry is a fixed word and numbers: nothing that came from a service or from the user fits in.
 */
import type { Instant } from "~src/domain/facts"
import type { Fault } from "~src/messaging/contract"
import type { Locks } from "~src/platform/locks"
import type { StorageArea } from "~src/platform/storage-area"

/** `<area>.<event>`, a literal in the source. */
export type LogCode =
  `${"sync" | "vitally" | "gateway" | "looker" | "salesforce" | "outbox" | "worker" | "settings" | "policy" | "data" | "badge" | "reminder"}.${string}`

/** Counts, milliseconds, status codes, yes or no. */
export type LogNumbers = Record<string, number | boolean>

export interface LogEntry {
  at: Instant
  code: string
  fault?: Fault["code"]
  numbers?: LogNumbers
}

export const logKey = "diagnostics.log"
/** The oldest give way: about half a day of a worker that only wakes for its turns. */
export const logLength = 600

/** The part of the worker's context that the log needs. */
export interface LogContext {
  platform: { local: StorageArea; locks: Locks }
  now(): number
}

/** Adds one entry. Never throws: a log that cannot be written must not break what it reports on. */
export async function log(
  context: LogContext,
  code: LogCode,
  numbers: LogNumbers = {},
  fault?: Fault["code"],
): Promise<void> {
  const entry: LogEntry = {
    at: new Date(context.now()).toISOString(),
    code: plainWord(code),
    ...(fault && { fault }),
    ...(Object.keys(numbers).length > 0 && { numbers: onlyNumbers(numbers) }),
  }
  await context.platform.locks
    .whenFree("diagnostics.log", async () => {
      const entries = await readLog(context)
      await context.platform.local.set({ [logKey]: [...entries, entry].slice(-logLength) })
    })
    .catch(() => undefined)
}

/** Oldest first; anything unreadable is left out. */
export async function readLog({ platform }: Pick<LogContext, "platform">): Promise<LogEntry[]> {
  const stored = await platform.local.get(logKey)
  return Array.isArray(stored) ? stored.filter(isEntry) : []
}

/** One line of text for an entry: `2026-11-23T10:00:00.000Z sync.page count=100 ms=20`. */
export function logLine({ at, code, fault, numbers = {} }: LogEntry): string {
  const details = Object.entries(numbers).map(([key, value]) => `${key}=${value}`)
  return [at, code, ...(fault ? [`fault=${fault}`] : []), ...details].join(" ")
}

/** Types are gone at run time: a code built from data is cut down to nothing that could name a customer. */
function plainWord(code: string): string {
  return /^[a-z]+\.[a-z-]{1,40}$/.test(code) ? code : `${/^[a-z]+(?=\.)/.exec(code)?.[0] ?? "worker"}.unnamed`
}

function onlyNumbers(numbers: Record<string, unknown>): LogNumbers {
  return Object.fromEntries(
    Object.entries(numbers).filter(
      (pair): pair is [string, number | boolean] =>
        /^[a-zA-Z]{1,30}([1-5]xx)?$/.test(pair[0]) &&
        (typeof pair[1] === "number" || typeof pair[1] === "boolean"),
    ),
  )
}

function isEntry(value: unknown): value is LogEntry {
  return typeof value === "object" && value !== null && "at" in value && "code" in value
}
