/**
 * Sends what the outbox holds for Salesforce: a touch as a completed Task, the completion of one's own Task.
 * A Task has no idempotency key: ours is a marker in its description, looked up before anything is repeated.
 */
import type { SalesforceClient } from "../salesforce/api/client"
import { isHiding, SalesforceError } from "../salesforce/api/errors"
import type { SalesforceRecord } from "../salesforce/api/query-page"
import { type Condition, soql } from "../salesforce/api/soql"
import type { Fault, MendField } from "~src/messaging/contract"
import { isWrite, type Payloads } from "../writes/payloads"
import type { OutboxRow } from "../cache/rows"

import type { SendOutcome } from "../writes/outcome"
import { taskPrefix } from "../salesforce/my-tasks"
import { closedStatus, openStatus, taskFields, taskStatuses, writable } from "../salesforce/task-writing"

/** The marker by which an earlier try is found again. */
const markerOf = (outboxId: string) => `[account-lens ${outboxId}]`

interface TouchTaskPayload {
  /** 18-character account id. */
  salesforceId: string
  subject: string
  note?: string
  /** `YYYY-MM-DD`, the day of the contact. */
  on: string
  channel: string
  /** What the user has added to mend a refusal, by API name. */
  fields?: Record<string, string>
}

/** `row.tries` above 0, or a row found half sent, means that an earlier try may have arrived. Never throws. */
export async function sendToSalesforce(
  client: SalesforceClient,
  row: OutboxRow,
  mayHaveArrived: boolean,
): Promise<SendOutcome> {
  try {
    if (isWrite(row, "task.complete") || isWrite(row, "task.reopen")) return await setStatus(client, row)
    const payload = row.payload as unknown as TouchTaskPayload
    if (mayHaveArrived) {
      const found = await findTask(client, row, payload)
      if (found === "unknown") return { state: "undecided", fault: cannotTell }
      if (found) return { state: "sent" }
    }
    return await logTouch(client, row, payload)
  } catch (error) {
    return outcomeOf(client, row, error)
  }
}

/** Setting the same status twice is setting it once. */
async function setStatus(client: SalesforceClient, row: StatusRow): Promise<SendOutcome> {
  const statuses = await taskStatuses(client)
  const Status =
    row.kind === "task.complete" ? closedStatus(statuses) : openStatus(statuses, row.payload.status)
  const id = row.payload.taskId.replace(taskPrefix, "")
  return sendSurely(row.tries, {
    send: async () => ((await client.update("Task", id, { Status })) ? id : undefined),
    look: async () => {
      const where = ["Id", "=", id] as const
      const [task] = await client.query(soql({ select: ["Id", "Status"], from: "Task", where }))
      return task?.Status === Status
    },
  })
}

async function logTouch(
  client: SalesforceClient,
  row: OutboxRow,
  payload: TouchTaskPayload,
): Promise<SendOutcome> {
  // Both are asked before anything is sent: what fails here has changed nothing.
  const [statuses, fields] = await Promise.all([taskStatuses(client), taskFields(client)])
  const task = {
    WhatId: payload.salesforceId,
    Subject: payload.subject,
    Status: closedStatus(statuses),
    ActivityDate: payload.on,
    // The org's own default stands for what is not named here, such as the priority.
    ...writable(fields, payload.channel === "call" ? { TaskSubtype: "Call" } : {}),
    ...payload.fields,
    Description: [payload.note, markerOf(row.id)].filter(Boolean).join("\n\n"),
  }
  return sendSurely(row.tries, {
    send: () => client.create("Task", task),
    look: async (id) =>
      (id !== undefined && (await isOurs(client, id, row, payload))) || findTask(client, row, payload),
  })
}

type StatusRow = OutboxRow &
  { [K in "task.complete" | "task.reopen"]: { kind: K; payload: Payloads[K] } }[
    "task.complete" | "task.reopen"]

/** One write, and how it is seen that it arrived. */
interface Write {
  /** @returns the record's id; undefined where the answer is none that Salesforce gives to a write. */
  send: () => Promise<string | undefined>
  /** Whether Salesforce holds it; unknown where it hides what would tell. */
  look: (id: string | undefined) => Promise<boolean | "unknown">
}

/** After so many tries that Salesforce accepted without showing the write, the user is asked. */
const triesUnshown = 4

/** Sent means arrived: no answer of Salesforce's bears what was written, so it is looked up. */
async function sendSurely(tries: number, { send, look }: Write): Promise<SendOutcome> {
  const id = await send().catch((error: unknown) => {
    if (error instanceof SalesforceError && error.kind === "malformed") return undefined
    throw error
  })
  const found = await unlessHidden(look(id))
  if (found === true || (found === "unknown" && id !== undefined)) return { state: "sent" }
  if (found === "unknown") return { state: "undecided", fault: cannotTell }
  return tries < triesUnshown
    ? { state: "retry", fault: unshown }
    : { state: "undecided", fault: unshownStill }
}

