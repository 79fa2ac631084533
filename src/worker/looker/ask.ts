/** One request to Looker's API 4.0, with every refusal told apart. */
import type { WorkerContext } from "../kernel/context"
import { boundedText, limited } from "../kernel/http"
import { LookerError, type LookerTrouble } from "./errors"
import { lookerToken } from "./session"

/** 10,000 customers times 13 weeks are about 30 MB. */
const mostBytes = 64 * 1024 * 1024

interface Asked {
  method?: "GET" | "POST"
  query?: Record<string, string>
  body?: unknown
}

/** @returns the body; null if Looker says that there is none yet. @throws LookerError */
export async function askLooker(context: WorkerContext, path: string, asked: Asked = {}): Promise<unknown> {
  const token = await lookerToken(context)
  const first = await send(context, path, asked, token)
  if (first.status !== 401) return readAnswer(first)
  // Ended before its time: by an administrator, or by a sign-out elsewhere.
  const second = await send(context, path, asked, await lookerToken(context, token))
  if (second.status === 401) throw new LookerError("signed-out")
  return readAnswer(second)
}

async function send(
  context: WorkerContext,
  path: string,
  { method = "GET", query = {}, body }: Asked,
  token: string,
): Promise<Response> {
  const grant = await context.secrets.looker.grant()
  if (!grant) throw new LookerError("signed-out")
  const url = new URL(`${grant.api}/api/4.0/${path}`)
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value)
  try {
    return await context.fetch(url.href, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        Accept: "application/json",
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: limited(undefined),
    })
  } catch (error) {
    throw isTimeout(error) ? new LookerError("timeout") : new LookerError("offline")
  }
}

const isTimeout = (error: unknown) => error instanceof DOMException && error.name === "TimeoutError"

async function readAnswer(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  let text: string | null
  try {
    text = await boundedText(response, mostBytes)
  } catch (error) {
    throw isTimeout(error) ? new LookerError("timeout") : new LookerError("offline")
  }
  if (text === null) throw new LookerError("large")
  const isPage = text.trimStart().startsWith("<")
  const body = isPage ? undefined : parsed(text)
  if (response.ok && body !== undefined) return body
  const said = (body as { message?: unknown } | null | undefined)?.message
  const words = typeof said === "string" ? said : ""
  throw new LookerError(troubleOf(response, isPage, words), words)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function troubleOf({ status, ok }: Response, isPage: boolean, words: string): LookerTrouble {
  if (status === 429) return "rate"
  if (status >= 500) return "down"
  if (status === 404) return isPage ? "wrong-host" : "gone"
  // Looker's own refusals carry words; one by origin comes from before it, with none.
  if (status === 403) return words === "" ? "origin" : "rights"
  if (status === 413) return "large"
  if (ok) return isPage ? "wrong-host" : "malformed"
  return "query"
}
