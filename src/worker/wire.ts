/** What reacts to what inside the worker. */
import { hasConsent } from "~src/messaging/consent"
import type { Settings } from "~src/messaging/views/settings"

import { watchBadge } from "./features/badge/watch-badge"
import { watchBook } from "./lists/book-rows"
import { salesforceJob } from "./sync/salesforce-job"
import { syncJob } from "./sync/sync-job"
import { log } from "./kernel/log"
import { readManaged } from "./policy/read-managed"
import { openApp } from "./features/open-page/handlers"
import { recoverLost } from "./features/data/lost"
import { keepJournal } from "./outbox/journal"
import { sendSoon } from "./outbox/service"
import { tellModes } from "./features/panel-window/side-panel-windows"
import { noteMode } from "./features/panel-window/commands"
import { tellPolicyChanged } from "./features/policy/apply-policy"
import { policyInForce } from "./policy/stored-policy"
import { openNotice } from "./features/reminders/open-notice"
import { signedInTopic } from "./salesforce/service"
import { askResummariseAll } from "./sync/rows/resummarise"
import type { WorkerContext } from "./kernel/context"
import { runJob } from "./kernel/job"

/** Called once at each start, before the first answer. */
export function wire(context: WorkerContext): void {
  context.settings.onChanged((after, before) => onSettings(context, after, before))
  const journal = keepJournal(context)
  context.onEmptied(() => void recoverLost(context, journal).catch(() => undefined))
  watchBadge(context)
  watchBook(context)
  context.onPublished((topics) => {
    if (topics.includes(signedInTopic)) void onSalesforce(context).catch(() => undefined)
  })
}

/** Writes that waited for a sign-in go now, and the book is looked at. */
async function onSalesforce(context: WorkerContext): Promise<void> {
  await sendSoon(context, { again: true, target: "salesforce" })
  await runJob(context, salesforceJob)
}

async function onSettings(context: WorkerContext, after: Settings, before: Settings): Promise<void> {
  context.publish("settings")
  if (after.panel.mode !== before.panel.mode) {
    await noteMode(context)
    await tellModes(context)
  }
  if (after.timeZone !== before.timeZone) {
    // Which day a contact fell on hangs on it.
    await askResummariseAll(context.db)
    void runJob(context, syncJob).catch(() => undefined)
  }
  const coversOthers = !same(after.covering, before.covering)
  if (!same(after.badge, before.badge) || coversOthers) context.publish("popup")
  // Whose customers are on the lists now is to be read as one's own are.
  if (coversOthers) void runJob(context, syncJob).catch(() => undefined)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** An administrator changed something. */
export async function onManaged(context: WorkerContext): Promise<void> {
  await context.settings.reread()
  context.publish("status")
  await tellPolicyChanged(context)
  const [{ locked, faults }, policy] = await Promise.all([
    readManaged(context.platform.managed),
    policyInForce(context),
  ])
  void log(context, "settings.managed", {
    locked: locked.length,
    refused: faults.length,
    policy: policy.locked,
    policyFaults: policy.fault?.faults.length ?? 0,
  })
}

export async function onInstalled(context: WorkerContext, reason: string): Promise<void> {
  void log(context, reason === "install" ? "worker.installed" : "worker.updated")
  // After an update whose text of consent is another one, nothing is read until it is agreed to.
  const isAgreed = hasConsent(await context.settings.get())
  if (reason === "install" || !isAgreed) await openApp(context, "welcome")
}

/** The network is back or gone: what waited for it goes now. */
export async function onOnline(context: WorkerContext, online: boolean): Promise<void> {
  context.publish("status")
  if (online) await sendSoon(context, { again: true })
}

export async function onClickedNotice(context: WorkerContext, id: string): Promise<void> {
  await openNotice(context, id)
  await context.platform.notifications.clear(id)
}
