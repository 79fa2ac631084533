/** The user's agreement: nothing of a service is read before it is given, or after it is withdrawn. */
import { consentVersion } from "~src/messaging/consent"
import { faultError } from "~src/messaging/fault"
import type { PartialHandlers } from "~src/worker/kernel/handlers"

import { log } from "../../kernel/log"
import { clearEverything } from "../data/clear"
import { connectionHandlers } from "./handlers"
import { salesforceHandlers } from "./salesforce-handlers"

export const consentHandlers = {
  "consent.give": async ({ version }, context) => {
    // A page left open over an update shows the text of the version before.
    if (version !== consentVersion)
      throw faultError(
        "stale-page",
        "The text has changed.",
        "Your agreement was not stored.",
        "Reload the page.",
      )
    const at = new Date(context.now()).toISOString()
    await context.settings.set({ consent: { version, at } })
    void log(context, "settings.consent-given", { version })
    context.publish("settings", "status", "popup", "book")
    return {}
  },

  "consent.withdraw": async ({ deleteData }, context) => {
    // Salesforce is told that its token is no longer wanted.
    await salesforceHandlers["salesforce.signOut"]({}, context)
    await connectionHandlers["vitally.disconnect"]({ deleteCache: deleteData }, context)
    // Customer data is also in links, waiting writes and what was noted of recommendations.
    if (deleteData) await clearEverything(context)
    await context.settings.set({ consent: null })
    void log(context, "settings.consent-withdrawn", { deleted: deleteData })
    context.publish("settings", "status", "popup", "book")
    return {}
  },
} satisfies PartialHandlers
