/** What the gateway must not pass on: nothing of it reaches Vitally, and each try is in the audit. */
import { createHash } from "node:crypto"
import { request } from "node:https"

import { beforeAll, expect, it } from "vitest"

import { showcase } from "../replica/book/showcase"
import { access } from "../replica/options"
import { outsiders } from "./people"
import { clients } from "./provider"
import { gatewayHost } from "./stand"
import { type Caller, json, withStand } from "./with-stand"

const account = `/resources/accounts/${showcase.globex.id}`
const day = "2026-11-20T10:00:00.000Z"
const post = json("POST", { name: "x", accountId: showcase.globex.id })

/** What somebody with daily rights may not ask, and what is answered. Paths go out as they stand here. */
const refused: [what: string, path: string, init: RequestInit, status: number, code: string][] = [
  ["a DELETE", account, { method: "DELETE" }, 403, "not-listed"],
  ["a PATCH", account, { method: "PATCH" }, 403, "not-listed"],
  ["a DELETE in a header", account, overriding("x-http-method-override"), 403, "method-override"],
  ["a DELETE in another header", account, overriding("x-method-override"), 403, "method-override"],
  ["a DELETE in a third header", account, overriding("x-http-method"), 403, "method-override"],
  ["a DELETE in the query", `${account}?_method=DELETE`, {}, 403, "not-listed"],
  ["a new user", "/resources/users", post, 403, "not-listed"],
  ["a new account", "/resources/accounts", post, 403, "not-listed"],
  ["a list that the extension does not read", "/resources/customTraits", {}, 403, "not-listed"],
  ["a climbing path", "/resources/accounts/../users", {}, 403, "not-listed"],
  ["an encoded climbing path", "/resources/accounts/%2e%2e/users", {}, 403, "not-listed"],
  ["an encoded slash", "/resources/accounts/a%2Fb", {}, 403, "not-listed"],
  ["an encoded backslash", "/resources/accounts/a%5Cb", {}, 403, "not-listed"],
  ["a doubly encoded slash", "/resources/accounts/a%252fb", {}, 403, "not-listed"],
  ["an encoded line end", "/resources/accounts/a%0d%0aHost:evil", {}, 403, "not-listed"],
  ["a doubled slash", "/resources//accounts", {}, 403, "not-listed"],
  ["a question that it does not know", "/resources/accounts?limit=1&bust=1", {}, 403, "not-listed"],
  ["another API", "/api/v2/accounts", {}, 404, "unknown-path"],
  ["a path out of the API", "/resources/../admin", {}, 404, "unknown-path"],
  ["the place that writes", "/_write", {}, 404, "unknown-path"],
  ["the place that renews", `/_renew${account}`, {}, 404, "unknown-path"],
  ["a whole address as path", "/https://evil.example/resources/accounts", {}, 404, "unknown-path"],
  [
    "a text that is too long",
    "/resources/notes",
    json("POST", { note: "x".repeat(70_000) }),
    413,
    "too-large",
  ],
  ["a write that is no JSON", "/resources/notes", { method: "POST", body: "name=x" }, 403, "not-json"],
  ["a list as a write", "/resources/notes", json("POST", []), 403, "not-json"],
  ["another owner for an account", account, json("PUT", { csmId: "x" }), 403, "field"],
  ["a trait with another field beside it", account, json("PUT", { traits: {}, name: "x" }), 403, "field"],
  [
    "somebody else's task by its external id",
    "/resources/tasks",
    json("POST", { externalId: "salesforce:1", name: "x" }),
    403,
    "external-id",
  ],
]

