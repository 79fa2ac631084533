/** One case through the real worker code: connected, synced, its account opened, assessed. Only the network is the case's own. */
import { refreshBehind, readState, readFromVitally } from "~src/worker/refresh/refresh"
import { accountView } from "~src/worker/features/account/view"
import { syncDeps } from "~src/worker/account-facts/sync-deps"
import { popupView } from "~src/worker/lists/popup-view"
import { storeOwnPolicy } from "~src/worker/policy/stored-policy"
import { statusOf } from "~src/worker/features/status/status"
import { runSyncSlice } from "~src/worker/sync/run-slice"
import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { readAccountBody } from "~src/worker/salesforce/account-body"
import { salesforceDetailId } from "~src/worker/salesforce/detail-id"
import { setMeta } from "~src/worker/cache/meta"
import { workspaceId } from "~src/worker/vitally/api"

import { caseFetch } from "./case-fetch"
import { policyOf } from "./case-policy"
import { linkedPage } from "./link-by-hand"
import { printed, type Printed } from "./printed"
import type { RawCase } from "./read-cases"
import { caseOrg, type CaseOrg, sessionToken } from "./salesforce-answers"

const workspace = { region: "us" as const, subdomain: "case" }
const productionHost = "acme.my.salesforce.com"
/** A case is small: a sync that is not over by then goes in circles. */
const slicesAtMost = 20

/** @throws Error with a plain sentence where the case can't be assessed. */
export async function assessCase(given: RawCase): Promise<Printed> {
  const org = caseOrg(given)
  const { account, readAt } = given.vitally as { account: { id: string }; readAt?: string }
  const context = await createFakeContext({
    now: readAt ?? given.now,
    fetch: caseFetch(given, org),
    settings: settingsOf(given, org),
  })
  try {
    await connect(context, given, org)
    await sync(context)
    const ref = linkedPage(given.byHand)
    if (ref)
      await context.db.put("links", { key: ref.key, ref, accountId: account.id, how: "hand", at: given.now })
    const read = await readFromVitally(context, account.id)
    if (!read.ok) throw new Error(`${read.fault.title} ${read.fault.detail}`)
    await context.pass(Date.parse(given.now) - context.now())
    await readSalesforce(context, account.id)
    const [view, popup, stored] = await Promise.all([
      accountView(context, account.id),
      statusOf(context).then((status) => popupView(context, status)),
      context.db.get("details", salesforceDetailId(account.id)),
    ])
    if (!view) throw new Error("The account was read but is not in the cache.")
    return printed(given, { view, popup, sections: readAccountBody(stored?.body)?.sections })
  } finally {
    const { name } = context.db
    context.db.close()
    indexedDB.deleteDatabase(name)
  }
}

function settingsOf({ timeZone, me, role, page, vitally }: RawCase, org: CaseOrg | null) {
  const admins = (vitally.admins ?? []) as { id?: string; name?: string }[]
  const name = admins.find(({ id }) => id === me.vitallyId)?.name ?? me.email
  return {
    timeZone,
    vitally: { ...workspace, connected: true },
    ...(me.vitallyId !== "" && { me: { adminId: me.vitallyId, name, role } }),
    ...(org && {
      salesforce: {
        mode: "oauth" as const,
        myDomain: page?.connectedTo ?? productionHost,
        clientId: "case",
        connected: true,
      },
    }),
  }
}

async function connect(context: FakeContext, given: RawCase, org: CaseOrg | null): Promise<void> {
  const { secrets, db } = context
  await storeOwnPolicy(context, policyOf(given.policy))
  await secrets.setVitallyAuthorization("Basic Y2FzZTo=")
  await setMeta(db, "workspace", workspaceId(workspace))
  if (Object.keys(given.traitMap).length > 0) await setMeta(db, "traitMapByHand", given.traitMap)
  if (!org) return
  const apiHost = given.page?.connectedTo ?? productionHost
  const orgId = "00D5g00000CaseOrGQ"
  const { userId } = org
  await secrets.salesforce.setGrant({
    refreshToken: "case",
    orgId,
    userId,
    instanceUrl: `https://${apiHost}`,
    apiHost,
    clientId: "case",
  })
  await secrets.salesforce.setAccess({ accessToken: sessionToken, orgId, userId })
}

async function sync(context: FakeContext): Promise<void> {
  for (let slice = 0; slice < slicesAtMost; slice += 1) {
    const deps = await syncDeps(context)
    if (!deps) throw new Error("The case's workspace is not connected.")
    const { more, fault } = await runSyncSlice(deps)
    if (fault) throw new Error(`${fault.title} ${fault.detail}`)
    if (!more) return
  }
  throw new Error("Reading the case's workspace does not come to an end.")
}

/** As opening the account does; a refusal is kept beside what is shown. */
async function readSalesforce(context: FakeContext, accountId: string): Promise<void> {
  const told = new Promise<void>((resolve) => {
    context.onPublished((topics) => {
      if (!topics.includes(`account:${accountId}`)) return
      if (!readState(context, accountId).salesforce.refreshing) resolve()
    })
  })
  await refreshBehind(context, accountId)
  if (readState(context, accountId).salesforce.refreshing) await told
}
