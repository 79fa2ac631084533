/** Signing in at a provider that keeps to OpenID Connect: code with PKCE, refresh, revocation. A public client, no secret. */
import * as oauth from "oauth4webapi"

export interface OAuthCall {
  fetch: typeof fetch
  issuer: string
  clientId: string
  /** Where its endpoints are, if the provider publishes no list of them. */
  endpoints?: { authorize: string; token: string }
}

export interface Tokens {
  accessToken: string
  refreshToken: string | undefined
  /** Seconds; undefined if the provider does not say. */
  expiresIn: number | undefined
}

/** `ended`: the provider's definite no to what was kept; `refused`: to a sign-in; `unreachable`: no answer that says anything. */
export type OAuthTrouble = "ended" | "refused" | "unreachable" | "closed"

export class OAuthError extends Error {
  constructor(
    readonly trouble: OAuthTrouble,
    /** The provider's own words or code, plain text, never a token. */
    readonly said: string,
  ) {
    super(`sign-in: ${trouble}`)
    this.name = "OAuthError"
  }
}

const usual = ["offline_access", "email", "profile", "groups"]

/**
 * Opens the provider's page and exchanges what it gives.
 * @throws OAuthError
 */
export async function signInWithPkce(
  call: OAuthCall,
  options: { scopes: readonly string[]; redirectUri: string; launch: (url: string) => Promise<string> },
): Promise<Tokens> {
  const server = await discover(call)
  const client = { client_id: call.clientId }
  // Looker takes one of 2^n bytes for hexadecimal digits, so 33 bytes in place of the library's 32.
  const verifier = (oauth.generateRandomCodeVerifier() + oauth.generateRandomState()).slice(0, 44)
  const state = oauth.generateRandomState()
  // A scope that a provider does not know is an error to most of them.
  const known = server.scopes_supported
  const scopes = options.scopes.filter((name) => !usual.includes(name) || !known || known.includes(name))
  const url = new URL(server.authorization_endpoint ?? call.issuer)
  for (const [key, value] of Object.entries({
    response_type: "code",
    client_id: call.clientId,
    redirect_uri: options.redirectUri,
    scope: scopes.join(" "),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    // Providers give a refresh token only if the person is asked, the first time.
    ...(scopes.includes("offline_access") && { prompt: "consent" }),
  }))
    url.searchParams.set(key, value)
  const redirect = await options.launch(url.href).catch((error: unknown) => {
    throw new OAuthError("closed", String(error))
  })
  return told("refused", async () => {
    const answer = oauth.validateAuthResponse(server, client, new URL(redirect), state)
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      answer,
      options.redirectUri,
      verifier,
      { [oauth.customFetch]: fetchOf(call) },
    )
    return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response))
  })
}

/** @throws OAuthError `ended` if the provider no longer takes the refresh token. */
export async function refreshTokens(call: OAuthCall, refreshToken: string): Promise<Tokens> {
  const server = await discover(call)
  const client = { client_id: call.clientId }
  return told("ended", async () => {
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, {
      [oauth.customFetch]: fetchOf(call),
    })
    return tokensOf(await oauth.processRefreshTokenResponse(server, client, response))
  })
}

/** Tells the provider to forget a token. A failure is no matter: ours is deleted anyway. */
export async function revokeToken(call: OAuthCall, token: string): Promise<void> {
  try {
    const server = await discover(call)
    if (server.revocation_endpoint === undefined) return
    await oauth.revocationRequest(server, { client_id: call.clientId }, oauth.None(), token, {
      [oauth.customFetch]: fetchOf(call),
    })
  } catch {
    // Said above.
  }
}

function discover(call: OAuthCall): Promise<oauth.AuthorizationServer> {
  const { issuer: name, endpoints } = call
  if (endpoints)
    return Promise.resolve({
      issuer: name,
      authorization_endpoint: endpoints.authorize,
      token_endpoint: endpoints.token,
    })
  return told("unreachable", async () => {
    const issuer = new URL(name)
    const response = await oauth.discoveryRequest(issuer, { [oauth.customFetch]: fetchOf(call) })
    return oauth.processDiscoveryResponse(issuer, response)
  })
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresIn: answer.expires_in,
  }
}

/** No cookies, no redirects, and an end before the worker's. */
function fetchOf({ fetch }: OAuthCall): (url: string, init: object) => Promise<Response> {
  return (url, init) =>
    fetch(url, {
      ...init,
      credentials: "omit",
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(20_000),
    })
}

/** Only a definite answer of the provider ends anything; offline and 5xx keep it. */
async function told<T>(definite: OAuthTrouble, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof OAuthError) throw error
    if (error instanceof oauth.ResponseBodyError)
      throw new OAuthError(error.status < 500 ? definite : "unreachable", error.error)
    if (error instanceof oauth.AuthorizationResponseError) throw new OAuthError("refused", error.error)
    const isOurs = error instanceof oauth.OperationProcessingError && definite !== "ended"
    throw new OAuthError(isOurs ? definite : "unreachable", error instanceof Error ? error.message : "")
  }
}