withStand("the gateway refuses", {}, (given) => {
  let daily: Caller
  beforeAll(async () => {
    daily = await given.signIn(2)
  })

  it.each(refused)("%s", async (_what, path, init, status, code) => {
    const { replica, nginx, people } = given.stand
    replica.control.clearLog()
    const answer = await raw(nginx.port, path, daily.token, init)
    expect(answer).toMatchObject({ status, code })
    expect(replica.control.log.recent).toEqual([])
    const line = () => nginx.audit().at(-1)
    await expect.poll(line).toMatchObject({ status, why: code })
    // A body that is too long, and the gateway's own places, are refused before anybody is asked for.
    const early = status === 413 || path.startsWith("/_")
    expect(line()?.[early ? "token" : "user"]).toBe(early ? shortHash(daily.token) : people[2]?.email)
  })

  it("whoever is nobody: no token, a made-up one, the key itself, a token of another app", async () => {
    const key = `Basic ${btoa(`${access.apiKey}:`)}`
    const { replica, provider } = given.stand
    replica.control.clearLog()
    const other = await provider.issue(given.stand.people[2]!.email, clients.other)
    const answers = [
      await given.anyone().call("/resources/accounts"),
      await given.anyone("made-up").call("/resources/accounts"),
      await given.anyone(access.apiKey).call("/resources/accounts"),
      await given.anyone().call("/resources/accounts", { headers: { authorization: key } }),
      await given.anyone(other).call("/resources/accounts"),
    ]
    expect(answers.map(({ status, code }) => [status, code])).toEqual(answers.map(() => [401, "signed-out"]))
    expect(answers[0]?.headers.get("www-authenticate")).toMatch(/^Bearer/)
    expect(replica.control.log.recent).toEqual([])
  })

  it("who is in no group, by name", async () => {
    const stranger = await given.signIn(outsiders.stranger.email)
    expect(await stranger.call("/resources/accounts")).toMatchObject({ status: 403, code: "no-group" })
    expect(given.stand.nginx.audit().at(-1)).toMatchObject({
      user: outsiders.stranger.email,
      status: 403,
      why: "no-group",
    })
  })

  it("what a tier may not do, and passes on what it may", async () => {
    const [all, read] = [await given.signIn(0), await given.signIn(1)]
    const task = json("POST", { externalId: "account-lens:t1", name: "Call", accountId: showcase.globex.id })
    const project = json("POST", { templateId: "t", accountId: showcase.globex.id })
    const status = async (who: Caller, path: string, init?: RequestInit) => {
      const answer = await who.call(path, init)
      return `${answer.status} ${answer.code ?? ""}`.trim()
    }
    expect(await status(read, account)).toBe("200")
    expect(await status(read, "/resources/tasks", task)).toBe("403 tier")
    expect(await status(daily, "/resources/tasks", task)).toBe("200")
    expect(await status(daily, "/resources/projects", project)).toBe("403 tier")
    // The template is none: Vitally's own answer, so it was asked.
    expect(await status(all, "/resources/projects", project)).not.toContain("tier")
    const { code, text } = await read.call("/lens/me")
    expect(code).toBeUndefined()
    expect(JSON.parse(text)).toMatchObject({
      tier: "read",
      scope: "team",
      user: given.stand.people[1]?.email,
    })
  })

  it("writes under another name", async () => {
    const { advisors } = given.stand.replica.control.world.book
    const [mine, theirs] = [advisors[2]!.id, advisors[3]!.id]
    const note = (authorId: string) =>
      json("POST", { accountId: showcase.globex.id, subject: "s", note: "n", noteDate: day, authorId })
    expect(await daily.call("/resources/notes", note(theirs))).toMatchObject({ status: 403, code: "author" })
    expect(await daily.call("/resources/notes", note(mine))).toMatchObject({ status: 200 })
    // Two keys of one name: what is checked is what is sent.
    const twice = `{"accountId":"${showcase.globex.id}","subject":"s","note":"n","noteDate":"${day}","authorId":"${theirs}","authorId":"${mine}"}`
    const sent = await daily.call("/resources/notes", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: twice,
    })
    expect(sent.status).toBe(200)
    expect(given.stand.replica.control.log.applied.at(-1)?.body).toMatchObject({ authorId: mine })
    const task = json("POST", { name: "x", accountId: showcase.globex.id, assignedToId: theirs })
    expect(await daily.call("/resources/tasks", task)).toMatchObject({ status: 403, code: "author" })
    const outside = await given.signIn(outsiders.onlooker.email)
    expect(JSON.parse((await outside.call("/lens/me")).text)).toMatchObject({ vitallyUser: null })
  })

  it("to tell a key, a token or a secret to any log or any file but the secrets' own", async () => {
    await daily.call(account)
    const { nginx, provider } = given.stand
    const refresh = await provider.issue(given.stand.people[4]!.email)
    await given.anyone(refresh).call("/resources/accounts")
    const seen = nginx.everythingWritten()
    expect(seen).toContain(given.stand.people[2]?.email)
    for (const secret of [
      access.apiKey,
      btoa(`${access.apiKey}:`),
      clients.gateway.secret,
      encodeURIComponent(clients.gateway.secret),
      daily.token,
      refresh,
    ])
      expect(seen.includes(secret)).toBe(false)
  })

  it("anything, ever, to be deleted", () => {
    expect(given.stand.replica.control.log.deletes).toEqual([])
  })
})

/** As the audit names a token. */
function shortHash(token: string): string {
  return createHash("sha256").update(`Bearer ${token}`).digest("hex").slice(0, 8)
}

function overriding(header: string): RequestInit {
  return { method: "POST", headers: { [header]: "DELETE", "content-type": "application/json" }, body: "{}" }
}

/** The path exactly as given: `fetch` and `URL` would tidy it. */
function raw(port: number, path: string, token: string, init: RequestInit) {
  return new Promise<{ status: number; code: string | undefined }>((resolve, reject) => {
    const headers = {
      host: gatewayHost,
      authorization: `Bearer ${token}`,
      ...Object.fromEntries(new Headers(init.headers)),
    }
    const body = typeof init.body === "string" ? init.body : ""
    const outgoing = request(
      {
        host: "127.0.0.1",
        port,
        path,
        method: init.method ?? "GET",
        servername: gatewayHost,
        rejectUnauthorized: false,
        headers: { ...headers, ...(body && { "content-length": Buffer.byteLength(body) }) },
      },
      (incoming) => {
        let text = ""
        incoming.on("data", (chunk: Buffer) => void (text += chunk.toString()))
        incoming.on("end", () => {
          const { code } = JSON.parse(text) as { code?: string }
          resolve({ status: incoming.statusCode ?? 0, code })
        })
      },
    )
    outgoing.on("error", reject)
    outgoing.end(body)
  })
}
