/** One request to Vitally: limits, time, retries, typed errors. */
import {
  backoffMs,
  boundedText,
  type Fetch,
  limited,
  retryAfterMs,
  type Wait,
  waitFor,
} from "../../kernel/http"
import { maxBodyBytes, maxRefusalBytes } from "../../kernel/limits"
import { restBases, type Workspace } from "./address"
import { kindOf, VitallyError } from "./errors"
import type { Limiter, Priority } from "./limiter"

export interface CallOptions {
  /** Default: interactive. */
  priority?: Priority
  signal?: AbortSignal
  /** Epoch milliseconds after which no wait may end: the slice is over. */
  deadlineAt?: number
  /** Somebody asked for it anew: no copy of the team gateway's. */
  fresh?: boolean
  /** The user asked for it by name: may knock once after a 429 (`Limiter.acquire`). */
  insist?: boolean
}

export interface TransportOptions extends Workspace {
  fetch: Fetch
  /** The whole header (see `parseApiKey`). */
  authorization: string
  limiter: Limiter
  /** Asked in place of Vitally, with a token of one's own; `authorization` is then not used. */
  gateway?: GatewayAccess
  now: () => number
  random?: () => number
  wait?: Wait
  /** Which of the workspace's addresses answered last; shared by clients that follow one another. */
  place?: { base: number }
  /** False: only the address as typed, once; for checking what was typed. */
  forgiving?: boolean
}

export interface GatewayAccess {
  /** `https://lens.acme.example` */
  url: string
  /** The token to send; given the one that was refused, a new one. */
  token: (refused?: string) => Promise<string>
}

export type Query = Record<string, string | number | boolean | null | undefined>

/** `body`: parsed where it is JSON, else as text; null if there was none. */
export interface Seen {
  status: number
  headers: Headers
  body: unknown
}

export interface Transport {
  /** Vitally's clock, epoch milliseconds; infinite until an answer told it. */
  now(): number
  get(path: string, query?: Query, options?: CallOptions): Promise<unknown>
  /** One read as it was answered, whatever the status; fails only without an answer. For the workspace check. */
  look(path: string, query?: Query, options?: CallOptions): Promise<Seen>
  /** Sent once: whether to send again is for the outbox to decide. */
  write(method: "POST" | "PUT", path: string, body: object, options?: CallOptions): Promise<unknown>
}

const readTries = 4

export function createTransport(options: TransportOptions): Transport {
  const { authorization, limiter, now, random = Math.random, wait = waitFor, forgiving = true } = options
  const { gateway } = options
  const direct = forgiving ? restBases(options) : restBases(options).slice(0, 1)
  const bases = gateway ? [`${gateway.url}/resources`] : direct
  const tries = forgiving ? readTries : 1
  const { place = { base: 0 } } = options
  let ahead = Infinity
  const turn = (): void => {
    place.base = (place.base + 1) % bases.length
  }

  type Read<T> = (response: Response, time: number) => Promise<T>

  /** A token that the gateway does not take is renewed once: it looked at nothing else of the request. */
  async function once<T>(
    method: string,
    url: string,
    body: object | undefined,
    call: CallOptions,
    read: Read<T>,
  ): Promise<T> {
    if (!gateway) return ask(method, url, body, call, read, authorization)
    const token = await gateway.token()
    try {
      return await ask(method, url, body, call, read, `Bearer ${token}`)
    } catch (error) {
      if (!(error instanceof VitallyError) || error.gateway !== "signed-out") throw error
      return ask(method, url, body, call, read, `Bearer ${await gateway.token(token)}`)
    }
  }

  async function ask<T>(
    method: string,
    url: string,
    body: object | undefined,
    call: CallOptions,
    read: Read<T>,
    header: string,
  ): Promise<T> {
    const ticket = await limiter.acquire(call.priority ?? "interactive", call)
    let response: Response | null = null
    try {
      const headers: Record<string, string> = { Accept: "application/json", Authorization: header }
      if (body !== undefined) headers["Content-Type"] = "application/json"
      const init: RequestInit = {
        method,
        headers,
        credentials: "omit",
        redirect: "error",
        cache: cacheOf(call),
      }
      if (body !== undefined) init.body = JSON.stringify(body)
      const signal = limited(call.signal)
      response = await options.fetch(url, { ...init, signal })
      const theirs = Date.parse(response.headers.get("Date") ?? "")
      if (theirs > 0) ahead = theirs - now()
      return await read(response, now())
    } catch (error) {
      if (error instanceof VitallyError) throw error
      if (call.signal?.aborted) throw error
      throw new VitallyError("network", { cause: error })
    } finally {
      ticket.settle(response)
    }
  }

  /**
   * `no-store` makes Chrome send `Cache-Control: no-cache`, by which the gateway would ask Vitally each time. Nothing is stored
   * in any case: the gateway's answers forbid it.
   */
  function cacheOf({ fresh = false }: CallOptions): RequestCache {
    if (!gateway) return "no-store"
    return fresh ? "reload" : "default"
  }

  return {
    now: () => now() + ahead,
    async get(path, query = {}, call = {}) {
      for (let attempt = 0; ; attempt += 1) {
        const at = place.base % bases.length
        try {
          // Whoever knocks does so once; the next try waits as everybody does.
          const knock = attempt === 0 ? call : { ...call, insist: false }
          const body = await once("GET", address(bases[at], path, query), undefined, knock, read)
          return body
        } catch (error) {
          if (!(error instanceof VitallyError) || attempt + 1 >= tries || !worthRepeating(error)) throw error
          // US tenants also answer on the shared host: a name that does not resolve must not stop us.
          if (error.kind === "network" && place.base === at) turn()
          // The limiter holds the next try back after a 429.
          const ms = error.kind === "rate" ? 0 : backoffMs(attempt, random)
          if (call.deadlineAt !== undefined && now() + ms > call.deadlineAt) throw error
          await wait(ms, call.signal)
        }
      }
    },
    async look(path, query = {}, call = {}) {
      for (let tried = 1; ; tried += 1) {
        try {
          const seen = await once(
            "GET",
            address(bases[place.base % bases.length], path, query),
            undefined,
            call,
            look,
          )
          return seen
        } catch (error) {
          if (!(error instanceof VitallyError) || error.kind !== "network" || tried >= bases.length)
            throw error
          turn()
        }
      }
    },
    async write(method, path, body, call = {}) {
      const at = place.base % bases.length
      try {
        const answer = await once(method, address(bases[at], path, {}), body, call, read)
        return answer
      } catch (error) {
        // The outbox repeats it: then at the other address.
        if (error instanceof VitallyError && error.kind === "network" && place.base === at) turn()
        throw error
      }
    },
  }
}

