/** How everything stands, in words. */
import { workspaceId, workspaceWords } from "~src/worker/vitally/api"
import type { Fault, ServiceState, Status } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

import { shownBadge } from "../badge/refresh-badge"
import { knownLimits, signedOutFault } from "../../salesforce/service"
import { lossSaid } from "../../kernel/loss"
import { retryPauseMs, withRetryTime } from "../../kernel/retry"
import { syncState } from "../../sync/record"
import type { WorkerContext } from "../../kernel/context"
import { serviceHealth, type ServiceHealth } from "../../kernel/service-health"

export async function statusOf(context: WorkerContext): Promise<Status> {
  const online = context.platform.online.now()
  const { timeZone } = await context.clock()
  const [settings, vitally, salesforce, sync, badge, lost] = await Promise.all([
    context.settings.get(),
    serviceHealth(context, "vitally"),
    serviceHealth(context, "salesforce"),
    syncState(context.db, context.now()),
    shownBadge(context),
    lossSaid(context),
  ])
  const limits = settings.salesforce.connected ? await knownLimits(context) : null
  // The tokens are dropped once the org refuses them; how it answered last is forgotten with the browser's session.
  const signedIn = (await context.secrets.salesforce.grant()) !== null
  return {
    vitally: {
      service: "vitally",
      ...stateOf(settings.vitally.connected, withTime(vitally, timeZone), online, vitallyText(settings)),
    },
    salesforce: {
      service: "salesforce",
      ...stateOf(
        settings.salesforce.connected,
        signedIn
          ? withTime(salesforce, timeZone)
          : { ...salesforce, fault: salesforce.fault ?? signedOutFault },
        online,
        `Signed in to ${settings.salesforce.myDomain}`,
      ),
      ...(limits && {
        quota: `${count(limits.api.used)} of ${count(limits.api.limit)} calls today, by everybody in this org`,
      }),
    },
    sync,
    me: settings.me && { adminId: settings.me.adminId, name: settings.me.name },
    badge,
    firstRunDone: settings.firstRunDone,
    online,
    ...(lost && { lost }),
  }
}

/** Says when it is tried again; see `retry-job.ts`. */
function withTime(health: ServiceHealth, timeZone: string): ServiceHealth {
  const { fault, tries, triedAt } = health
  if (!fault || tries === undefined || triedAt === undefined) return health
  return { ...health, fault: withRetryTime(fault, triedAt + retryPauseMs(fault, tries), timeZone) }
}

const count = (value: number) => value.toLocaleString("en-US")

function vitallyText({ vitally, me }: Settings): string {
  return `Connected to ${workspaceWords(workspaceId(vitally))}${me ? ` as ${me.name}` : ""}`
}

/** Codes that only the user can put right. */
const needsUser: readonly Fault["code"][] = ["auth", "forbidden"]

function stateOf(
  connected: boolean,
  { okAt, fault }: ServiceHealth,
  online: boolean,
  text: string,
): Omit<ServiceState, "service"> {
  if (!connected) return { state: "not-connected", text: "Not connected" }
  const since = okAt === undefined ? {} : { okAt }
  if (!online) return { state: "offline", text: "Offline: what is shown is the last known state", ...since }
  if (!fault) return { state: "connected", text, ...since }
  return {
    state: needsUser.includes(fault.code) ? "needs-sign-in" : "error",
    text: fault.title,
    fault,
    ...since,
  }
}
