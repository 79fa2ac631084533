/** REST calls to one Salesforce org as one user (facts: salesforce-api, section 4). */
import { backoffMs, boundedText, limited, retryAfterMs, waitFor } from "../../kernel/http"
import { maxBodyBytes } from "../../kernel/limits"
import { classify, isPassing, SalesforceError } from "./errors"
import { parseLimitInfo, type SalesforceLimits } from "./limits"
import { parseJson } from "./parse-json"
import { type QueryPage, readQueryPage, type SalesforceRecord } from "./query-page"
import { chooseVersion } from "./version"

export interface SalesforceSession {
  accessToken: string
  /** `https://acme.my.salesforce.com`, checked against the known suffixes when it was stored. */
  instanceUrl: string
}

export interface SalesforceClientOptions {
  fetch: typeof fetch
  session: () => Promise<SalesforceSession>
  /** A new access token after an expired one; one flight at a time is the caller's care. */
  renew: (expired: string) => Promise<SalesforceSession>
  /** The version to speak, remembered by the caller: `67.0`. */
  version: { get: () => Promise<string | undefined>; set: (version: string) => Promise<void> }
  onLimits?: (limits: SalesforceLimits) => void
  /** Waits that many milliseconds. */
  wait?: (ms: number) => Promise<void>
  random?: () => number
}

export interface CompositePart {
  method: "GET" | "POST" | "PATCH"
  /** Below `/services/data/vXX.X/`. */
  path: string
  referenceId: string
  body?: unknown
  httpHeaders?: Record<string, string>
}

export interface CompositeResult {
  referenceId: string
  status: number
  body: unknown
  /** Its `Last-Modified`, where it has one. */
  lastModified?: string
  /** Set where this part alone was refused. */
  error?: SalesforceError
}

interface Call {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Carries nothing out, whatever its method: it may be repeated. */
  reads?: boolean
}

interface Answer {
  status: number
  body: unknown
  headers: Headers
}

export type SalesforceClient = ReturnType<typeof createSalesforceClient>

const maxTries = 3
/** Stands for an answer that is not read to its end, and is no JSON either. */
const tooLong = "…"
const longestWaitMs = 60_000
/** So that administrators find us in their event logs. */
const clientName = "AccountLens"