/** Field security may hide what would tell. */
const unlessHidden = <T>(look: Promise<T>): Promise<T | "unknown"> =>
  look.catch((error: unknown) => {
    if (error instanceof SalesforceError && isHiding(error)) return "unknown" as const
    throw error
  })

const cannotTell: Fault = {
  code: "forbidden",
  title: "It is not known whether this arrived in Salesforce.",
  detail: "The answer was lost, and Salesforce does not let you read the descriptions of tasks.",
  next: "Look at the account's activities in Salesforce, then say whether it is there.",
}

const unshown: Fault = {
  code: "malformed",
  title: "Salesforce's answer does not say whether this arrived.",
  detail: "It was looked for and is not there yet.",
  next: "It is kept and tried again by itself.",
}

const unshownStill: Fault = {
  code: "malformed",
  title: "Salesforce accepts this and does not show it.",
  detail: "It was sent several times, and what Salesforce holds is still another.",
  next: "Look at the account in Salesforce, then say here whether it is there.",
}

/** The answer's id may be another record's. A flow of the org may rewrite the description, and the subject then tells. */
async function isOurs(
  client: SalesforceClient,
  id: string,
  row: OutboxRow,
  { salesforceId, subject }: TouchTaskPayload,
): Promise<boolean | "unknown"> {
  const where: Condition = {
    all: [
      ["Id", "=", id],
      ["WhatId", "=", salesforceId],
    ],
  }
  const select = ["Id", "Subject", "Description"]
  const [task] = await client.query(soql({ select, from: "Task", where }))
  return task !== undefined && (task.Subject === subject || hasMarker(task, row))
}

const hasMarker = ({ Description }: SalesforceRecord, { id }: OutboxRow) =>
  String(Description).includes(markerOf(id))

/** Our clock and the org's may differ by hours. */
const clockDoubtMs = 2 * 86_400_000

/**
 * Descriptions can't be filtered in SOQL: the account's tasks of that day, and those made since, are read and searched here. Unknown
 * where field security hides them.
 */
async function findTask(
  client: SalesforceClient,
  row: OutboxRow,
  { salesforceId, on }: TouchTaskPayload,
): Promise<boolean | "unknown"> {
  const since = new Date(Math.max(0, row.createdAt - clockDoubtMs)).toISOString()
  const where: Condition = {
    all: [
      ["WhatId", "=", salesforceId],
      {
        any: [
          ["ActivityDate", "=", { date: on }],
          ["CreatedDate", ">=", { dateTime: since }],
        ],
      },
    ],
  }
  const tasks = await unlessHidden(client.query(soql({ select: ["Id", "Description"], from: "Task", where })))
  return tasks === "unknown" ? tasks : tasks.some((task) => hasMarker(task, row))
}

async function outcomeOf(client: SalesforceClient, row: OutboxRow, error: unknown): Promise<SendOutcome> {
  if (!(error instanceof SalesforceError)) throw error
  const { fault, kind, retryAfterMs } = error
  switch (kind) {
    case "refused":
      return { state: "refused", fault: await orgFault(client, row, error) }
    case "not-found":
    case "invalid-field":
    case "invalid-type":
    case "malformed-query":
    case "api-disabled":
      return { state: "refused", fault }
    default:
      // Signed out, over the limit, locked, offline, broken: kept, and sent when that is over.
      return { state: "retry", fault, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
}

/** A validation rule's author may have written a page. */
const longestSentence = 300

/** The org's own sentence: its administrators wrote it for whoever enters the record. */
async function orgFault(
  client: SalesforceClient,
  { kind }: OutboxRow,
  error: SalesforceError,
): Promise<Fault> {
  const sentence = plainText(error.detail)
  if (sentence === "") return error.fault
  const mend = await fieldsToMend(client, error.fields).catch(() => [])
  return {
    ...error.fault,
    detail: `Salesforce says: “${sentence}” Nothing was changed there.`,
    next:
      kind === "touch.log"
        ? "Mend it and send it again, or discard it."
        : "Mend the task in Salesforce and try again, or discard the change.",
    ...(mend.length > 0 && { mend }),
  }
}

/** Without control characters and markup, cut at a word. */
function plainText(detail: string): string {
  const text = detail
    .replace(/<[^>]*>/g, " ")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
  return text.length <= longestSentence ? text : `${text.slice(0, longestSentence).replace(/\s+\S*$/, "")} …`
}

/** The fields that the org asks for, as the user knows them; those that we write ourselves are not among them. */
async function fieldsToMend(client: SalesforceClient, names: readonly string[]): Promise<MendField[]> {
  const asked = names.filter((name) => !ownFields.includes(name))
  if (asked.length === 0) return []
  const fields = await taskFields(client)
  return asked.flatMap((name) => {
    const field = fields.get(name)
    if (!field || field.createable === false) return []
    const values = (field.picklist ?? []).map(({ value, label }) => ({ value, label }))
    return [{ name, label: field.label, ...(values.length > 0 && { values }) }]
  })
}

const ownFields = ["WhatId", "Subject", "Description", "Status", "ActivityDate"]
