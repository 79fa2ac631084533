import { json, readObject, type Reply } from "../http/exchange"
import type { Row } from "../world/collection"
import { SalesforceError } from "./errors"
import type { DataCall, DataRouter } from "./routes"

const maxParts = 25
const maxQueries = 5

/** `POST composite`: parts in order, each may use what an earlier one returned by `@{ref.path}`. */
export function composite(call: DataCall, data: DataRouter): Reply {
  const body = readObject(call.exchange)
  const parts = body?.["compositeRequest"]
  if (!Array.isArray(parts) || parts.length === 0)
    throw invalid("The compositeRequest must be a non-empty list")
  if (parts.length > maxParts) throw invalid(`The limit of ${maxParts} subrequests is exceeded`)
  const queries = parts.filter((part: Row) => String(part["url"]).includes("/query"))
  if (queries.length > maxQueries) throw invalid(`The limit of ${maxQueries} query subrequests is exceeded`)
  const results = new Map<string, unknown>()
  const out: Row[] = []
  let failed = false
  for (const part of parts as Row[]) {
    const referenceId = part["referenceId"]
    if (typeof referenceId !== "string" || !/^\w+$/.test(referenceId) || results.has(referenceId))
      throw invalid("Each subrequest needs a referenceId of its own")
    const reply =
      failed && body?.["allOrNone"] === true
        ? json(400, [
            {
              errorCode: "PROCESSING_HALTED",
              message:
                "The transaction was rolled back since another operation in the same transaction failed.",
            },
          ])
        : runPart(call, data, part, results)
    const parsed: unknown = reply.body === "" ? null : JSON.parse(reply.body)
    results.set(referenceId, parsed)
    if (reply.status >= 400) failed = true
    out.push({ body: parsed, httpHeaders: {}, httpStatusCode: reply.status, referenceId })
  }
  return json(200, { compositeResponse: out })
}

/** `POST composite/batch`: independent parts, each counted as a call. */
export function compositeBatch(call: DataCall, data: DataRouter): Reply {
  const parts = readObject(call.exchange)?.["batchRequests"]
  if (!Array.isArray(parts) || parts.length === 0 || parts.length > maxParts)
    throw invalid("batchRequests must hold 1 to 25 parts")
  const results = (parts as Row[]).map((part) => {
    const url = String(part["url"])
    const reply = runPart(
      call,
      data,
      { ...part, url: url.startsWith("/") ? url : `/services/data/${url}`, body: part["richInput"] },
      new Map(),
    )
    return {
      statusCode: reply.status,
      result: reply.body === "" ? null : (JSON.parse(reply.body) as unknown),
    }
  })
  return json(200, { hasErrors: results.some((result) => result.statusCode >= 400), results })
}

function runPart(call: DataCall, data: DataRouter, part: Row, results: Map<string, unknown>): Reply {
  let url: string
  let body: unknown
  try {
    url = substitute(String(part["url"]), results, true)
    body =
      part["body"] === undefined
        ? undefined
        : JSON.parse(substitute(JSON.stringify(part["body"]), results, false))
  } catch (error) {
    if (error instanceof SalesforceError) return error.reply
    throw error
  }
  const match = /^\/services\/data\/v(\d+\.\d)\/([^?]*)(?:\?(.*))?$/.exec(url)
  if (!match) return new SalesforceError(400, "INVALID_REQUEST", `Invalid subrequest url: ${url}`).reply
  const given = part["httpHeaders"]
  const headers = Object.fromEntries(
    Object.entries(typeof given === "object" && given !== null ? given : {}).map(([key, value]) => [
      key.toLowerCase(),
      String(value),
    ]),
  )
  const exchange = {
    ...call.exchange,
    method: String(part["method"]).toUpperCase(),
    path: `/services/data/v${match[1]!}/${match[2]!}`,
    query: new URLSearchParams(match[3] ?? ""),
    headers,
    body: body === undefined ? "" : JSON.stringify(body),
  }
  if (match[2]!.startsWith("composite"))
    return new SalesforceError(400, "INVALID_REQUEST", "composite calls do not nest").reply
  return data.run({ ...call, exchange, version: match[1]! }, exchange.method, match[2]!)
}

/** Puts earlier results in place of `@{ref.path[0].field}`. */
function substitute(text: string, results: Map<string, unknown>, encode: boolean): string {
  return text.replace(/@\{(\w+)((?:\.\w+|\[\d+\])*)\}/g, (whole, ref: string, path: string) => {
    let value = results.get(ref)
    for (const step of path.match(/\w+/g) ?? []) value = (value as Row | undefined | null)?.[step]
    if (value === undefined || value === null || typeof value === "object")
      throw invalid(`Invalid reference specified. No value for ${whole.slice(2, -1)} found in ${ref}`)
    const found = value as string | number
    return encode ? encodeURIComponent(found) : String(found)
  })
}

function invalid(message: string): SalesforceError {
  return new SalesforceError(400, "INVALID_REQUEST", message)
}
