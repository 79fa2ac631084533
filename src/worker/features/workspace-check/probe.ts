/** One question to Vitally and the line about its answer. */
import { isTimeout, type Seen, type VitallyClient, VitallyError } from "~src/worker/vitally/api"
import type { CheckRow } from "~src/messaging/views/options"
import { readRows, type Shape } from "~src/worker/vitally/rows"

import { shapeOf } from "./shape-of"

export interface Probe {
  rows: CheckRow[]
  say(name: string, ok: boolean | null, text: string): void
  /** Asks once; status 0 if no answer came in time. @throws as `list`. */
  ask(path: string, query?: Query): Promise<Seen>
  /**
   * Asks once, notes what came back, and returns what our reader makes of it.
   * @throws VitallyError where asking on is no use: no network, no valid key, no request left.
   */
  list<T>(name: string, shape: Shape<T>, query?: Query, path?: string): Promise<T[]>
  /** As `list`, for a body that has a reader of its own; null where it was not answered. */
  body(name: string, path: string, query?: Query): Promise<{ value: unknown } | null>
}

type Query = Record<string, string | number | boolean>

export function createProbe(client: VitallyClient): Probe {
  const rows: CheckRow[] = []
  const say: Probe["say"] = (name, ok, text) => void rows.push({ name, ok, text })

  const ask: Probe["ask"] = async (path, query = {}) => {
    const seen = await client.look(path, query).catch((error: unknown) => {
      if (isTimeout(error)) return null
      throw error
    })
    if (!seen) return unanswered
    if (seen.status === 401) throw new VitallyError("auth", { status: 401 })
    if (seen.status === 429) throw new VitallyError("rate", { status: 429 })
    return seen
  }

  return {
    rows,
    say,
    ask,
    async list(name, shape, query = {}, path = name) {
      const seen = await ask(path, query)
      if (seen.status !== 200) {
        say(name, false, textOf(seen))
        return []
      }
      const read = readRows(recordOrList(seen.body), shape)
      const reasons = [...new Set(read.setAside.map(({ reason }) => reason))].join(", ")
      const trouble = read.malformed
        ? "; not readable"
        : read.setAside.length > 0
          ? `; ${read.setAside.length} not readable: ${reasons}`
          : ""
      say(name, trouble === "", textOf(seen) + trouble)
      return read.rows
    },
    async body(name, path, query = {}) {
      const seen = await ask(path, query)
      say(name, seen.status === 200, textOf(seen))
      return seen.status === 200 ? { value: seen.body } : null
    },
  }
}

/** Some endpoints answer one bare record, of which the reader of lists takes none. */
function recordOrList(body: unknown): unknown {
  const isRecord = typeof body === "object" && body !== null && "id" in body && !Array.isArray(body)
  return isRecord ? [body] : body
}

/** One part that hangs must not keep the others untold. */
const unanswered: Seen = { status: 0, headers: new Headers(), body: null }

export const textOf = ({ status, body }: Seen): string =>
  status === 0 ? "No answer in time." : `${status}, ${shapeOf(body)}`
