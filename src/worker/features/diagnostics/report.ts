/**
 * What support needs to know, as text. Built from numbers and fixed words: no name of a customer, a colleague or a
 * workspace, no id, no key can be in it (a test plants some).
 */
import type { StoreNames } from "idb"

import type { ServiceState } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import type { LensSchema } from "~src/worker/cache/rows"

import { readManaged } from "../../policy/read-managed"
import { policyInForce } from "../../policy/stored-policy"
import { statusOf } from "../status/status"
import { presetChoice } from "../../policy/preset-choices"
import type { WorkerContext } from "../../kernel/context"
import { logLine, readLog } from "../../kernel/log"

export async function report(context: WorkerContext): Promise<string> {
  const { db, platform, settings: store, now } = context
  const [settings, status, policy, managed, bytes, entries] = await Promise.all([
    store.get(),
    statusOf(context),
    policyInForce(context),
    readManaged(platform.managed),
    platform.disk.used(),
    readLog(context),
  ])
  const names = [...db.objectStoreNames] as StoreNames<LensSchema>[]
  const counts = await Promise.all(names.map(async (name) => `${name}=${await db.count(name)}`))
  const { sync } = status
  return [
    `Account Lens ${platform.runtime.version}, ${new Date(now()).toISOString()}`,
    `settings ${settingsLine(settings)}`,
    `vitally ${serviceLine(status.vitally)}`,
    `salesforce ${serviceLine(status.salesforce)}`,
    `sync phase=${sync.phase} accounts=${sync.accounts} tasks=${sync.tasks} lastOk=${sync.lastOkAt ?? "never"} ` +
      `lastFull=${sync.lastFullAt ?? "never"} setAside=${sync.setAside.count}`,
    `stored ${counts.join(" ")} bytes=${bytes ?? "unknown"}`,
    `policy preset=${presetChoice(policy.policy.preset)?.id ?? "other"} managed=${policy.locked} ` +
      `faults=${policy.fault?.faults.length ?? 0}`,
    `managed locked=${managed.locked.join(",") || "nothing"} faults=${managed.faults.length}`,
    "",
    `log, ${entries.length} entries, oldest first`,
    ...entries.map(logLine),
  ].join("\n")
}

function settingsLine({
  vitally,
  salesforce,
  panel,
  badge,
  reminders,
  manager,
  me,
  covering,
}: Settings): string {
  return [
    `region=${vitally.region}`,
    `salesforce=${salesforce.mode}`,
    `panel=${panel.mode}`,
    `badge=${badge.counts}`,
    `digest=${reminders.digest}`,
    `manager=${manager}`,
    `me=${me !== null}`,
    `role=${me?.role ? "key role" : "csm"}`,
    `covering=${covering.length}`,
  ].join(" ")
}

function serviceLine({ state, okAt, fault }: ServiceState): string {
  return `state=${state} okAt=${okAt ?? "never"}${fault ? ` fault=${fault.code}` : ""}`
}
