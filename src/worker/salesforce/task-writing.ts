/** How this org wants its Tasks written: its own statuses from TaskStatus, what a create may and must hold from describe. */
import type { FieldInfo } from "./api/describe"
import { readDescribe } from "./api/describe"
import type { SalesforceClient } from "./api/client"
import { isHiding, SalesforceError } from "./api/errors"
import type { SalesforceRecord } from "./api/query-page"
import { soql } from "./api/soql"
import { textOf } from "./record-values"

interface TaskStatus {
  name: string
  isClosed: boolean
  isDefault: boolean
}

/** Asks the org for its statuses, in its own order. @throws SalesforceError */
export async function taskStatuses(client: Pick<SalesforceClient, "query">): Promise<TaskStatus[]> {
  const statuses = await listed(client).catch((error: unknown) => {
    if (error instanceof SalesforceError && isHiding(error)) return seenOnTasks(client)
    throw error
  })
  // No org is without one.
  if (statuses.length === 0) throw new SalesforceError("malformed", 200, "", "no task statuses")
  return statuses
}

async function listed(client: Pick<SalesforceClient, "query">): Promise<TaskStatus[]> {
  const rows = await client.query(
    soql({
      select: ["ApiName", "IsClosed", "IsDefault"],
      from: "TaskStatus",
      orderBy: [{ field: "SortOrder", direction: "ASC" }],
    }),
  )
  return rows.flatMap((row) => readStatus(row) ?? [])
}

/** Where the list is hidden, tasks themselves show an open and a closed status that this org uses. */
async function seenOnTasks(client: Pick<SalesforceClient, "query">): Promise<TaskStatus[]> {
  const seen = await Promise.all(
    [true, false].map(async (isClosed) => {
      const [row] = await client.query(
        soql({
          select: ["Status"],
          from: "Task",
          where: ["IsClosed", "=", isClosed],
          orderBy: [{ field: "LastModifiedDate", direction: "DESC" }],
          limit: 1,
        }),
      )
      const name = textOf(row?.Status)
      return name === undefined ? [] : [{ name, isClosed, isDefault: true }]
    }),
  )
  return seen.flat()
}

function readStatus({ ApiName, IsClosed, IsDefault }: SalesforceRecord): TaskStatus | null {
  const name = textOf(ApiName)
  return name === undefined ? null : { name, isClosed: IsClosed === true, isDefault: IsDefault === true }
}

/** The status of a done Task: the org's default among the closed ones, else its first. @throws SalesforceError `refused` where it has none. */
export function closedStatus(statuses: readonly TaskStatus[]): string {
  return among(statuses.filter(({ isClosed }) => isClosed))
}

/** The status of a Task that is open again: `before` where the org still has it, else its default. @throws SalesforceError */
export function openStatus(statuses: readonly TaskStatus[], before: string | undefined): string {
  const open = statuses.filter(({ isClosed }) => !isClosed)
  return open.some(({ name }) => name === before) && before !== undefined ? before : among(open)
}

function among(statuses: readonly TaskStatus[]): string {
  const [first] = statuses
  const chosen = statuses.find(({ isDefault }) => isDefault) ?? first
  if (!chosen) throw new SalesforceError("refused", 0, "NO_STATUS", "The org has no such task status.")
  return chosen.name
}

/** Fields of Task by API name. Empty where the user may not describe it: the org then says itself what it takes. @throws SalesforceError */
export async function taskFields(
  client: Pick<SalesforceClient, "describe">,
): Promise<Map<string, FieldInfo>> {
  try {
    const { fields } = readDescribe(await client.describe("Task"), "all")
    return new Map(fields.map((field) => [field.name, field]))
  } catch (error) {
    if (error instanceof SalesforceError && (isHiding(error) || error.kind === "not-found")) return new Map()
    throw error
  }
}

/** Leaves out what the user may not set, and values that the org's list does not hold. */
export function writable(
  fields: ReadonlyMap<string, FieldInfo>,
  values: Record<string, string | undefined>,
): Record<string, string> {
  const kept = Object.entries(values).filter(([name, value]) => {
    if (value === undefined) return false
    if (fields.size === 0) return true
    const field = fields.get(name)
    if (!field || field.createable === false) return false
    const list = field.picklist ?? []
    return list.length === 0 || list.some((one) => one.value === value)
  })
  return Object.fromEntries(kept) as Record<string, string>
}
