/**
 * The lists that make up an account, as data: what is asked for, from where, in which order and how much of it. Which of it
 * reaches a query is decided by what the user may see (`plan.ts`).
 *
 * Lists have no LIMIT: Salesforce then counts all rows and sends the first page, of which the first `limit` are kept. So
 * "there is more" has a number, at no further call.
 */
import type { SalesforceRecord } from "./api/query-page"
import type { Condition, SoqlQuery } from "./api/soql"
import { startOf } from "./part-events"
import type { ObjectName } from "./schema"
import type { SectionName } from "./sections"

export type ListName =
  | "account"
  | "children"
  | "openOpportunities"
  | "otherOpportunities"
  | "contracts"
  | "namedContacts"
  | "contacts"
  | "cases"
  | "datedTasks"
  | "otherTasks"
  | "events"

/** Lists of one part are asked in one query while nothing goes wrong. A composite call takes five queries. */
export type PartName = "account" | "more" | "datedTasks" | "otherTasks" | "events"

export interface ListSpec {
  name: ListName
  section: SectionName
  part: PartName
  object: ObjectName
  /** Child relationship of Account; absent: the object itself is asked. */
  relationship?: string
  /** The field that leads to the account, where the object itself is asked. */
  accountField: string
  select: readonly string[]
  /** In order of preference; the first whose fields may all be filtered by is taken. None fits: not asked for. */
  where: readonly (readonly Condition[])[]
  /** Each is added where it may be. */
  also?: readonly Condition[]
  orderBy: NonNullable<SoqlQuery["orderBy"]>
  /** Rows that are kept. */
  limit: number
  /** Whether these rows, in the query's order, are enough; absent: as soon as there are `limit`. */
  enough?: (rows: readonly SalesforceRecord[]) => boolean
  /** Its section can do without it. */
  spare?: true
  /** Its rows are among another list's, or no rows of the section. */
  uncounted?: true
}

/** How far ahead meetings are read. */
const meetingsAheadDays = 180
/** Sent to many, or by a sequence. */
export const automatedSubtypes = ["ListEmail", "Cadence"]

const activityFields = ["Id", "Subject", "ActivityDate", "Owner.Name", "OwnerId", "Who.Name", "Type"]
export const taskFields = [...activityFields, "CompletedDateTime", "CreatedDate", "TaskSubtype", "Status"]
export const eventFields = [
  ...activityFields,
  "StartDateTime",
  "EndDateTime",
  "IsAllDayEvent",
  "IsChild",
  "IsRecurrence",
  "RecurrenceActivityId",
]
const opportunityFields = [
  "Id",
  "Name",
  "StageName",
  "Amount",
  "CurrencyIsoCode",
  "CloseDate",
  "IsClosed",
  "IsWon",
  "Owner.Name",
]
const isOpen: Condition = ["IsClosed", "=", false]
const isLost: Condition = {
  all: [
    ["IsClosed", "=", true],
    ["IsWon", "=", false],
  ],
}
const closed: Condition = ["IsClosed", "=", true]
const plannedAhead: Condition = ["ActivityDate", ">", { literal: "TODAY" }]
const undated: Condition = ["ActivityDate", "=", null]

interface Wanted {
  /** Mapped fields and standard ones. */
  accountFields: readonly string[]
  /** The field that says what kind an opportunity is. */
  typeFields: readonly string[]
  roleFields: readonly string[]
  /** An instant. */
  now: string
}

