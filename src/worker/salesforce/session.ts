/** The access token in use, and its renewal: one in flight at a time, the new refresh token stored before use. */
import type { SalesforceSession } from "./api/client"
import { SalesforceError } from "./api/errors"
import { renewTokens } from "./api/oauth"
import type { SalesforceGrant, SalesforceLapse, SalesforceVault } from "../cache/salesforce-vault"

import type { SessionDeps } from "./session-deps"
import { forget, signInSilently } from "./sign-in"

const lockName = "salesforce-renewal"

/** @throws SalesforceError `sign-in-again` if nobody is signed in. */
export async function currentSession(deps: SessionDeps): Promise<SalesforceSession> {
  const grant = await signedIn(deps.vault)
  const access = await deps.vault.access()
  if (access && access.orgId === grant.orgId && access.userId === grant.userId)
    return { accessToken: access.accessToken, instanceUrl: grant.instanceUrl }
  return renewSession(deps, access?.accessToken ?? "")
}

/**
 * A session other than the one with the `expired` token. Who comes second finds the first one's new token.
 * @throws SalesforceError `sign-in-again` where the refresh token is dead and the browser holds no session to go on with:
 * the grant is then dropped.
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
    // No answer to our question: the sign-in stays, and is tried again.
    if (answer.orgId !== grant.orgId || answer.userId !== grant.userId)
      throw new SalesforceError("malformed", 200, "user", "the renewal answered for somebody else")
    // With rotation the old refresh token is dead from here on: the new one is stored before anything uses the answer.
    const rotated = answer.refreshToken ?? grant.refreshToken
    // Signed out meanwhile: what the org gave is given back.
    if (!deps.isCurrent()) {
      await forget(deps, { ...grant, refreshToken: rotated })
      throw new SalesforceError("sign-in-again", 0, "epoch", "signed out during the renewal")
    }
    if (answer.refreshToken && answer.refreshToken !== grant.refreshToken)
      await vault.setGrant({ ...grant, refreshToken: answer.refreshToken })
    if (!deps.isCurrent()) throw new SalesforceError("sign-in-again", 0, "epoch", "signed out meanwhile")
    await vault.setAccess({ accessToken: answer.accessToken, orgId: answer.orgId, userId: answer.userId })
    return { accessToken: answer.accessToken, instanceUrl: grant.instanceUrl }
  } catch (error) {
    // Only a definite refusal ends the sign-in; offline and 5xx keep it.
    if (!(error instanceof SalesforceError) || error.kind !== "sign-in-again" || !deps.isCurrent())
      throw error
    // Until the outcome is known nobody is told to sign in.
    if (await resume(deps, grant)) return currentSession(deps)
    await vault.setGrant(null)
    await vault.setAccess(null)
    throw error
  }
}

/** Milliseconds after the nth vain try: a quarter of an hour, then four times as long each, up to a day. */
const pauseMs = (tries: number) => Math.min(900_000 * 4 ** (tries - 1), 86_400_000)

const isDue = ({ tries, triedAt }: SalesforceLapse, now: number) => now - triedAt >= pauseMs(tries)

/** Whether a sign-in that the org ended may be tried again without the user now. */
export async function isResumeDue({ vault, now }: Pick<SessionDeps, "vault" | "now">): Promise<boolean> {
  const lapse = await vault.lapse()
  return lapse !== null && isDue(lapse, now())
}

/** Takes up a sign-in that the org ended, where a try is due: one at a time, out of sight. Null: still signed out. */
export async function resumeSession(deps: SessionDeps): Promise<SalesforceGrant | null> {
  if (!(await isResumeDue(deps))) return null
  return deps.lock(lockName, async () => {
    const lapse = await deps.vault.lapse()
    if (lapse) await resume(deps, lapse)
    return deps.vault.grant()
  })
}

/** One try, unless the last vain one is too young: who comes second does not begin again. */
async function resume(
  deps: SessionDeps,
  { apiHost, clientId, orgId, userId }: SalesforceGrant | SalesforceLapse,
): Promise<boolean> {
  const before = await deps.vault.lapse()
  if (before && !isDue(before, deps.now())) return false
  const whose = { apiHost, clientId, orgId, userId }
  // Noted before it is made: a worker that dies in it does not try at each of its starts.
  await deps.vault.setLapse({ ...whose, tries: (before?.tries ?? 0) + 1, triedAt: deps.now() })
  try {
    await signInSilently(deps, whose)
    return true
  } catch {
    // Whatever it was, the user is asked to sign in, and there the reason is told.
    return false
  }
}

async function signedIn(vault: SalesforceVault): Promise<SalesforceGrant> {
  const grant = await vault.grant()
  if (!grant) throw new SalesforceError("sign-in-again", 0, "", "nobody is signed in")
  return grant
}
