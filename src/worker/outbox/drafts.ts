/** What the user asked for, as writes for the outbox. */
import { workspaceId } from "../vitally/api"
import { dayOf } from "~src/domain/calendar"
import { capital } from "~src/domain/words"
import type { OutboxItem, RequestOf } from "~src/messaging/contract"
import { faultError, type FaultError } from "~src/messaging/fault"
import { getMeta } from "../cache/meta"
import type { AccountRow, TaskRow } from "../cache/rows"

import { salesforceIdFor } from "../account-facts/salesforce-record"
import { textOf } from "../salesforce/record-values"
import { signedInOrg } from "../salesforce/service"
import type { WorkerContext } from "../kernel/context"
import { twinOf } from "../writes/ids"
import type { Payloads, WriteKind } from "../writes/payloads"
import type { Draft } from "./queue"

/** What is the same in every draft of one request. */
interface Base {
  id: string
  account: AccountRow
  /** The user's admin id. */
  me: string | undefined
  workspace: string
}

/** @throws FaultError where the account is not cached or no workspace is connected. */
export async function baseOf(context: WorkerContext, accountId: string, rid: string): Promise<Base> {
  const account = await context.db.get("accounts", accountId)
  if (!account) throw notCached()
  const { vitally, me } = await context.settings.get()
  if (vitally.subdomain === "" && vitally.region === "us") throw notConnected()
  return { id: rid, account, me: me?.adminId, workspace: workspaceId(vitally) }
}

export const notCached = (): FaultError =>
  faultError(
    "not-found",
    "This account is not in the cache.",
    "It may have been removed in Vitally.",
    "Search for it in your book.",
  )

const notConnected = (): FaultError =>
  faultError("not-connected", "Vitally is not connected.", "Nothing was saved.", "Connect it in the options.")

function draft<K extends WriteKind>(
  { id, account, workspace }: Base,
  kind: K,
  text: string,
  payload: Payloads[K],
  about?: OutboxItem["about"],
): Draft<K> {
  return {
    id,
    kind,
    target: "vitally",
    workspace,
    accountId: account.id,
    accountName: account.name,
    text,
    payload,
    ...(about && { about }),
  }
}

/** The org one is signed in to, or was when the sign-in ended: the write waits. @throws FaultError if there is none. */
async function salesforceOrg(context: WorkerContext): Promise<string> {
  const org = await signedInOrg(context)
  if (org === undefined) {
    throw faultError(
      "auth",
      "You are not signed in to Salesforce.",
      "Nothing was saved.",
      "Sign in again in the options.",
    )
  }
  return org
}

/** @throws FaultError where the task is not one of this account. */
export async function completeDraft(
  context: WorkerContext,
  base: Base,
  { taskId, source }: RequestOf<"task.complete">,
): Promise<Draft<"task.complete">> {
  const { name } = await taskOf(context, base, taskId)
  const payload = {
    taskId,
    completedAt: new Date(context.now()).toISOString(),
    ...(base.me !== undefined && { completedById: base.me }),
  }
  const made = draft(base, "task.complete", `Complete '${name}'`, payload, { taskId })
  if (source === "vitally") return made
  return { ...made, target: "salesforce", workspace: await salesforceOrg(context) }
}

export async function reopenDraft(
  context: WorkerContext,
  base: Base,
  { taskId }: RequestOf<"task.reopen">,
): Promise<Draft<"task.reopen">> {
  const { name, source, raw } = await taskOf(context, base, taskId)
  const made = draft(base, "task.reopen", `Reopen '${name}'`, { taskId }, { taskId })
  if (source === "vitally") return made
  const status = textOf(raw.Status)
  return {
    ...made,
    target: "salesforce",
    workspace: await salesforceOrg(context),
    payload: { taskId, ...(status !== undefined && { status }) },
  }
}

/** A panel may touch the tasks of its own account only. */
async function taskOf({ db }: WorkerContext, { account }: Base, taskId: string): Promise<TaskRow> {
  const task = await db.get("tasks", taskId)
  if (task?.accountId !== account.id) {
    throw faultError(
      "not-found",
      "This task is not in the cache.",
      "It may have been removed or moved to another account.",
      "Read the account anew.",
    )
  }
  return task
}

