/** An identity provider from npm (`oidc-provider`): PKCE, refresh tokens, introspection, revocation, as a company runs it. */
import { createHash } from "node:crypto"
import { createServer } from "node:https"
import type { AddressInfo } from "node:net"

import Provider, { type AccessToken } from "oidc-provider"

import packageFile from "../../package.json"
import { makeCertificate } from "../replica/http/certificate"
import type { Person } from "./people"
import { signInPage } from "./sign-in-page"

export const providerHost = "id.acme.example"
export const clients = {
  extension: "account-lens",
  gateway: { id: "lens-gateway", secret: "a secret of the gateway's own" },
  /** Some other app of the company. */
  other: "timesheets",
} as const

export interface ProviderOptions {
  people: () => readonly Person[]
  /** False: the introspection says who it is only, and one must ask for the person, as with many providers. */
  claimsInToken?: boolean
  /** Seconds that an access token lives; default an hour. */
  tokenSeconds?: number
  port?: number
}

export interface IdentityProvider {
  readonly port: number
  /** The whole address, as the extension and the gateway know it. */
  readonly issuer: string
  readonly cert: string
  /** An access token as a sign-in gives it. */
  issue: (email: string, clientId?: string) => Promise<string>
  /** The person is thrown out: every token of theirs is dead. */
  revoke: (token: string) => Promise<void>
  revokePerson: (email: string) => Promise<void>
  /** True: answers 503 to everything. */
  setDown: (down: boolean) => void
  /** How many times somebody asked about a token. */
  introspections: () => number
  /** Who signs in at the next sign-in page; null: the page asks. */
  signInAs: (email: string | null) => void
  close: () => Promise<void>
}

export async function startProvider(options: ProviderOptions): Promise<IdentityProvider> {
  const { people, claimsInToken = true, tokenSeconds = 3600 } = options
  const certificate = await makeCertificate([providerHost])
  let down = false
  let asked = 0
  let next: string | null = null
  const issued = new Map<string, AccessToken[]>()
  const claimsOf = (email: string) => {
    const person = people().find((known) => known.email === email)
    return { email, name: person?.name ?? email, groups: person?.groups ?? [] }
  }

  const server = createServer(certificate, (request, response) => {
    if (down) {
      response.writeHead(503).end("maintenance")
      return
    }
    const { pathname } = new URL(request.url ?? "/", issuer)
    if (pathname === "/token/introspection") asked += 1
    if (pathname.startsWith("/interaction/")) {
      void signInPage(provider, request, response, people(), next)
      return
    }
    void provider.callback()(request, response)
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `https://${providerHost}:${port}`

  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clients.gateway.id,
        client_secret: clients.gateway.secret,
        redirect_uris: [],
        response_types: [],
        grant_types: [],
      },
      publicClient(clients.extension),
      publicClient(clients.other),
    ],
    cookies: { keys: ["one key for the tests"] },
    claims: { openid: ["sub"], email: ["email"], profile: ["name"], groups: ["groups"] },
    scopes: ["openid", "offline_access", "email", "profile", "groups"],
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: tokenSeconds,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 600,
    },
    features: {
      devInteractions: { enabled: false },
      introspection: {
        enabled: true,
        allowedPolicy: (_ctx, client) => client.clientId === clients.gateway.id,
      },
      revocation: { enabled: true },
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    extraTokenClaims: (_ctx, token) =>
      claimsInToken && "accountId" in token ? claimsOf(token.accountId) : undefined,
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...claimsOf(id) }) }),
    // Nobody is asked whether an app of the company may know their name.
    loadExistingGrant: async (ctx) => {
      const { client, session, params, provider: own } = ctx.oidc
      const known = session?.grantIdFor(client?.clientId ?? "")
      if (known) return own.Grant.find(known)
      const grant = new own.Grant({ accountId: session?.accountId ?? "", clientId: client?.clientId ?? "" })
      grant.addOIDCScope(typeof params?.scope === "string" ? params.scope : "openid")
      await grant.save()
      return grant
    },
  })
  provider.proxy = false
  provider.on("access_token.saved", (token) => {
    const tokens = issued.get(token.accountId) ?? []
    issued.set(token.accountId, [...tokens, token])
  })

  const issue = async (email: string, clientId: string = clients.extension) => {
    const client = await provider.Client.find(clientId)
    if (!client) throw new Error(`no client ${clientId}`)
    const grant = new provider.Grant({ accountId: email, clientId })
    grant.addOIDCScope("openid email profile groups")
    const grantId = await grant.save()
    const token = new provider.AccessToken({
      accountId: email,
      client,
      grantId,
      scope: "openid email profile groups",
      gty: "authorization_code",
      expiresWithSession: false,
      ...(claimsInToken && { extra: claimsOf(email) }),
    })
    return token.save()
  }
  return {
    port,
    issuer,
    cert: certificate.cert,
    issue,
    async revoke(value) {
      await (await provider.AccessToken.find(value))?.destroy()
    },
    async revokePerson(email) {
      for (const token of issued.get(email) ?? []) {
        await token.destroy()
        if (token.grantId) await (await provider.Grant.find(token.grantId))?.destroy()
      }
    },
    setDown: (value) => void (down = value),
    introspections: () => asked,
    signInAs: (email) => void (next = email),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function publicClient(id: string) {
  return {
    client_id: id,
    token_endpoint_auth_method: "none" as const,
    application_type: "web" as const,
    redirect_uris: [`https://${extensionId}.chromiumapp.org/gateway`],
    response_types: ["code" as const],
    grant_types: ["authorization_code", "refresh_token"],
  }
}

/** The id that the manifest's key fixes for builds of our own. */
export const extensionId = createHash("sha256")
  .update(Buffer.from(packageFile.manifest.key, "base64"))
  .digest("hex")
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
