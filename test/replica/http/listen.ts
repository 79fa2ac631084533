import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http"
import { createServer as createHttps } from "node:https"
import type { AddressInfo, Socket } from "node:net"
import type { Fault } from "../control/faults"
import { makeCertificate } from "./certificate"
import type { Exchange, Reply } from "./exchange"

export interface Listening {
  port: number
  close: () => Promise<void>
}

/** What happens to one request. */
export interface Served {
  reply: Reply
  delayMs: number
  fault: Fault | null
}

/** Starts the server; every request is read whole, then answered by `serve`. */
export async function listen(
  tls: boolean,
  port: number,
  serve: (exchange: Exchange) => Served,
): Promise<Listening> {
  const onRequest: RequestListener = (request, response) => {
    void read(request).then((exchange) => {
      const served = serve(exchange)
      const answer = (): void => send(response, served)
      if (served.delayMs > 0) setTimeout(answer, served.delayMs).unref()
      else answer()
    })
  }
  const server: Server = tls ? createHttps(await makeCertificate(), onRequest) : createHttp(onRequest)
  server.keepAliveTimeout = 60_000
  const sockets = new Set<Socket>()
  server.on("connection", (socket: Socket) => {
    sockets.add(socket)
    socket.once("close", () => sockets.delete(socket))
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        // `closeAllConnections` knows none that is still shaking hands, and the server would wait a minute for it.
        for (const socket of sockets) socket.destroy()
      }),
  }
}

async function read(request: IncomingMessage): Promise<Exchange> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  let target = request.url ?? "/"
  let host = String(request.headers["x-replica-host"] ?? request.headers.host ?? "localhost")
  // `/@host/path`: for clients that can't choose the Host header.
  const prefixed = /^\/@([^/?]+)(.*)$/.exec(target)
  if (prefixed) {
    host = prefixed[1]!
    target = prefixed[2]!.startsWith("/") ? prefixed[2]! : `/${prefixed[2]!}`
  }
  const url = new URL(target, "http://replica")
  return {
    method: request.method ?? "GET",
    host: host.replace(/:\d+$/, "").toLowerCase(),
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  }
}

function send(response: ServerResponse, { reply, fault }: Served): void {
  if (fault?.hang) return
  if (fault?.drop) {
    response.destroy()
    return
  }
  const body = Buffer.from(reply.body, "utf8")
  const bare = reply.status === 204 || reply.status === 304
  response.writeHead(
    reply.status,
    bare ? reply.headers : { ...reply.headers, "content-length": String(body.length) },
  )
  if (fault?.cut) {
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy())
    return
  }
  response.end(bare ? undefined : body)
}
