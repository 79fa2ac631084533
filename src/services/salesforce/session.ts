/** The access token in use, and its renewal: one in flight at a time, the new refresh token stored before use. */
import type { SalesforceSession } from "~src/api/salesforce/client"
import { SalesforceError } from "~src/api/salesforce/errors"
import { renewTokens } from "~src/api/salesforce/oauth"

import type { SalesforceGrant, SalesforceVault } from "~src/storage/salesforce-vault"

export interface SessionDeps {
  fetch: typeof fetch
  vault: SalesforceVault
  isKnownHost: (host: string) => boolean
  /** Waits for its turn: two pages must never use one refresh token at the same time. */
  lock: <T>(name: string, work: () => Promise<T>) => Promise<T>
}

const lockName = "salesforce-renewal"

/** @throws SalesforceError `sign-in-again` where nobody is signed in. */
export async function currentSession(deps: SessionDeps): Promise<SalesforceSession> {
  const grant = await signedIn(deps.vault)
  const access = await deps.vault.access()
  if (access && access.orgId === grant.orgId && access.userId === grant.userId)
    return { accessToken: access.accessToken, instanceUrl: grant.instanceUrl }
  return renewSession(deps, access?.accessToken ?? "")
}

/**
 * A session other than the one with the `expired` token. Who comes second finds the first one's new token.
 * @throws SalesforceError `sign-in-again` where the refresh token is dead: the grant is then dropped.
 */
export function renewSession(deps: SessionDeps, expired: string): Promise<SalesforceSession> {
  return deps.lock(lockName, async () => {
    const grant = await signedIn(deps.vault)
    const access = await deps.vault.access()
    const isOwn = access?.orgId === grant.orgId && access.userId === grant.userId
    if (access && isOwn && access.accessToken !== expired)
      return { accessToken: access.accessToken, instanceUrl: grant.instanceUrl }
    return renew(deps, grant)
  })
}

async function renew(deps: SessionDeps, grant: SalesforceGrant): Promise<SalesforceSession> {
  const { vault } = deps
  try {
    const call = { fetch: deps.fetch, apiHost: grant.apiHost, isKnownHost: deps.isKnownHost }
    const answer = await renewTokens(call, grant.clientId, grant.refreshToken)
    if (answer.orgId !== grant.orgId || answer.userId !== grant.userId)
      throw new SalesforceError("sign-in-again", 200, "user", "the renewal answered for somebody else")
    // With rotation the old refresh token is dead from here on: the new one is stored before anything uses the answer.
    if (answer.refreshToken && answer.refreshToken !== grant.refreshToken)
      await vault.setGrant({ ...grant, refreshToken: answer.refreshToken })
    await vault.setAccess({ accessToken: answer.accessToken, orgId: answer.orgId, userId: answer.userId })
    return { accessToken: answer.accessToken, instanceUrl: grant.instanceUrl }
  } catch (error) {
    // Only a definite refusal ends the sign-in; offline and 5xx keep it.
    if (error instanceof SalesforceError && error.kind === "sign-in-again") {
      await vault.setGrant(null)
      await vault.setAccess(null)
    }
    throw error
  }
}

async function signedIn(vault: SalesforceVault): Promise<SalesforceGrant> {
  const grant = await vault.grant()
  if (!grant) throw new SalesforceError("sign-in-again", 0, "", "nobody is signed in")
  return grant
}
