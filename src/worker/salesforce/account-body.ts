/** What is kept of one Salesforce account: records as they came, which field holds which fact, how each section went. */
import type { FactName } from "~src/domain/policy/policy"

import type { SalesforceRecord } from "./api/query-page"
import { sectionNames, type SectionStates } from "./sections"

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
  /** Paths on Account by our fact, such as `ARR__c` or `Advisor__r.Name`. */
  fields: Partial<Record<FactName, string>>
  /** API name of the field that says what kind an opportunity is, where it is not `Type`. */
  typeField?: string
  /** API name of the contacts' role field. */
  roleField?: string
  sections: SectionStates
}

const lists = [
  "opportunities",
  "contracts",
  "contacts",
  "closedTasks",
  "pastEvents",
  "comingEvents",
  "cases",
  "children",
] as const

/** Tolerant reader of a stored body: anything that is not one is null. */
export function readAccountBody(value: unknown): SalesforceAccountBody | null {
  if (typeof value !== "object" || value === null) return null
  const body = value as Partial<SalesforceAccountBody>
  if (typeof body.id !== "string" || typeof body.account !== "object") return null
  const rows = Object.fromEntries(
    lists.map((name) => [name, Array.isArray(body[name]) ? body[name] : []]),
  ) as Pick<SalesforceAccountBody, (typeof lists)[number]>
  return {
    ...rows,
    id: body.id,
    account: body.account,
    fields: body.fields ?? {},
    ...(body.typeField && { typeField: body.typeField }),
    ...(body.roleField && { roleField: body.roleField }),
    sections: body.sections ?? allOk(rows),
  }
}

/** Of bodies that were stored before sections had a state: what was stored is all there was. */
function allOk(rows: Pick<SalesforceAccountBody, (typeof lists)[number]>): SectionStates {
  const counts: Partial<Record<string, number>> = {
    account: 1,
    tasks: rows.closedTasks.length,
    events: rows.pastEvents.length + rows.comingEvents.length,
  }
  return Object.fromEntries(
    sectionNames.map((name) => {
      const shown = counts[name] ?? rows[name as "cases"].length
      return [name, { state: "ok", shown, total: shown }]
    }),
  ) as SectionStates
}
