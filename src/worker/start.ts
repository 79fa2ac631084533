/**
 * Starts the worker. Every listener is registered in this one turn, before anything is awaited: Chrome drops events that
 * come to a worker without a listener. All of them then wait for one start-up.
 */
import { faultError } from "~src/messaging/fault"
import { createRouter } from "~src/messaging/router"
import type { Platform } from "~src/platform/platform"

import { log } from "./kernel/log"
import { resumeSending } from "./outbox/service"
import { gateRoute } from "./features/panel-window/gate-routes"
import { onBeside } from "./features/panel-window/side-panel-windows"
import { inGesture, noteMode, onCommand } from "./features/panel-window/commands"
import { createAllowance } from "./kernel/allowance"
import { looked } from "./features/connection/retry-job"
import { guard } from "./features/tabs/authorize-account"
import { forgetClosedViews } from "./features/panel/left-views"
import { forgetClosedTabs } from "./features/tabs/follow"
import { deriveForNewRules } from "./sync/rules-change"
import { allHandlers } from "./all-handlers"
import { allJobs } from "./all-jobs"
import type { WorkerContext } from "./kernel/context"
import { faultOf } from "./kernel/fault-of"
import { runJob, runOverdue } from "./kernel/job"
import { onClickedNotice, onInstalled, onManaged, onOnline, wire } from "./wire"

/** What pages ask for to show it: somebody looks. */
const shows: ReadonlySet<string> = new Set(["panel.get", "popup.get", "book.get", "status.get"])

const mayAsk = createAllowance()

async function limited<T>(context: WorkerContext, tabId: number, work: () => Promise<T>): Promise<T> {
  if (mayAsk(tabId, context.now())) return work()
  throw faultError("rate", "This tab asks too often.", "Nothing was changed.", "Reload the page.")
}

export function startWorker(platform: Platform, open: (platform: Platform) => Promise<WorkerContext>): void {
  const from = Date.now()
  const ready = open(platform).then((context) => {
    wire(context)
    void log(context, "worker.started", { ms: Date.now() - from })
    return context
  })
  /** What goes wrong in an event ends in the state of its own job or page; a rejected listener helps nobody. */
  const then = (work: (context: WorkerContext) => unknown) => void ready.then(work).catch(() => undefined)

  platform.runtime.onMessage(
    createRouter({
      own: platform.runtime,
      ready,
      handlers: allHandlers,
      guard: (context, sender, method, request) => {
        if (shows.has(method)) void looked(context).catch(() => undefined)
        return guard(context, sender, method, request)
      },
      gate(method, payload, { windowId }) {
        if (method === "side.open") void platform.sidePanel.open(windowId)
        const handle = gateRoute(method, payload)
        // A host page may make its gate speak as often as it likes; the worker has others to answer.
        return handle && ((context, sender) => limited(context, sender.tabId, () => handle(context, sender)))
      },
      faultOf,
      onRefused: (context, method, { code }) =>
        void log(context, `worker.refused-${kebab(method)}`, {}, code),
    }),
  )
  platform.runtime.onInstalled((reason) => then((context) => onInstalled(context, reason)))
  // Only to be woken with the browser: the start-up itself looks for what is overdue.
  platform.runtime.onStartup(() => undefined)
  platform.alarms.onAlarm((name) =>
    then((context) => {
      const job = allJobs.find((one) => one.name === name)
      return job && runJob(context, job, { rang: true })
    }),
  )
  platform.commands.onCommand((command, tabId, windowId) => {
    const wasBeside = inGesture(platform, command, windowId)
    then((context) => onCommand(context, command, { tabId, windowId, wasBeside }))
  })
  platform.sidePanel.onToggled((windowId, open) => then((context) => onBeside(context, windowId, open)))
  platform.notifications.onClicked((id) => then((context) => onClickedNotice(context, id)))
  platform.managed.onChanged(() => then(onManaged))
  platform.online.onChange((online) => then((context) => onOnline(context, online)))
  then(noteMode)
  then(forgetClosedTabs)
  then(({ platform }) => forgetClosedViews(platform))
  then((context) => deriveForNewRules(context).finally(() => runOverdue(context, allJobs)))
  then(resumeSending)
}

/** "account.get" as a code of the log: "account-get". */
const kebab = (method: string) =>
  method.replace(".", "-").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
