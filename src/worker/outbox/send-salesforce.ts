/**
 * Sends what the outbox holds for Salesforce: a touch as a completed Task, the completion of one's own Task.
 * A Task has no idempotency key: ours is a marker in its description, looked up before anything is repeated.
 */
import type { SalesforceClient } from "../salesforce/api/client"
import { SalesforceError } from "../salesforce/api/errors"
import { soql } from "../salesforce/api/soql"
import type { Fault, MendField } from "~src/messaging/contract"
import { isWrite } from "../writes/payloads"
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
    if (isWrite(row, "task.complete") || isWrite(row, "task.reopen")) {
      const statuses = await taskStatuses(client)
      const Status =
        row.kind === "task.complete" ? closedStatus(statuses) : openStatus(statuses, row.payload.status)
      // Setting the same status twice is setting it once.
      await client.update("Task", row.payload.taskId.replace(taskPrefix, ""), { Status })
      return { state: "sent" }
    }
    const payload = row.payload as unknown as TouchTaskPayload
    if (mayHaveArrived) {
      const found = await findTask(client, row, payload)
      if (found === "unknown") return { state: "undecided", fault: cannotTell }
      if (found) return { state: "sent" }
    }
    // Both are asked before anything is sent: what fails here has changed nothing.
    const [statuses, fields] = await Promise.all([taskStatuses(client), taskFields(client)])
    await client.create("Task", {
      WhatId: payload.salesforceId,
      Subject: payload.subject,
      Status: closedStatus(statuses),
      ActivityDate: payload.on,
      // The org's own default stands for what is not named here, such as the priority.
      ...writable(fields, payload.channel === "call" ? { TaskSubtype: "Call" } : {}),
      ...payload.fields,
      Description: [payload.note, markerOf(row.id)].filter(Boolean).join("\n\n"),
    })
    return { state: "sent" }
  } catch (error) {
    return outcomeOf(client, error)
  }
}

const cannotTell: Fault = {
  code: "forbidden",
  title: "It is not known whether this arrived in Salesforce.",
  detail: "The answer was lost, and Salesforce does not let you read the descriptions of tasks.",
  next: "Look at the account's activities in Salesforce, then say whether it is there.",
}

/**
 * Descriptions can't be filtered in SOQL: the account's tasks of that day are read and searched here. Unknown where field
 * security hides them.
 */
async function findTask(
  client: SalesforceClient,
  row: OutboxRow,
  payload: TouchTaskPayload,
): Promise<boolean | "unknown"> {
  const tasks = await tasksOfDay(client, payload).catch((error: unknown) => {
    if (error instanceof SalesforceError && /^invalid-(field|type)$/.test(error.kind)) return null
    throw error
  })
  return tasks ? tasks.some((task) => String(task.Description).includes(markerOf(row.id))) : "unknown"
}

function tasksOfDay(client: SalesforceClient, payload: TouchTaskPayload) {
  return client.query(
    soql({
      select: ["Id", "Description"],
      from: "Task",
      where: {
        all: [
          ["WhatId", "=", payload.salesforceId],
          ["ActivityDate", "=", { date: payload.on }],
          ["IsClosed", "=", true],
        ],
      },
    }),
  )
}

async function outcomeOf(client: SalesforceClient, error: unknown): Promise<SendOutcome> {
  if (!(error instanceof SalesforceError)) throw error
  const { fault, kind, retryAfterMs } = error
  switch (kind) {
    case "refused":
      return { state: "refused", fault: await orgFault(client, error) }
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
async function orgFault(client: SalesforceClient, error: SalesforceError): Promise<Fault> {
  const sentence = plainText(error.detail)
  if (sentence === "") return error.fault
  const mend = await fieldsToMend(client, error.fields).catch(() => [])
  return {
    ...error.fault,
    detail: `Salesforce says: “${sentence}” Nothing was changed there.`,
    next: "Mend it and send it again, or discard it.",
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
