/** A day in the popup, for tests and pictures. */
import type { Status } from "~src/messaging/contract"
import { urgencyOf } from "~src/domain/day/urgency"
import type {
  DueAction,
  OverdueContact,
  PopupTask,
  PopupView,
  WaitingCustomer,
} from "~src/messaging/views/lists"

const today = "2026-11-23"

export function sampleStatus(part: Partial<Status> = {}): Status {
  const okAt = new Date(Date.now() - 150_000).toISOString()
  return {
    vitally: {
      service: "vitally",
      state: "connected",
      text: "Connected to acme (United States) as Ada Moss",
      okAt,
    },
    salesforce: { service: "salesforce", state: "not-connected", text: "Not connected" },
    sync: {
      phase: "idle",
      progress: null,
      text: "",
      accounts: 118,
      tasks: 240,
      lastOkAt: okAt,
      setAside: { count: 0, reasons: [] },
    },
    me: { adminId: "ada", name: "Ada Moss" },
    badge: { text: "2", title: "" },
    firstRunDone: true,
    online: true,
    ...part,
  }
}

export function sampleTask(id: string, part: Partial<PopupTask> = {}): PopupTask {
  return {
    id,
    source: "vitally",
    accountId: "globex",
    accountName: "Globex",
    name: `Task ${id}`,
    dueOn: today,
    mine: true,
    bucket: "today",
    tier: "Strategic",
    band: "poor",
    daysSinceContact: 41,
    urgency: sampleUrgency(part),
    ...part,
  }
}

/** By the rule that the worker uses, for a red Strategic customer unless said otherwise. */
function sampleUrgency({ tier = "Strategic", band = "poor", dueOn = today }: Partial<PopupTask>) {
  const ranks = ["Strategic", "Large Enterprise", "Small Enterprise", "Mid-Market"]
  const tierRank = tier === null ? null : ranks.indexOf(tier)
  return urgencyOf({ tier, tierRank, band }, dueOn, today)
}

export function sampleAction(part: Partial<DueAction> = {}): DueAction {
  return {
    accountId: "hooli",
    accountName: "Hooli",
    actionId: "renewal-180-assessment",
    title: "Complete the Health Assessment",
    dueOn: today,
    fingerprint: "renewal-180-assessment",
    band: "concerning",
    tier: "Mid-Market",
    urgency: sampleUrgency({ tier: "Mid-Market", band: "concerning" }),
    ...part,
  }
}

/** @param hoursLeft until the promised answer; negative once it is late */
export function sampleWaiting(
  accountId: string,
  hoursLeft: number,
  part: Partial<WaitingCustomer> = {},
): WaitingCustomer {
  const answerBy = Date.now() + hoursLeft * 3_600_000 + 60_000
  return {
    accountId,
    name: accountId.charAt(0).toUpperCase() + accountId.slice(1),
    band: "concerning",
    channel: "email",
    who: "Petra Schmidt",
    subject: "Licence count before our renewal",
    since: new Date(answerBy - 48 * 3_600_000).toISOString(),
    answerBy: new Date(answerBy).toISOString(),
    ...part,
  }
}

export function sampleContact(accountId: string, part: Partial<OverdueContact> = {}): OverdueContact {
  return {
    accountId,
    name: accountId.charAt(0).toUpperCase() + accountId.slice(1),
    tier: "Mid-Market",
    tierRank: 3,
    band: "concerning",
    lastContactOn: "2026-10-13",
    lastChannel: "email",
    daysSince: 41,
    overdueOn: "2026-11-12",
    daysOverdue: 11,
    reason: "Share the release notes: they are 3 releases behind.",
    ...part,
  }
}

export function sampleView(part: Partial<PopupView> = {}): PopupView {
  return {
    today,
    status: sampleStatus(),
    settings: sampleSettings(),
    news: [],
    tasks: [],
    customers: 24,
    doneToday: 0,
    totalToday: 0,
    waiting: [],
    overdue: [],
    dueActions: [],
    outbox: [],
    covering: [],
    ...part,
  }
}

export function sampleSettings(popup: Partial<PopupView["settings"]["popup"]> = {}): PopupView["settings"] {
  return {
    appearance: { theme: "system", density: "comfortable" },
    popup: { week: false, lastSeenAt: "", ...popup },
    keys: true,
  }
}