/** All methods throw {@link SalesforceError}. */
export function createSalesforceClient(options: SalesforceClientOptions) {
  const wait = options.wait ?? waitFor
  const random = options.random ?? Math.random

  async function once(session: SalesforceSession, path: string, call: Call): Promise<Answer> {
    const headers = {
      Accept: "application/json",
      Authorization: `Bearer ${session.accessToken}`,
      "Sforce-Call-Options": `client=${clientName}`,
      ...(call.body !== undefined && { "Content-Type": "application/json" }),
      ...call.headers,
    }
    let response: Response
    let text: string
    try {
      response = await options.fetch(`${session.instanceUrl}${path}`, {
        method: call.method ?? "GET",
        headers,
        ...(call.body !== undefined && { body: call.body }),
        credentials: "omit",
        redirect: "error",
        signal: limited(undefined),
      })
      text = (await boundedText(response, maxBodyBytes)) ?? tooLong
    } catch (error) {
      throw new SalesforceError("network", 0, "", String(error))
    }
    const limits = parseLimitInfo(response.headers.get("Sforce-Limit-Info"))
    if (limits) options.onLimits?.(limits)
    const body = parseJson(text)
    if (response.ok || response.status === 304) {
      if (text && body === undefined) throw new SalesforceError("malformed", response.status, "", "no JSON")
      return { status: response.status, body, headers: response.headers }
    }
    const after = retryAfterMs(response.headers.get("Retry-After"), Date.now())
    throw classify(response.status, body, after && Math.min(after, longestWaitMs))
  }

  /** Renews an ended session once; repeats what is safe to repeat where the fault is a passing one. */
  async function call(path: string, request: Call = {}): Promise<Answer> {
    let session = await options.session()
    let renewed = false
    const { method = "GET", reads = method === "GET" } = request
    for (let turn = 1; ; turn++) {
      try {
        return await once(session, path, request)
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error
        if (error.kind === "expired" && !renewed) {
          renewed = true
          session = await options.renew(session.accessToken)
          continue
        }
        // A request refused as busy or locked was not carried out, so it may be repeated whatever its method.
        const repeatable = reads || error.kind === "concurrent" || error.kind === "locked"
        if (!repeatable || !isPassing(error) || turn >= maxTries) throw error
        await wait(error.retryAfterMs ?? backoffMs(turn, random))
      }
    }
  }

  async function base(): Promise<string> {
    const known = await options.version.get()
    if (known) return `/services/data/v${known}/`
    const { body } = await call("/services/data")
    const version = chooseVersion(body)
    await options.version.set(version)
    return `/services/data/v${version}/`
  }

  /** A path below the version; a version that the org does not speak is looked up anew, once. */
  async function versioned(path: string, request: Call | ((prefix: string) => Call) = {}): Promise<Answer> {
    const callWith = (prefix: string) =>
      call(`${prefix}${path}`, typeof request === "function" ? request(prefix) : request)
    const before = await base()
    try {
      return await callWith(before)
    } catch (error) {
      if (!(error instanceof SalesforceError) || !blamesVersion(error, path)) throw error
      await options.version.set("")
      const after = await base()
      if (after === before) throw error
      return callWith(after)
    }
  }

  /** The next page; its path must be on the same host, below `/services/data/`. */
  async function nextPage(path: string): Promise<QueryPage> {
    if (!/^\/services\/data\/v\d+\.\d+\/query\/[\w-]+$/.test(path))
      throw new SalesforceError("malformed", 200, "", "nextRecordsUrl leaves the query resource")
    return readQueryPage((await call(path)).body)
  }

  async function upTo(page: QueryPage, enough: (records: SalesforceRecord[]) => boolean) {
    const records = [...page.records]
    const met = new Set<string>()
    let next = page.nextRecordsUrl
    while (next && !enough(records)) {
      if (met.has(next)) throw new SalesforceError("malformed", 200, "", "the pages go round in a circle")
      met.add(next)
      const more = await nextPage(next)
      records.push(...more.records)
      next = more.nextRecordsUrl
    }
    return records
  }

  const rest = (page: QueryPage): Promise<SalesforceRecord[]> => upTo(page, () => false)

  return {
    /** All rows of a query, page by page. `done` decides, never a count. */
    async query(text: string): Promise<SalesforceRecord[]> {
      const { body } = await versioned(`query?q=${encodeURIComponent(text)}`)
      return rest(readQueryPage(body))
    },

    /** The remaining rows of a page read before, such as a nested list or a composite part. */
    rest,

    /** As `rest`, but reads no further page once there are enough. */
    upTo,

    /** As `query`, with deleted and merged rows. */
    async queryAll(text: string): Promise<SalesforceRecord[]> {
      const { body } = await versioned(`queryAll?q=${encodeURIComponent(text)}`)
      return rest(readQueryPage(body))
    },

    /** Up to 25 parts that count as one call; each can fail alone. */
    async composite(parts: CompositePart[]): Promise<Map<string, CompositeResult>> {
      // A write part may have been carried out.
      const reads = parts.every((part) => part.method === "GET")
      const answer = await versioned("composite", (prefix) => ({
        method: "POST",
        reads,
        body: JSON.stringify({
          compositeRequest: parts.map(({ path, ...part }) => ({ ...part, url: `${prefix}${path}` })),
        }),
      }))
      return readComposite(answer.body)
    },

    /** The ETag that an Account is answered with; `known` itself if nothing changed since. */
    async accountTag(id: string, known?: string): Promise<string | undefined> {
      const { headers } = await versioned(`sobjects/Account/${encodeURIComponent(id)}?fields=Id`, {
        headers: known === undefined ? {} : { "If-None-Match": known },
      })
      return headers.get("ETag") ?? known
    },

    /** What the user may see of an object, as the API tells it. */
    async describe(object: string): Promise<unknown> {
      return (await versioned(`sobjects/${encodeURIComponent(object)}/describe`)).body
    },

    async create(object: string, fields: Record<string, unknown>): Promise<string> {
      const { body } = await versioned(`sobjects/${encodeURIComponent(object)}`, {
        method: "POST",
        body: JSON.stringify(fields),
      })
      const { id, success } = (body ?? {}) as { id?: unknown; success?: unknown }
      if (typeof id !== "string" || !/^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test(id) || success !== true)
        throw new SalesforceError("malformed", 201, "", "no id in a create answer")
      return id
    },

    /** True where the answer is Salesforce's own to a write: empty. Whether it arrived, only reading the record tells. */
    async update(object: string, id: string, fields: Record<string, unknown>): Promise<boolean> {
      const { status, body } = await versioned(
        `sobjects/${encodeURIComponent(object)}/${encodeURIComponent(id)}`,
        {
          method: "PATCH",
          body: JSON.stringify(fields),
        },
      )
      return status === 204 && body === undefined
    },
  }
}

/** A retired version says so; one that the org does not speak yet, or any more, is simply not found. */
function blamesVersion(error: SalesforceError, path: string): boolean {
  if (error.kind === "version-retired") return true
  return error.kind === "not-found" && /^(query|queryAll|composite)(\?|$)/.test(path)
}

function readComposite(body: unknown): Map<string, CompositeResult> {
  const list = (body as { compositeResponse?: unknown } | undefined)?.compositeResponse
  if (!Array.isArray(list)) throw new SalesforceError("malformed", 200, "", "no compositeResponse")
  const results = new Map<string, CompositeResult>()
  for (const part of list as (Record<string, unknown> | null)[]) {
    if (typeof part !== "object" || part === null) continue
    const referenceId = String(part.referenceId)
    const status = Number(part.httpStatusCode)
    const failed = !(status >= 200 && status < 400)
    const lastModified = (part.httpHeaders as Record<string, unknown> | undefined)?.["Last-Modified"]
    results.set(referenceId, {
      referenceId,
      status,
      body: part.body,
      ...(typeof lastModified === "string" && { lastModified }),
      ...(failed && { error: classify(status, part.body) }),
    })
  }
  return results
}
