/** One account, ready to show: from the cache alone. */
import { assess } from "~src/domain/assess/assess"
import type { AccountFacts, CalendarDate } from "~src/domain/facts"
import { dashboardsOf } from "~src/domain/assess/recommend"
import type { AccountView, Fault } from "~src/messaging/contract"
import { buildFacts, type FactsContext, loadRows } from "~src/worker/account-facts"
import { getMeta } from "~src/worker/cache/meta"
import type { AccountRow, CareRow, LinkRow } from "~src/worker/cache/rows"

import { renewalCareIdOf } from "../action-state/handlers"
import { salesforceIdFor } from "../../account-facts/salesforce-record"
import { toOutboxItem } from "../../writes/outbox-item"
import { addressOf } from "../open-page/handlers"
import { inOrder } from "../../writes/order"
import { settableTraits } from "../../account-facts/writable-traits"
import { signedOutFault } from "../../salesforce/service"
import { readAccountBody } from "../../salesforce/account-body"
import { salesforceParts } from "../../salesforce/sections"
import { salesforceDetailId } from "../../salesforce/detail-id"
import type { WorkerContext } from "../../kernel/context"
import { sortActions } from "./actions"
import { factsContextOf } from "../../account-facts/account-context"
import { hitsOf } from "../../search/hits"
import { withRetryTime } from "../../kernel/retry"
import { readState, type ReadState, retryAt } from "../../refresh/refresh"
import { taskViews } from "./task-views"

/** A write that arrived is told for this long. */
const tellSentMs = 60_000

export interface ViewOptions {
  /** How the page was matched, where not by id. */
  link?: LinkRow
  alternatives?: readonly string[]
}

/** Null where the account is not in the cache. */
export async function accountView(
  context: WorkerContext,
  accountId: string,
  { link, alternatives = [] }: ViewOptions = {},
): Promise<AccountView | null> {
  const { db } = context
  const [factsContext, rows, care, outbox, templates, settings] = await Promise.all([
    factsContextOf(context),
    loadRows(db, accountId),
    db.getAllFromIndex("care", "accountId", accountId),
    db.getAllFromIndex("outbox", "accountId", accountId),
    getMeta(db, "projectTemplates"),
    context.settings.get(),
  ])
  if (!rows) return null
  const { account } = rows
  const refused = outbox.filter(({ state }) => state === "refused")
  const facts = buildFacts(rows, factsContext)
  const assessment = assess(facts, factsContext.policy, factsContext.clock)
  const now = context.now()
  const ownerName = account.owner === undefined ? undefined : factsContext.admins.get(account.owner)
  return {
    id: accountId,
    facts,
    assessment,
    ...sortActions(accountId, assessment.actions, care, factsContext.clock.today),
    renewalDone: renewalDone(care, accountId, assessment.renewal.on),
    tasks: taskViews({
      facts,
      rows: rows.tasks,
      outbox: [...rows.pending, ...refused],
      me: settings.me?.adminId,
      now,
    }),
    outbox: outbox
      .filter(({ state, settledAt = 0 }) => state !== "sent" || now - settledAt < tellSentMs)
      .sort(inOrder)
      .map(toOutboxItem),
    mine: settings.me !== null && account.owner === settings.me.adminId,
    ...(ownerName !== undefined && { ownerName }),
    vitally: vitallyPart(context, account, factsContext.clock.timeZone),
    salesforce: await salesforcePart(context, account),
    openIn: await openIn(context, facts, factsContext),
    canSet: settableTraits(factsContext.policy.mapping, factsContext.traitMap),
    projectTemplates: templates ?? [],
    ...(link && { linkedBy: linkedBy(link, account) }),
    alternatives: await hitsOf(context, alternatives),
  }
}

function renewalDone(care: readonly CareRow[], accountId: string, on: CalendarDate | null): string[] {
  if (on === null) return []
  return care.find(({ id }) => id === renewalCareIdOf(accountId, on))?.doneSteps ?? []
}

/** What went wrong, and when it is tried again. */
function toldFault(part: ReadState["vitally"], timeZone: string): Fault | undefined {
  const at = retryAt(part)
  return part.fault && at !== undefined ? withRetryTime(part.fault, at, timeZone) : undefined
}

function vitallyPart(context: WorkerContext, account: AccountRow, timeZone: string): AccountView["vitally"] {
  const part = readState(context, account.id).vitally
  const fault = toldFault(part, timeZone)
  return {
    readAt: account.detailAt ?? account.readAt,
    refreshing: part.refreshing,
    ...(fault && { fault }),
  }
}

async function salesforcePart(
  context: WorkerContext,
  account: AccountRow,
): Promise<AccountView["salesforce"]> {
  const { id } = account
  const read = readState(context, id).salesforce
  const { salesforce } = await context.settings.get()
  if (!salesforce.connected) return { state: "off", refreshing: false }
  if ((await salesforceIdFor(context, account)) === undefined)
    return { state: "not-matched", refreshing: false }
  // A worker that was started afresh has not asked yet, and could not.
  const { timeZone } = await context.clock()
  const fault = (await context.secrets.salesforce.grant()) ? toldFault(read, timeZone) : signedOutFault
  const detail = await context.db.get("details", salesforceDetailId(id))
  const parts = salesforceParts(readAccountBody(detail?.body))
  return {
    state: "on",
    refreshing: read.refreshing,
    ...(detail && { readAt: detail.readAt }),
    ...(fault && { fault }),
    ...(parts.length > 0 && { parts }),
  }
}

async function openIn(
  context: WorkerContext,
  facts: AccountFacts,
  { policy }: FactsContext,
): Promise<AccountView["openIn"]> {
  const [vitally, salesforce] = await Promise.all([
    addressOf(context, "vitally", facts.id),
    addressOf(context, "salesforce", facts.id),
  ])
  return {
    ...(vitally !== null && { vitally }),
    ...(salesforce !== null && { salesforce }),
    usage: dashboardsOf(policy, facts),
  }
}

function linkedBy({ how }: LinkRow, { name }: AccountRow): NonNullable<AccountView["linkedBy"]> {
  return {
    how,
    text:
      how === "hand" ? `You linked this page to ${name}.` : `This page was matched to ${name} by its name.`,
  }
}
