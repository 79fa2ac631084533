/** Signing in to Looker, naming the look, asking now. */
import type { Fault } from "~src/messaging/contract"

import type { PartialHandlers } from "../../kernel/handlers"
import { runJob } from "../../kernel/job"
import { log } from "../../kernel/log"
import { needConsent } from "../../kernel/need-consent"
import { LookerError } from "../../looker/errors"
import { signInToLooker, signOutOfLooker } from "../../looker/session"
import { lookerSource } from "../../looker/source"
import { usageJob } from "./job"
import { lookerState, setLookerState } from "./looker-job"

export const lookerHandlers = {
  "looker.get": (_request, context) => lookerState(context),

  "looker.signIn": async (typed, context) => {
    await needConsent(context)
    const ui = originOf(typed.ui)
    const api = typed.api.trim() === "" ? ui : originOf(typed.api)
    const clientId = typed.clientId.trim()
    if (ui === "" || api === "" || clientId === "" || !lookerSource(typed.source))
      return { signedIn: false, fault: incomplete }
    try {
      await signInToLooker(context, { ui, api, clientId })
    } catch (error) {
      if (!(error instanceof LookerError)) throw error
      void log(context, "looker.refused", {}, error.fault.code)
      return { signedIn: false, fault: error.fault }
    }
    await context.settings.set({
      looker: { ui, api, clientId, source: typed.source.trim(), connected: true },
    })
    await setLookerState(context, { running: true })
    context.publish("settings")
    void runJob(context, usageJob).catch(() => undefined)
    return { signedIn: true }
  },

  "looker.signOut": async (_request, context) => {
    await signOutOfLooker(context)
    await context.settings.set({ looker: { connected: false } })
    await setLookerState(context, {})
    context.publish("settings")
    return {}
  },

  "looker.read": async (_request, context) => {
    await setLookerState(context, { ...(await lookerState(context)), running: true })
    void runJob(context, usageJob).catch(() => undefined)
    return {}
  },
} satisfies PartialHandlers

/** Empty unless it is an https address; its scheme may be left out. */
function originOf(typed: string): string {
  const text = typed.trim()
  const whole = /^\w+:\/\//.test(text) ? text : `https://${text}`
  const url = text !== "" && URL.canParse(whole) ? new URL(whole) : null
  return url?.protocol === "https:" ? url.origin : ""
}

const incomplete: Fault = {
  code: "bad-request",
  title: "Looker's address, the client ID and a look are needed.",
  detail: "Nothing was sent.",
  next: "Copy the look's address from the browser; ask the Looker administrator for the client ID.",
}