export function addDraft(base: Base, request: RequestOf<"task.add">): Draft<"task.add"> {
  const { name, dueOn, steps, note, actionId } = request
  const payload = {
    name,
    ...(dueOn !== undefined && { dueOn }),
    ...(steps && { steps }),
    ...(note !== undefined && { note }),
    ...(base.me !== undefined && { assignedToId: base.me }),
  }
  const about = actionId === undefined ? undefined : { actionId }
  return draft(base, "task.add", `Add task '${request.name}'`, payload, about)
}

const channelWords: Record<RequestOf<"touch.log">["channel"], string> = {
  email: "Email",
  slack: "Slack",
  zoom: "Zoom call",
  meeting: "Meeting",
  call: "Call",
  "in-person": "In-person meeting",
  note: "Note",
  ticket: "Ticket",
  chat: "Chat",
  other: "Contact",
}

/** A touch to Vitally and, where asked for and possible, to Salesforce too. */
export async function touchDrafts(
  context: WorkerContext,
  base: Base,
  { channel, direction, at, note, alsoSalesforce }: RequestOf<"touch.log">,
): Promise<Draft<"touch.log">[]> {
  const { timeZone, today } = await context.clock()
  const subject = channelWords[channel]
  const payload: Payloads["touch.log"] = {
    channel,
    direction,
    at,
    on: dayOf(at, timeZone) ?? today,
    subject,
    ...(note !== undefined && { note }),
    ...(base.me !== undefined && { authorId: base.me }),
  }
  const toVitally = draft(base, "touch.log", `Log ${subject.toLowerCase()}`, payload)
  const salesforceId = await salesforceIdFor(context, base.account)
  const { salesforce, touches } = await context.settings.get()
  const wanted = alsoSalesforce ?? (touches.alsoSalesforce && salesforce.connected)
  if (!wanted || salesforceId === undefined) return [toVitally]
  const toSalesforce: Draft<"touch.log"> = {
    ...toVitally,
    id: twinOf(base.id),
    target: "salesforce",
    workspace: await salesforceOrg(context),
    text: `${toVitally.text} in Salesforce`,
    payload: { ...payload, salesforceId },
  }
  return [toVitally, toSalesforce]
}

/** Dated now: it says what somebody wrote, not when anybody met. */
export function noteDraft(
  context: WorkerContext,
  base: Base,
  { subject, text, about }: RequestOf<"note.add">,
): Draft<"note.add"> {
  const payload = {
    subject,
    text,
    about,
    at: new Date(context.now()).toISOString(),
    ...(base.me !== undefined && { authorId: base.me }),
  }
  return draft(base, "note.add", `Add note '${subject}'`, payload)
}

const traitWords: Partial<Record<RequestOf<"trait.set">["trait"], string>> = {
  sentiment: "TA sentiment",
  activeChampion: "Active champion",
  accessToBuyer: "Access to buyer",
  redAccount: "Red account",
  lighthouse: "Lighthouse",
}

/** @throws FaultError for a trait that is measured, not judged. */
export function traitDraft(base: Base, { trait, value }: RequestOf<"trait.set">): Draft<"trait.set"> {
  const label = traitWords[trait]
  if (label === undefined) {
    throw faultError("bad-request", "This trait is measured.", "It cannot be set by hand.")
  }
  const word = typeof value === "boolean" ? (value ? "Yes" : "No") : capital(value)
  return draft(base, "trait.set", `Set ${label} to ${word}`, { trait, value }, { trait })
}

/** @throws FaultError where the workspace has no such template. */
export async function projectDraft(
  context: WorkerContext,
  base: Base,
  { templateId, templateName, actionId }: RequestOf<"project.start">,
): Promise<Draft<"project.start">> {
  const templates = (await getMeta(context.db, "projectTemplates")) ?? []
  const wanted = templateName?.trim().toLowerCase()
  const template = templates.find(({ id, name }) =>
    templateId === undefined ? name.trim().toLowerCase() === wanted : id === templateId,
  )
  if (!template) {
    throw faultError(
      "not-found",
      `There is no project template ${templateName === undefined ? "of this id" : `'${templateName}'`}.`,
      "Nothing was started.",
      "Choose one of the workspace's templates.",
    )
  }
  return draft(
    base,
    "project.start",
    `Start project '${template.name}'`,
    { templateId: template.id, templateName: template.name },
    actionId === undefined ? undefined : { actionId },
  )
}
