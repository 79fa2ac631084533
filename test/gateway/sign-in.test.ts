/** Whose token it is: asked of the provider, believed for a short while, never guessed. */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { connect } from "node:tls"

import { expect, it } from "vitest"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import { outsiders } from "./people"
import { gatewayHost } from "./stand"
import { withStand } from "./with-stand"

const account = `/resources/accounts/${showcase.globex.id}`

withStand("a sign-in", { settings: { LENS_WHO_SECONDS: "1" } }, (given) => {
  it("is asked for once a while, however much is read", async () => {
    const one = await given.signIn(2)
    const before = given.stand.provider.introspections()
    await Promise.all(Array.from({ length: 20 }, () => one.call(account)))
    expect(given.stand.provider.introspections() - before).toBeLessThanOrEqual(2)
  })

  it("that is revoked ends when the copy of the answer does", async () => {
    const one = await given.signIn(2)
    expect((await one.call(account)).status).toBe(200)
    await given.stand.provider.revoke(one.token)
    await expect.poll(async () => (await one.call(account)).status, { timeout: 10_000 }).toBe(401)
  })

  it("can't be told while the provider is down: nobody is sent away for good, and nobody is let in", async () => {
    const one = await given.signIn(2)
    given.stand.provider.setDown(true)
    const answer = await one.call(account)
    expect(answer).toMatchObject({ status: 503, code: "provider-down" })
    expect(answer.headers.get("retry-after")).toBe("10")
    const ready = await given.anyone().call("/readyz")
    expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { ok: false, key: true, provider: false }])
    expect((await given.anyone().call("/healthz")).status).toBe(200)
    given.stand.provider.setDown(false)
    await expect.poll(async () => (await one.call(account)).status).toBe(200)
    expect((await given.anyone().call("/readyz")).status).toBe(200)
  })

  it("does not end because Vitally refuses the gateway's key, and a new key needs no restart", async () => {
    const one = await given.signIn(2)
    given.stand.replica.control.setApiKeys(["sk_live_rotated"])
    const path = `${account}/meetings?limit=100`
    expect(await one.call(path)).toMatchObject({ status: 502, code: "key-refused" })
    given.stand.nginx.writeSecret("vitally-key", "sk_live_rotated")
    expect((await one.call(path)).status).toBe(200)
    expect(given.stand.nginx.everythingWritten()).not.toContain("sk_live_rotated")
    given.stand.replica.control.setApiKeys([access.apiKey])
    given.stand.nginx.writeSecret("vitally-key", access.apiKey)
  })

  it("is taken over TLS 1.2 or newer only", async () => {
    const reached = (version: "TLSv1.1" | "TLSv1.2" | "TLSv1.3") =>
      new Promise((resolve) => {
        const socket = connect(
          {
            host: "127.0.0.1",
            port: given.stand.nginx.port,
            servername: gatewayHost,
            rejectUnauthorized: false,
            minVersion: version,
            maxVersion: version,
            ciphers: "DEFAULT@SECLEVEL=0",
          },
          () => {
            resolve(socket.getProtocol())
            socket.end()
          },
        ).once("error", () => resolve("refused"))
      })
    expect([await reached("TLSv1.1"), await reached("TLSv1.2"), await reached("TLSv1.3")]).toEqual([
      "refused",
      "TLSv1.2",
      "TLSv1.3",
    ])
  })
})

withStand(
  "a provider that tells groups only for the person",
  { provider: { claimsInToken: false } },
  (given) => {
    it("is asked for the person, too", async () => {
      const [reader, stranger] = [await given.signIn(1), await given.signIn(outsiders.stranger.email)]
      const me = JSON.parse((await reader.call("/lens/me")).text) as object
      expect(me).toMatchObject({ tier: "read", user: given.stand.people[1]?.email })
      expect((await stranger.call("/lens/me")).status).toBe(403)
    })
  },
)

withStand(
  "a workspace with access groups",
  {
    settings: { LENS_ACCESS_GROUPS: "lens-read,lens-daily" },
    secrets: { "vitally-key": "never used", "vitally-key.lens-daily": "sk_live_daily" },
  },
  (given) => {
    it("keeps a copy and a key for each group, and has none for who is in no group", async () => {
      const { control } = given.stand.replica
      control.setApiKeys(["sk_live_daily", "sk_live_read"])
      const [daily, read, all] = [await given.signIn(2), await given.signIn(1), await given.signIn(0)]
      expect((await daily.call(account)).headers.get("x-cache")).toBe("MISS")
      // The other group's copy is not shown, and it has no key yet.
      expect(await read.call(account)).toMatchObject({ status: 502, code: "no-key" })
      given.stand.nginx.writeSecret("vitally-key.lens-read", "sk_live_read")
      expect((await read.call(account)).headers.get("x-cache")).toBe("MISS")
      expect((await daily.call(account)).headers.get("x-cache")).toBe("HIT")
      expect(await all.call(account)).toMatchObject({ status: 403, code: "no-access-group" })
    })
  },
)

/** What oauth2-proxy answers for nginx's auth_request, by its documentation: 202 with headers, or 401. */
const judge = createServer((request, response) => {
  const good = request.headers.authorization === "Bearer signed.by.entra"
  response.writeHead(good && request.url === "/oauth2/auth" ? 202 : 401, {
    ...(good && { "x-auth-request-email": "maya@acme.example", "x-auth-request-groups": "x,lens-daily" }),
  })
  response.end()
})
judge.listen(0, "127.0.0.1")
judge.unref()
const judgePort = await new Promise<number>((resolve) => {
  judge.once("listening", () => resolve((judge.address() as AddressInfo).port))
})

withStand(
  "a provider without introspection, judged by oauth2-proxy",
  {
    settings: { LENS_WHO: "oauth2-proxy", LENS_OAUTH2_PROXY_URL: `http://oauth2-proxy.example:${judgePort}` },
  },
  (given) => {
    it("lets in whom it knows, in their groups", async () => {
      const { text } = await given.anyone("signed.by.entra").call("/lens/me")
      expect(JSON.parse(text)).toMatchObject({ user: "maya@acme.example", tier: "daily" })
      expect(await given.anyone("signed.by.nobody").call("/lens/me")).toMatchObject({ status: 401 })
      expect((await given.anyone().call("/readyz")).status).toBe(200)
    })
  },
)
