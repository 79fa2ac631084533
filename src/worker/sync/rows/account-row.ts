import {
  bagsIn,
  filled,
  textIn,
  type VitallyAccount,
  type VitallyOrganization,
  type VitallyTask,
} from "../../vitally/rows"
import { readDay } from "~src/domain/intake/values"
import { salesforceIdOf } from "../../kernel/match"
import type { AccountRow, OrganizationRow, Raw, TaskRow } from "../../cache/rows"

/** Whose book an account is in is asked with these. */
export interface OwnerQuestion {
  /** Label of the key role that means "mine"; empty: the CSM. */
  role: string
  /** The user: where several hold the role, their own book comes first. */
  me: string | undefined
}

/** Every Vitally admin in whose book an account is: the holders of the key role, else the CSM if nobody holds it. */
function ownersOf(account: VitallyAccount, role: string): string[] {
  const csm = filled(account.csmId)
  const fallback = csm === undefined ? [] : [csm]
  if (role.trim() === "") return fallback
  const wanted = plainLabel(role)
  const holders = bagsIn(account.keyRoles)
    .filter((entry) => plainLabel(roleLabel(entry) ?? "") === wanted)
    .flatMap(({ vitallyUser, vitallyUserId }) => textIn(vitallyUser, "id") ?? textOrNone(vitallyUserId))
  return holders.length > 0 ? [...new Set(holders)] : fallback
}

const plainLabel = (label: string) => label.trim().replace(/\s+/g, " ").toLowerCase()
const textOrNone = (value: unknown) => (typeof value === "string" && value !== "" ? [value] : [])

/** The two public descriptions differ: the role's name as text, or an object with a label. */
function roleLabel({ keyRole }: Record<string, unknown>): string | undefined {
  return typeof keyRole === "string" ? filled(keyRole) : (textIn(keyRole, "label") ?? textIn(keyRole, "name"))
}

/** Labels of the key roles an account lists. */
export function roleLabels(account: VitallyAccount): string[] {
  return bagsIn(account.keyRoles).flatMap((entry) => roleLabel(entry) ?? [])
}

function nameOf(row: { name?: string | null | undefined; id: string }): string {
  return filled(row.name) ?? "Unnamed"
}

export interface RowStamp {
  readAt: string
  seenIn: number
}

/** The stored row of an account; what is known of reading its detail is carried over from the `old` one. */
export function accountRow(
  raw: VitallyAccount,
  { role, me }: OwnerQuestion,
  salesforceKey: string | undefined,
  { readAt, seenIn }: RowStamp,
  old?: AccountRow,
): AccountRow {
  const row: AccountRow = { id: raw.id, name: nameOf(raw), raw, readAt, seenIn }
  if (old?.detailAt !== undefined) row.detailAt = old.detailAt
  if (old?.detailOf) row.detailOf = old.detailOf
  if (old?.failedAt !== undefined) row.failedAt = old.failedAt
  const organizationId = filled(raw.organizationId)
  const externalId = filled(raw.externalId)
  const salesforceId = salesforceIdOf(raw, salesforceKey)
  const owners = ownersOf(raw, role)
  const owner = owners.find((id) => id === me) ?? owners[0]
  if (organizationId !== undefined) row.organizationId = organizationId
  if (externalId !== undefined) row.externalId = externalId
  if (salesforceId !== undefined) row.salesforceId = salesforceId
  if (owner !== undefined) row.owner = owner
  if (owners.length > 1) row.owners = owners
  return row
}

export function organizationRow(raw: VitallyOrganization, stamp: RowStamp): OrganizationRow {
  return { id: raw.id, name: nameOf(raw), raw, ...stamp }
}

/** A row without the parents that Vitally inlines in it: those are rows of their own. */
export function withoutParents<R extends Raw>(row: R): R {
  const own = { ...row }
  for (const parent of ["account", "organization", "accounts", "organizations"])
    Reflect.deleteProperty(own, parent)
  return own
}

/** Null for an archived task: those are removed. A task of an organization alone has an empty `accountId`. */
export function taskRow(raw: VitallyTask, timeZone: string, stamp: RowStamp): TaskRow | null {
  if (filled(raw.archivedAt) !== undefined) return null
  const completedAt = filled(raw.completedAt)
  const row: TaskRow = {
    id: raw.id,
    accountId: filled(raw.accountId) ?? textIn(raw.account, "id") ?? "",
    source: "vitally",
    raw: withoutParents(raw),
    name: nameOf(raw),
    open: completedAt === undefined ? 1 : 0,
    ...stamp,
  }
  const dueOn = readDay(raw.dueDate, timeZone)
  const assignedToId = filled(raw.assignedToId) ?? textIn(raw.assignedTo, "id")
  if (dueOn !== undefined) row.dueOn = dueOn
  if (completedAt !== undefined) row.completedAt = completedAt
  if (assignedToId !== undefined) row.assignedToId = assignedToId
  return row
}
