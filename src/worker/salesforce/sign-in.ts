/** Signing in and out (facts: salesforce-api, section 3). Each refusal has its own words in `api/salesforce/errors`. */
import { SalesforceError } from "./api/errors"
import type { PkceState } from "../cache/salesforce-vault"
import { exchangeCode, readRedirect, revoke, startSignIn, whyNoConsent } from "./api/oauth"
import type { SalesforceGrant, SalesforceLapse } from "../cache/salesforce-vault"

import type { SessionDeps } from "./session-deps"

/** The org that answered is not the one that was chosen: nothing is stored until the user confirms it. */
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
export async function signIn(deps: SessionDeps, apiHost: string, clientId: string): Promise<SalesforceGrant> {
  const { url, pkce } = await startSignIn(apiHost, clientId, deps.redirectUri, deps.now())
  await deps.vault.setPending(pkce)
  try {
    const redirect = await openConsent(deps, url)
    const stored = await deps.vault.pending()
    if (stored?.state !== pkce.state)
      throw new SalesforceError("consent-refused", 0, "superseded", "another sign-in was begun meanwhile")
    const signed = await grantOf(deps, redirect, stored)
    // A renewal of the sign-in before must not come back over this one.
    return await store(deps.isCurrent() ? { ...deps, isCurrent: deps.begin() } : deps, signed)
  } finally {
    await deps.vault.setPending(null)
  }
}

/**
 * Signs the same user in again without a window: the browser may still hold a Salesforce session of theirs, and they have
 * given their consent before. Leaves a sign-in that the user has begun alone.
 * @throws whatever stands in the way; the reader's next step is the same for all of it.
 */
export async function signInSilently(
  deps: SessionDeps,
  { apiHost, clientId, orgId, userId }: Pick<SalesforceLapse, "apiHost" | "clientId" | "orgId" | "userId">,
): Promise<SalesforceGrant> {
  const { url, pkce } = await startSignIn(apiHost, clientId, deps.redirectUri, deps.now())
  const grant = await grantOf(deps, await deps.launch(url, false), pkce)
  if (grant.orgId === orgId && grant.userId === userId) return store(deps, grant)
  // Somebody else uses Salesforce in this browser now: that takes a sign-in of their own.
  await forget(deps, grant)
  throw new SalesforceError("sign-in-again", 200, "user", "another user is signed in")
}

/** What the redirect is worth, checked. */
async function grantOf(deps: SessionDeps, redirect: string, pkce: PkceState): Promise<Signed> {
  const { apiHost, clientId } = pkce
  const answer = await exchangeCode(
    { fetch: deps.fetch, apiHost, isKnownHost: deps.isKnownHost },
    readRedirect(redirect, pkce),
    pkce,
  )
  const { accessToken, refreshToken, instanceUrl, orgId, userId } = answer
  const instanceHost = new URL(instanceUrl).hostname
  if (instanceHost !== apiHost) throw new OtherOrgError(instanceHost)
  if (!refreshToken) throw new SalesforceError("refused", 200, "scope", "the app grants no refresh token")
  return { refreshToken, orgId, userId, instanceUrl, apiHost, clientId, accessToken }
}

interface Signed extends SalesforceGrant {
  accessToken: string
}

async function store(deps: SessionDeps, signed: Signed): Promise<SalesforceGrant> {
  const { accessToken, ...grant } = signed
  const { vault } = deps
  // Given up while the consent page was open: nothing is kept, and the org forgets it, too.
  if (!deps.isCurrent()) {
    await forget(deps, grant)
    throw new SalesforceError("consent-refused", 0, "superseded", "signed out or cleared meanwhile")
  }
  await vault.setGrant(grant)
  if (deps.isCurrent()) await vault.setAccess({ accessToken, orgId: grant.orgId, userId: grant.userId })
  if (deps.isCurrent()) await vault.setLapse(null)
  return grant
}

async function openConsent(deps: SessionDeps, url: string): Promise<string> {
  try {
    return await deps.launch(url, true)
  } catch (error) {
    const why = await whyNoConsent(deps, url)
    if (why) throw why
    // Chrome tells a closed window from a page that fails to load only by its message.
    const words = String(error)
    const kind = /could not be loaded|network/i.test(words) ? "sign-in-page" : "consent-refused"
    throw new SalesforceError(kind, 0, "closed", words)
  }
}

/** Forgets the grant here first, then tells the org; the second may fail. */
export async function signOut(deps: SessionDeps): Promise<void> {
  const grant = await deps.vault.grant()
  await deps.vault.setGrant(null)
  await deps.vault.setLapse(null)
  await deps.vault.setAccess(null)
  await deps.vault.setPending(null)
  if (grant) await forget(deps, grant)
}

export function forget(deps: SessionDeps, { apiHost, refreshToken }: SalesforceGrant): Promise<void> {
  return revoke({ fetch: deps.fetch, apiHost, isKnownHost: deps.isKnownHost }, refreshToken)
}
