/** What is kept of one Salesforce account: records as they came, and which field holds which fact. */
import type { SalesforceRecord } from "./api/query-page"
import type { FactName } from "~src/domain/policy/policy"

export interface SalesforceAccountBody {
  /** 18-character id. */
  id: string
  account: SalesforceRecord
  opportunities: SalesforceRecord[]
  contracts: SalesforceRecord[]
  contacts: SalesforceRecord[]
  closedTasks: SalesforceRecord[]
  pastEvents: SalesforceRecord[]
  comingEvents: SalesforceRecord[]
  cases: SalesforceRecord[]
  /** Accounts below this one. */
  children: SalesforceRecord[]
  /** API names on Account by our fact, found by visible label. */
  fields: Partial<Record<FactName, string>>
  /** API name of the field that says what kind an opportunity is, where it is not `Type`. */
  typeField?: string
  /** API name of the contacts' role field. */
  roleField?: string
  /** Objects the user may not see: their section says so. */
  hidden: string[]
}

/** Tolerant reader of a stored body: anything that is not one is null. */
export function readAccountBody(value: unknown): SalesforceAccountBody | null {
  if (typeof value !== "object" || value === null) return null
  const body = value as Partial<SalesforceAccountBody>
  if (typeof body.id !== "string" || typeof body.account !== "object") return null
  const rows = (list: SalesforceRecord[] | undefined) => (Array.isArray(list) ? list : [])
  return {
    id: body.id,
    account: body.account,
    opportunities: rows(body.opportunities),
    contracts: rows(body.contracts),
    contacts: rows(body.contacts),
    closedTasks: rows(body.closedTasks),
    pastEvents: rows(body.pastEvents),
    comingEvents: rows(body.comingEvents),
    cases: rows(body.cases),
    children: rows(body.children),
    fields: body.fields ?? {},
    ...(body.typeField && { typeField: body.typeField }),
    ...(body.roleField && { roleField: body.roleField }),
    hidden: Array.isArray(body.hidden) ? body.hidden : [],
  }
}