/** The lists for one account with the policy's own fields. */
export function accountLists({ accountFields, typeFields, roleFields, now }: Wanted): ListSpec[] {
  const opportunities = [...opportunityFields, ...typeFields]
  const contacts = ["Id", "Name", "Title", "Email", "EmailBouncedDate", ...roleFields]
  const ofAccount = { accountField: "AccountId" } as const
  return [
    {
      name: "account",
      section: "account",
      part: "account",
      object: "Account",
      accountField: "Id",
      select: accountFields,
      where: [[]],
      orderBy: [],
      limit: 1,
    },
    {
      name: "children",
      section: "account",
      part: "account",
      object: "Account",
      relationship: "ChildAccounts",
      accountField: "ParentId",
      select: ["Id", "Name"],
      where: [[]],
      orderBy: [{ field: "Name", direction: "ASC" }],
      limit: 100,
      spare: true,
      uncounted: true,
    },
    {
      // What closes next comes first.
      name: "openOpportunities",
      section: "opportunities",
      part: "account",
      object: "Opportunity",
      relationship: "Opportunities",
      ...ofAccount,
      select: opportunities,
      where: [[isOpen, ["CloseDate", ">=", { literal: "TODAY" }]], [isOpen]],
      orderBy: [{ field: "CloseDate", direction: "ASC" }],
      limit: 50,
    },
    {
      // Open ones past their day and lost ones, the latest first.
      name: "otherOpportunities",
      section: "opportunities",
      part: "more",
      object: "Opportunity",
      relationship: "Opportunities",
      ...ofAccount,
      select: opportunities,
      where: [
        [{ any: [{ all: [isOpen, ["CloseDate", "<", { literal: "TODAY" }]] }, isLost] }],
        [isOpen, ["CloseDate", "<", { literal: "TODAY" }]],
      ],
      orderBy: [{ field: "CloseDate", direction: "DESC" }],
      limit: 50,
      spare: true,
    },
    {
      // "Activated" is a category that nothing leaves: the newest come first, those without an end last.
      name: "contracts",
      section: "contracts",
      part: "account",
      object: "Contract",
      relationship: "Contracts",
      ...ofAccount,
      select: ["Id", "ContractNumber", "Status", "StatusCode", "StartDate", "EndDate", "ContractTerm"],
      where: [[["StatusCode", "=", "Activated"]]],
      orderBy: [
        { field: "EndDate", direction: "DESC", nulls: "LAST" },
        { field: "StartDate", direction: "DESC", nulls: "LAST" },
      ],
      limit: 100,
    },
    {
      // People with a role must not be crowded out by those without; a multi-select can't be sorted by.
      name: "namedContacts",
      section: "contacts",
      part: "account",
      object: "Contact",
      relationship: "Contacts",
      ...ofAccount,
      select: contacts,
      where:
        roleFields.length === 0 ? [] : [[{ any: roleFields.map((field) => [field, "!=", null] as const) }]],
      orderBy: [{ field: "Name", direction: "ASC" }],
      limit: 200,
      spare: true,
      uncounted: true,
    },
    {
      name: "contacts",
      section: "contacts",
      part: "more",
      object: "Contact",
      relationship: "Contacts",
      ...ofAccount,
      select: contacts,
      where: [[]],
      orderBy: [
        { field: "LastActivityDate", direction: "DESC", nulls: "LAST" },
        { field: "Name", direction: "ASC" },
      ],
      limit: 200,
    },
    {
      name: "cases",
      section: "cases",
      part: "more",
      object: "Case",
      relationship: "Cases",
      ...ofAccount,
      select: ["Id", "CaseNumber", "Subject", "Status", "Priority", "CreatedDate"],
      where: [[isOpen]],
      orderBy: [{ field: "CreatedDate", direction: "DESC" }],
      limit: 50,
    },
    {
      // By the day it happened; one mailing to a whole customer must not crowd out its calls.
      name: "datedTasks",
      section: "tasks",
      part: "datedTasks",
      object: "Task",
      ...ofAccount,
      select: taskFields,
      where: [[closed, ["ActivityDate", "<=", { literal: "TODAY" }]]],
      also: automatedSubtypes.map((kind) => ["TaskSubtype", "!=", kind] as const),
      orderBy: [
        { field: "ActivityDate", direction: "DESC" },
        { field: "CompletedDateTime", direction: "DESC", nulls: "LAST" },
      ],
      limit: 200,
      spare: true,
    },
    {
      // Without a day, with one still to come, and automated: in this order.
      name: "otherTasks",
      section: "tasks",
      part: "otherTasks",
      object: "Task",
      ...ofAccount,
      select: taskFields,
      where: [
        [closed, { any: [undated, plannedAhead, ["TaskSubtype", "IN", automatedSubtypes]] }],
        [closed, { any: [undated, plannedAhead] }],
        [closed],
      ],
      orderBy: [
        { field: "ActivityDate", direction: "DESC", nulls: "FIRST" },
        { field: "CompletedDateTime", direction: "DESC", nulls: "LAST" },
      ],
      limit: 200,
    },
    {
      // Neither copies for invitees nor the masters of series took place. Past and coming ones in one list: pages are
      // read until there are enough past ones.
      name: "events",
      section: "events",
      part: "events",
      object: "Event",
      ...ofAccount,
      select: eventFields,
      where: [
        [["StartDateTime", "<=", { literal: `NEXT_N_DAYS:${meetingsAheadDays}` }]],
        [["ActivityDate", "<=", { literal: `NEXT_N_DAYS:${meetingsAheadDays}` }]],
      ],
      also: [
        ["IsChild", "=", false],
        ["IsRecurrence", "=", false],
      ],
      orderBy: [
        { field: "StartDateTime", direction: "DESC" },
        { field: "ActivityDate", direction: "DESC" },
      ],
      limit: 2000,
      enough: (rows) => rows.filter((row) => startOf(row) <= Date.parse(now)).length >= 100,
    },
  ]
}
