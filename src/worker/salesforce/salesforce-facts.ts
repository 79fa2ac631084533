/** Salesforce's records as our facts, with where each came from. Salesforce's own field names end here. */
import type { SalesforceRecord } from "./api/query-page"
import { addDays, dayOf } from "~src/domain/calendar"
import { type Contract, type ContractChoice, chooseContract } from "~src/domain/candidates/contracts"
import type {
  AccountFacts,
  CalendarDate,
  ContactFact,
  Fact,
  MeetingFact,
  OpportunityFact,
  SupportTicketFact,
} from "~src/domain/facts"
import type { FactName } from "~src/domain/policy/policy"
import { salesforceRecordUrl, toId18 } from "~src/hosts"

import type { SalesforceAccountBody } from "./account-body"
import { activityTouches, isMeetingItself } from "./activity-touches"
import type { SalesforceContext } from "./salesforce-context"
import { dateOf, nameOf, numberOf, optional, textOf, valueAt } from "./record-values"

/** A renewal that was lost longer ago is history. */
const lostForDays = 365

/** Facts that only text, number or date values of mapped fields make. */
type MappedValue = string | number | boolean

export interface SalesforceFacts extends Pick<
  AccountFacts,
  | "openOpportunities"
  | "lostRenewals"
  | "upcomingMeetings"
  | "supportTickets"
  | "contacts"
  | "touches"
  | "currency"
> {
  mapped: Partial<Record<FactName, Fact<MappedValue>>>
  /** Which of its contracts runs. */
  contracts?: ContractChoice
  /** Salesforce's own LastActivityDate, past only: it can lie in the future (facts, section 6). */
  lastActivityOn?: Fact<CalendarDate>
  employees?: Fact<number>
  ownerName?: string
  /** All open ones, also those that the list leaves out; absent where it lists none: tickets may be kept elsewhere. */
  openCases?: number
}

/** Reads what a stored body says. Missing or hidden fields are simply absent. */
export function salesforceFacts(body: SalesforceAccountBody, context: SalesforceContext): SalesforceFacts {
  const fact = <T>(value: T, field: string): Fact<T> => ({
    value,
    source: "salesforce",
    field,
    at: context.readAt,
  })
  const { account } = body
  const opportunities = (isWanted: (row: SalesforceRecord) => boolean): OpportunityFact[] =>
    body.opportunities.filter(isWanted).flatMap((row) => opportunity(row, body.typeField, context) ?? [])
  const mapped: SalesforceFacts["mapped"] = {}
  for (const [name, field] of Object.entries(body.fields) as [FactName, string][]) {
    const value = valueAt(account, field)
    if (
      typeof value === "string"
        ? value.trim() !== ""
        : typeof value === "number" || typeof value === "boolean"
    )
      mapped[name] = fact(value as MappedValue, field)
  }
  const employees = numberOf(account.NumberOfEmployees)
  const lastActivity = dateOf(account.LastActivityDate)
  const currency = textOf(account.CurrencyIsoCode)
  const ownerName = nameOf(account.Owner)
  const { cases } = body.sections
  const openCases = cases.state === "ok" ? Math.max(cases.total, body.cases.length) : body.cases.length
  return {
    mapped,
    ...(body.contracts.length > 0 && {
      contracts: chooseContract(activated(body.contracts), context.deadContractWords ?? [], context.today),
    }),
    ...(lastActivity &&
      lastActivity <= context.today && {
        lastActivityOn: fact(lastActivity, "LastActivityDate"),
      }),
    ...(employees !== undefined && { employees: fact(employees, "NumberOfEmployees") }),
    ...(currency && { currency }),
    ...(ownerName && { ownerName }),
    ...(openCases > 0 && { openCases }),
    openOpportunities: opportunities(({ IsClosed }) => IsClosed !== true),
    lostRenewals: opportunities(({ IsClosed }) => IsClosed === true).filter(
      ({ kind, closeOn = "" }) => kind === "renewal" && closeOn >= addDays(context.today, -lostForDays),
    ),
    contacts: body.contacts.map((row) => contact(row, body.roleField, context)).filter((row) => row !== null),
    upcomingMeetings: body.comingEvents
      .filter(isMeetingItself)
      .map((row) => meeting(row, context))
      .filter((row) => row !== null),
    supportTickets: body.cases.map((row) => ticket(row, context)).filter((row) => row !== null),
    touches: activityTouches(body, context, context.evidence),
  }
}

