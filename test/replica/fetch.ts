import { request as requestHttp } from "node:http"
import { Agent, request as requestHttps } from "node:https"
import { Readable } from "node:stream"
import type { Replica } from "./server"

const trusting = new Agent({ rejectUnauthorized: false, keepAlive: true })

/**
 * A `fetch` that sends every URL to the replica under the URL's own host name, so that API clients run in Node against
 * `https://acme.rest.vitally.io/...` without DNS. Redirects are returned as they are, or refused with `redirect: "error"`.
 */
export function replicaFetch(replica: Pick<Replica, "port" | "tls">): typeof fetch {
  return (input, init) => {
    const request = new Request(input, init)
    const url = new URL(request.url)
    return new Promise<Response>((resolve, reject) => {
      const fail = (cause: unknown): void => {
        if (request.signal.aborted) reject(request.signal.reason as Error)
        else reject(new TypeError("fetch failed", { cause }))
      }
      if (request.signal.aborted) {
        fail(null)
        return
      }
      const send = replica.tls ? requestHttps : requestHttp
      const outgoing = send(
        {
          host: "127.0.0.1",
          port: replica.port,
          path: url.pathname + url.search,
          method: request.method,
          headers: { ...Object.fromEntries(request.headers), host: url.host },
          ...(replica.tls ? { agent: trusting, servername: url.hostname } : {}),
        },
        (incoming) => {
          const status = incoming.statusCode ?? 500
          const headers = new Headers()
          for (const [name, value] of Object.entries(incoming.headers))
            if (value !== undefined) headers.set(name, String(value))
          if (request.redirect === "error" && status >= 300 && status < 400 && headers.has("location")) {
            incoming.destroy()
            fail(new Error("unexpected redirect"))
            return
          }
          request.signal.addEventListener("abort", () => incoming.destroy(request.signal.reason as Error))
          const empty = status === 204 || status === 304
          if (empty) incoming.resume()
          resolve(
            new Response(empty ? null : (Readable.toWeb(incoming) as ReadableStream), {
              status,
              headers,
            }),
          )
        },
      )
      request.signal.addEventListener("abort", () => outgoing.destroy(request.signal.reason as Error))
      outgoing.on("error", fail)
      void request.arrayBuffer().then((body) => outgoing.end(Buffer.from(body)))
    })
  }
}
