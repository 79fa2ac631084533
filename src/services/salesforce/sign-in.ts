/** Signing in and out (facts: salesforce-api, section 3). Each refusal has its own words in `api/salesforce/errors`. */
import { SalesforceError } from "~src/api/salesforce/errors"
import { exchangeCode, readRedirect, revoke, startSignIn } from "~src/api/salesforce/oauth"

import type { SessionDeps } from "./session"
import type { SalesforceGrant } from "~src/storage/salesforce-vault"

export interface SignInDeps extends SessionDeps {
  /** The browser's own sign-in window; resolves with the redirect's address. */
  launch: (url: string, interactive: boolean) => Promise<string>
  redirectUri: string
  now: () => number
}

/** The org that answered is not the one that was chosen: the user confirms it by entering it. */
export class OtherOrgError extends Error {
  constructor(readonly instanceHost: string) {
    super("the answer names another org than the chosen one")
    this.name = "OtherOrgError"
  }
}

/**
 * Opens the consent page and stores the grant.
 *
 * The state of the flow is stored before the window opens, so a worker that dies meanwhile can't be fooled by, or lose,
 * an answer to it: an unfinished flow is simply begun again.
 * @throws SalesforceError: consent refused, app blocked, wrong client id; OtherOrgError.
 */
export async function signIn(
  deps: SignInDeps,
  apiHost: string,
  clientId: string,
  options: { interactive: boolean },
): Promise<SalesforceGrant> {
  const { url, pkce } = await startSignIn(apiHost, clientId, deps.redirectUri, deps.now())
  await deps.vault.setPending(pkce)
  try {
    const redirect = await openConsent(deps, url, options.interactive)
    const stored = await deps.vault.pending()
    if (stored?.state !== pkce.state)
      throw new SalesforceError("consent-refused", 0, "superseded", "another sign-in was begun meanwhile")
    const call = { fetch: deps.fetch, apiHost, isKnownHost: deps.isKnownHost }
    const answer = await exchangeCode(call, readRedirect(redirect, stored), stored)
    const instanceHost = new URL(answer.instanceUrl).hostname
    if (instanceHost !== apiHost) throw new OtherOrgError(instanceHost)
    if (!answer.refreshToken)
      throw new SalesforceError("refused", 200, "scope", "the app grants no refresh token")
    const grant: SalesforceGrant = {
      refreshToken: answer.refreshToken,
      orgId: answer.orgId,
      userId: answer.userId,
      instanceUrl: answer.instanceUrl,
      apiHost,
      clientId,
    }
    await deps.vault.setGrant(grant)
    await deps.vault.setAccess({ accessToken: answer.accessToken, orgId: grant.orgId, userId: grant.userId })
    return grant
  } finally {
    await deps.vault.setPending(null)
  }
}

async function openConsent(deps: SignInDeps, url: string, interactive: boolean): Promise<string> {
  try {
    return await deps.launch(url, interactive)
  } catch (error) {
    // Chrome tells a closed window, a refusal and an unreachable page only by its message.
    const words = String(error)
    if (/could not be loaded|network/i.test(words)) throw new SalesforceError("network", 0, "", words)
    throw new SalesforceError("consent-refused", 0, interactive ? "closed" : "interaction required", words)
  }
}

/** Forgets the grant here first, then tells the org; the second may fail. */
export async function signOut(deps: SessionDeps): Promise<void> {
  const grant = await deps.vault.grant()
  await deps.vault.setGrant(null)
  await deps.vault.setAccess(null)
  await deps.vault.setPending(null)
  if (grant)
    await revoke(
      { fetch: deps.fetch, apiHost: grant.apiHost, isKnownHost: deps.isKnownHost },
      grant.refreshToken,
    )
}
