/**
 * Sends what the outbox holds for Salesforce: a touch as a completed Task, the completion of one's own Task.
 * A Task has no idempotency key: ours is a marker in its description, looked up before anything is repeated.
 */
import type { SalesforceClient } from "../salesforce/api/client"
import { SalesforceError } from "../salesforce/api/errors"
import { soql } from "../salesforce/api/soql"
import type { Fault } from "~src/messaging/contract"
import { isWrite } from "../writes/payloads"
import type { OutboxRow } from "../cache/rows"

import { taskPrefix } from "../salesforce/my-tasks"

export type SendOutcome =
  | { state: "sent" }
  | { state: "refused"; fault: Fault }
  | { state: "retry"; fault: Fault; retryAfterMs?: number }
  | { state: "undecided"; fault: Fault }

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
}

/** `row.tries` above 0, or a row found half sent, means that an earlier try may have arrived. Never throws. */
export async function sendToSalesforce(
  client: SalesforceClient,
  row: OutboxRow,
  mayHaveArrived: boolean,
): Promise<SendOutcome> {
  try {
    if (isWrite(row, "task.complete") || isWrite(row, "task.reopen")) {
      const Status = row.kind === "task.complete" ? "Completed" : (row.payload.status ?? "Not Started")
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
    await client.create("Task", {
      WhatId: payload.salesforceId,
      Subject: payload.subject,
      Status: "Completed",
      Priority: "Normal",
      ActivityDate: payload.on,
      ...(payload.channel === "call" && { TaskSubtype: "Call" }),
      Description: [payload.note, markerOf(row.id)].filter(Boolean).join("\n\n"),
    })
    return { state: "sent" }
  } catch (error) {
    return outcomeOf(error)
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

function outcomeOf(error: unknown): SendOutcome {
  if (!(error instanceof SalesforceError)) throw error
  const { fault, kind, retryAfterMs } = error
  switch (kind) {
    case "refused":
    case "not-found":
    case "invalid-field":
    case "invalid-type":
    case "malformed-query":
    case "api-disabled":
      return { state: "refused", fault }
    default:
      // Signed out, over the limit, offline, broken: kept, and sent when that is over.
      return { state: "retry", fault, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  }
}