/** Drafts are none; an org that hides the category gave only what was asked for. */
function activated(rows: readonly SalesforceRecord[]): Contract[] {
  return rows
    .filter(({ StatusCode }) => (textOf(StatusCode) ?? "Activated") === "Activated")
    .map((row) => ({
      name: textOf(row.ContractNumber) ?? "without a number",
      status: textOf(row.Status),
      startOn: dateOf(row.StartDate),
      endOn: dateOf(row.EndDate),
    }))
}

function opportunity(
  row: SalesforceRecord,
  typeField: string | undefined,
  context: SalesforceContext,
): OpportunityFact | null {
  const id = textOf(row.Id)
  if (!id) return null
  const type = textOf(row[typeField ?? "Type"]) ?? ""
  const is = (words: string[]) => words.some((word) => type.toLowerCase().includes(word.toLowerCase()))
  const { renewal, expansion } = context.mapping.opportunityTypes
  return {
    id,
    name: textOf(row.Name) ?? "Opportunity",
    kind: is(renewal) ? "renewal" : is(expansion) ? "expansion" : "other",
    ...optional("stage", textOf(row.StageName)),
    ...optional("amount", numberOf(row.Amount)),
    ...optional("currency", textOf(row.CurrencyIsoCode)),
    ...optional("closeOn", dateOf(row.CloseDate)),
    ...optional("ownerName", nameOf(row.Owner)),
    ...optional("url", recordUrl(id, "Opportunity", context)),
  }
}

function contact(
  row: SalesforceRecord,
  roleField: string | undefined,
  context: SalesforceContext,
): ContactFact | null {
  const id = textOf(row.Id)
  if (!id) return null
  const roles = roleField ? (textOf(row[roleField]) ?? "") : ""
  return {
    id,
    name: textOf(row.Name) ?? textOf(row.Email) ?? "Contact without a name",
    ...optional("email", textOf(row.Email)),
    ...optional("title", textOf(row.Title)),
    // A multi-select picklist is one text with semicolons.
    roles: roles
      .split(";")
      .map((role) => role.trim())
      .filter(Boolean),
    source: "salesforce",
    ...(textOf(row.EmailBouncedDate) !== undefined && { bounced: true }),
    ...optional("url", recordUrl(id, "Contact", context)),
  }
}

function meeting(row: SalesforceRecord, context: SalesforceContext): MeetingFact | null {
  const id = textOf(row.Id)
  const day = dateOf(row.ActivityDate)
  // An all-day event has only its day: midnight in UTC is another day west of it.
  const at = row.IsAllDayEvent === true && day ? day : (textOf(row.StartDateTime) ?? day)
  const on = at ? dayOf(at, context.timeZone) : null
  if (!id || !at || !on || on < context.today) return null
  const who = nameOf(row.Who)
  return { id, title: textOf(row.Subject) ?? "Meeting", at, on, attendees: who ? [who] : [] }
}

function ticket(row: SalesforceRecord, context: SalesforceContext): SupportTicketFact | null {
  const id = textOf(row.Id)
  if (!id) return null
  const created = textOf(row.CreatedDate)
  return {
    id,
    subject: textOf(row.Subject) ?? `Case ${textOf(row.CaseNumber) ?? id}`,
    ...optional("status", textOf(row.Status)),
    ...optional("openedOn", created ? (dayOf(created, context.timeZone) ?? undefined) : undefined),
    ...optional("url", recordUrl(id, "Case", context)),
  }
}

function recordUrl(id: string, object: string, context: SalesforceContext): string | undefined {
  const id18 = toId18(id)
  return id18 ? (salesforceRecordUrl(context.apiHost, id18, object) ?? undefined) : undefined
}
