/** What both clients need around `fetch`. */

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Waits, unless `signal` stops it. Injected so that tests run in their own time. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

/** A worker that only fetches dies after 30 s: every fetch ends before (design.md, decision 5). */
const fetchLimitMs = 20_000

export const waitFor: Wait = (ms, signal) =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(reasonOf(signal))
    }
    if (signal?.aborted) {
      reject(reasonOf(signal))
      return
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop)
      resolve()
    }, ms)
    signal?.addEventListener("abort", stop, { once: true })
  })

function reasonOf(signal: AbortSignal | undefined): Error {
  return signal?.reason instanceof Error ? signal.reason : new DOMException("Stopped", "AbortError")
}

/** A signal that fires when the caller stops or the time for one fetch is over. The body must be read under it too. */
export function limited(signal: AbortSignal | undefined, ms = fetchLimitMs): AbortSignal {
  const timeout = AbortSignal.timeout(ms)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

/**
 * `Retry-After` as milliseconds from `now`: seconds or an HTTP date.
 * @returns undefined where the header is absent or unreadable; never negative.
 */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null || header.trim() === "") return undefined
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}

/** Exponential with jitter: 0.5-1.5 times `base` doubled `attempt` times, at most `cap`. */
export function backoffMs(attempt: number, random: () => number, base = 500, cap = 8000): number {
  return Math.min(cap, base * 2 ** attempt * (0.5 + random()))
}

/** By the charset that the answer names. Bytes that are none of it are an error: half a name would be stored for a new one. */
function decoderOf({ headers }: Response): TextDecoder {
  const [, charset = "utf-8"] = /charset="?([\w-]+)/i.exec(headers.get("Content-Type") ?? "") ?? []
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    return new TextDecoder("utf-8", { fatal: true })
  }
}

/** The body as text; null if it is longer than `limit` bytes, which are then not read further. @throws TypeError for bytes that are no text. */
export async function boundedText(response: Response, limit: number): Promise<string | null> {
  const told = response.headers.get("Content-Length")
  const decoder = decoderOf(response)
  if (told !== null && Number(told) <= limit) {
    const bytes = await response.arrayBuffer()
    // A packed body is longer than it says.
    return bytes.byteLength > limit ? null : decoder.decode(bytes)
  }
  const reader = response.body?.getReader()
  if (!reader) return ""
  let text = ""
  let left = told === null ? limit : -1
  while (left >= 0) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    left -= value.byteLength
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel().catch(() => undefined)
  return null
}