function worthRepeating({ kind, status }: VitallyError): boolean {
  if (kind === "server") return status !== 501
  return kind === "network" || kind === "malformed" || (kind === "rate" && status === 429)
}

function address(base: string | undefined, path: string, query: Query): string {
  const url = new URL(`${base ?? ""}/${path}`)
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && value !== null) url.searchParams.set(key, String(value))
  return url.href
}

async function read(response: Response, time: number): Promise<unknown> {
  const { status, headers } = response
  if (!response.ok) {
    const wait = retryAfterMs(headers.get("Retry-After"), time)
    const reset = Number(headers.get("RateLimit-Reset") ?? Number.NaN)
    const asked = wait ?? (Number.isFinite(reset) ? reset * 1000 : undefined)
    const text = await textOf(response, maxRefusalBytes).catch(() => "")
    const said = saidIn(text)
    const code = headers.has("X-Lens-Gateway") ? bodyOf(text)?.code : undefined
    throw new VitallyError(kindOf(status), {
      status,
      isOwn: isOwnRefusal(headers, text),
      ...(status === 429 && asked !== undefined && { retryAfterMs: asked }),
      ...(said !== undefined && { said }),
      ...(typeof code === "string" && { gateway: code }),
    })
  }
  // A part of an answer, or a promise of one, is none.
  if (status !== 200 && status !== 201 && status !== 204) throw new VitallyError("malformed", { status })
  const text = status === 204 ? "" : await textOf(response, maxBodyBytes)
  // No body is no answer: the connection may have been cut.
  if (text.trim() === "") return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new VitallyError("malformed", { status })
  }
}

/** @throws VitallyError `malformed` if the body is longer than `limit` bytes: the rest is not read. */
async function textOf(response: Response, limit: number): Promise<string> {
  const text = await boundedText(response, limit)
  if (text === null) throw new VitallyError("malformed", { status: response.status })
  return text
}

/** Vitally names its errors in JSON, and every answer of it tells the rate limit (facts: section 2). A proxy does neither. */
function isOwnRefusal(headers: Headers, text: string): boolean {
  const isJson = bodyOf(text) !== undefined
  return isJson || (text.trim() === "" && headers.has("RateLimit-Limit"))
}

async function look(response: Response): Promise<Seen> {
  const { status, headers } = response
  const text = await response.text()
  try {
    return { status, headers, body: JSON.parse(text) as unknown }
  } catch {
    return { status, headers, body: text || null }
  }
}

interface ErrorBody {
  error?: unknown
  message?: unknown
  /** The team gateway's. */
  code?: unknown
}

/** The body of a refusal as Vitally writes it; undefined for anything else. */
function bodyOf(text: string): ErrorBody | undefined {
  try {
    const body: unknown = JSON.parse(text)
    const named = (typeof body === "object" && body !== null ? body : {}) as ErrorBody
    return typeof named.error === "string" || typeof named.message === "string" ? named : undefined
  } catch {
    return undefined
  }
}

/** `error`, else `message`, else short plain text. */
function saidIn(text: string): string | undefined {
  const body = bodyOf(text)
  const plain = /[<{[]/.test(text) ? "" : text
  const said = body ? (body.error ?? body.message) : plain
  if (typeof said !== "string" || said.trim() === "") return undefined
  return said.trim().replace(/\s+/g, " ").slice(0, 200)
}
