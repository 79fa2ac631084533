import { createHash, randomBytes } from "node:crypto"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { replicaFetch } from "../fetch"
import { access } from "../options"
import { type Replica, startReplica } from "../server"

const org = "https://acme.my.salesforce.com"
const redirectUri = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/oauth"
let replica: Replica
let call: typeof fetch
beforeAll(async () => {
  replica = await startReplica({ accounts: 5, tls: false })
  call = replicaFetch(replica)
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

const verifier = randomBytes(32).toString("base64url")
const request = (changes: Record<string, string> = {}): URLSearchParams =>
  new URLSearchParams({
    response_type: "code",
    client_id: access.clientId,
    redirect_uri: redirectUri,
    state: "s",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...changes,
  })
const authorize = (changes?: Record<string, string>): Promise<Response> =>
  call(`${org}/services/oauth2/authorize?${request(changes).toString()}`)
const press = (action: string): Promise<Response> =>
  call(`${org}/services/oauth2/authorize`, { method: "POST", body: request({ action }) })
const location = (reply: Response): URLSearchParams =>
  new URL(reply.headers.get("location") ?? "https://nowhere").searchParams
const token = async (form: Record<string, string>): Promise<Record<string, string>> => {
  const body = new URLSearchParams({ client_id: access.clientId, ...form })
  return (await (await call(`${org}/services/oauth2/token`, { method: "POST", body })).json()) as Record<
    string,
    string
  >
}
const exchange = (code: string): Promise<Record<string, string>> =>
  token({ grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: verifier })

describe("authorize", () => {
  it("shows a page until somebody signs in and allows, then redirects at once", async () => {
    replica.control.signInAs(null)
    expect(await (await authorize()).text()).toContain("Log in as Maya Lindqvist")
    expect(await (await press("signin")).text()).toContain("Allow Access?")
    expect(location(await press("allow")).get("code")).toMatch(/^aPrx/)
    expect(location(await authorize()).get("state")).toBe("s")
  })

  it("says access_denied, OAUTH_APP_BLOCKED and invalid_client_id", async () => {
    expect(location(await press("deny")).get("error")).toBe("access_denied")
    replica.control.setOAuthError("OAUTH_APP_BLOCKED")
    expect(location(await authorize()).get("error")).toBe("OAUTH_APP_BLOCKED")
    replica.control.setOAuthError(null)
    const unknown = await authorize({ client_id: "nobody" })
    expect([unknown.status, await unknown.text()]).toEqual([
      400,
      expect.stringContaining("invalid_client_id"),
    ])
    expect((await authorize({ redirect_uri: "https://evil.example/" })).status).toBe(400)
    expect(location(await authorize({ code_challenge: "" })).get("error")).toBe("invalid_request")
  })
})

describe("token", () => {
  it("follows the user who is signed in", async () => {
    replica.control.consent()
    const first = await exchange(location(await authorize()).get("code") ?? "")
    replica.control.signInAs(1)
    replica.control.consent()
    const second = await exchange(location(await authorize()).get("code") ?? "")
    expect(first["id"]).not.toBe(second["id"])
    expect(first["id"]?.split("/").at(-2)).toBe(second["id"]?.split("/").at(-2))
  })

  it("refuses a secret", async () => {
    expect(
      await token({ grant_type: "refresh_token", refresh_token: "x", client_secret: "y" }),
    ).toMatchObject({ error: "invalid_client" })
  })

  it("keeps the refresh token good when sessions expire, and ends it by revoke", async () => {
    const granted = await token({
      grant_type: "refresh_token",
      refresh_token: replica.control.issueRefreshToken(),
    })
    const limits = async (bearer: string): Promise<number> =>
      (await call(`${org}/services/data/v67.0/limits`, { headers: { authorization: `Bearer ${bearer}` } }))
        .status
    expect(await limits(granted["access_token"]!)).toBe(200)
    replica.control.expireSessions()
    expect(await limits(granted["access_token"]!)).toBe(401)
    const renewed = await token({ grant_type: "refresh_token", refresh_token: granted["refresh_token"]! })
    expect(await limits(renewed["access_token"]!)).toBe(200)
    const revoke = (body: string): Promise<Response> =>
      call(`${org}/services/oauth2/revoke`, { method: "POST", body: new URLSearchParams({ token: body }) })
    expect((await revoke(renewed["refresh_token"]!)).status).toBe(200)
    expect(await limits(renewed["access_token"]!)).toBe(401)
    expect(
      await token({ grant_type: "refresh_token", refresh_token: renewed["refresh_token"]! }),
    ).toMatchObject({ error: "invalid_grant" })
  })
})
