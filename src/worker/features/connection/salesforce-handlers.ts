import { SalesforceError } from "~src/worker/salesforce/api/errors"
import { soql } from "~src/worker/salesforce/api/soql"
import type { Fault } from "~src/messaging/contract"
import { normaliseMyDomain } from "~src/hosts"
import { beginEpoch } from "../../kernel/epoch"
import type { WorkerContext } from "~src/worker/kernel/context"
import type { PartialHandlers } from "~src/worker/kernel/handlers"

import { forgetSalesforceReads } from "../../refresh/refresh"
import { log } from "../../kernel/log"
import { needConsent } from "../../kernel/need-consent"
import { forgetHealth, noteHealth } from "../../kernel/service-health"
import { noteSalesforce } from "../../sync/mark-changed"
import { textOf } from "../../salesforce/record-values"
import {
  isSwitchedOff,
  salesforceClient,
  sessionDeps,
  signedInTopic,
  userKey,
} from "../../salesforce/service"
import { OtherOrgError, signIn, signOut } from "../../salesforce/sign-in"

const wrongInput = (title: string, next: string): Fault => ({
  code: "bad-request",
  title,
  detail: "Nothing was sent.",
  next,
})

const otherOrg = (host: string): Fault => ({
  code: "refused",
  title: `Salesforce signed you in to ${host}, not to the My Domain you entered.`,
  detail: "Nothing was stored.",
  next: "If that is your org, sign in there.",
})

const switchedOff: Fault = {
  code: "not-allowed",
  title: "Your administrator has switched Salesforce off.",
  detail: "Nothing was sent.",
}

export const salesforceHandlers = {
  async "salesforce.signIn"({ myDomain, clientId }, context) {
    await needConsent(context)
    if (await isSwitchedOff(context)) return { signedIn: false, fault: switchedOff }
    const apiHost = normaliseMyDomain(myDomain)
    if (!apiHost)
      return {
        signedIn: false,
        fault: wrongInput("This is not a My Domain name.", "Enter it as in acme.my.salesforce.com."),
      }
    if (!clientId.trim())
      return {
        signedIn: false,
        fault: wrongInput(
          "The client ID is missing.",
          "Ask your Salesforce administrator for the app's consumer key.",
        ),
      }
    try {
      const grant = await signIn(sessionDeps(context), apiHost, clientId.trim())
      await context.settings.set({
        salesforce: { mode: "oauth", myDomain: apiHost, clientId: clientId.trim(), connected: true },
      })
      await forgetOtherUsers(context, `${grant.orgId}:${grant.userId}`)
      await noteHealth(context, "salesforce")
      void log(context, "salesforce.signed-in")
      forgetSalesforceReads(context)
      context.publish("status", "settings", "popup", "book", signedInTopic)
      return { signedIn: true, user: await nameOfUser(context, grant.userId) }
    } catch (error) {
      if (error instanceof OtherOrgError)
        return { signedIn: false, fault: otherOrg(error.instanceHost), otherDomain: error.instanceHost }
      if (!(error instanceof SalesforceError)) throw error
      void log(context, "salesforce.refused", {}, error.fault.code)
      return { signedIn: false, fault: error.fault }
    }
  },

  async "salesforce.signOut"(_request, context) {
    beginEpoch(context, "salesforce")
    await signOut(sessionDeps(context))
    void log(context, "salesforce.signed-out")
    await context.settings.set({ salesforce: { mode: "none", connected: false } })
    await forgetHealth(context, "salesforce")
    forgetSalesforceReads(context)
    await clearSalesforceData(context)
    context.publish("status", "settings", "popup", "book")
    return {}
  },
} satisfies PartialHandlers

/** The id where the org does not tell the name. */
async function nameOfUser(context: WorkerContext, userId: string): Promise<string> {
  try {
    const client = await salesforceClient(context)
    const [row] =
      (await client?.query(soql({ select: ["Name"], from: "User", where: ["Id", "=", userId], limit: 1 }))) ??
      []
    return textOf(row?.Name) ?? userId
  } catch (error) {
    if (error instanceof SalesforceError) return userId
    throw error
  }
}

/** What one user was allowed to see is not shown to the next one. */
async function forgetOtherUsers(context: WorkerContext, user: string): Promise<void> {
  const known = await context.db.get("meta", userKey)
  if (known && known.value !== user) await clearSalesforceData(context)
  await context.db.put("meta", { key: userKey, value: user })
}

async function clearSalesforceData(context: WorkerContext): Promise<void> {
  const tx = context.db.transaction(["details", "touches", "tasks", "meta"], "readwrite")
  const accounts = new Set<string>()
  for (const name of ["details", "touches", "tasks"] as const) {
    let cursor = await tx.objectStore(name).openCursor()
    while (cursor) {
      const row = cursor.value
      const isSalesforce = "part" in row ? row.part === "salesforce" : row.source === "salesforce"
      if (isSalesforce) {
        accounts.add(row.accountId)
        await cursor.delete()
      }
      cursor = await cursor.continue()
    }
  }
  await tx.objectStore("meta").delete(IDBKeyRange.bound("salesforce.", "salesforce.~"))
  await tx.done
  await noteSalesforce(context, [...accounts])
}
