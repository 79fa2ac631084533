import type { ObjectName } from "../book/ids"
import { contactRoles } from "../book/people"

type FieldType =
  | "id"
  | "string"
  | "textarea"
  | "email"
  | "phone"
  | "url"
  | "boolean"
  | "int"
  | "double"
  | "currency"
  | "percent"
  | "date"
  | "datetime"
  | "picklist"
  | "multipicklist"
  | "reference"

export interface FieldSchema {
  name: string
  label: string
  type: FieldType
  picklist?: readonly string[]
  to?: ObjectName
  relationship?: string
  /** Only the values of its list are taken. */
  restricted?: boolean
}

export interface ObjectSchema {
  name: ObjectName
  label: string
  fields: FieldSchema[]
  /** Child relationship name → the object and its field that points here. */
  children: Record<string, { object: ObjectName; field: string }>
}

const f = (name: string, label: string, type: FieldType, picklist?: readonly string[]): FieldSchema => ({
  name,
  label,
  type,
  ...(picklist ? { picklist } : {}),
})
const ref = (name: string, label: string, to: ObjectName, relationship: string): FieldSchema => ({
  name,
  label,
  type: "reference",
  to,
  relationship,
})

const system = [
  f("CreatedDate", "Created Date", "datetime"),
  f("LastModifiedDate", "Last Modified Date", "datetime"),
  f("SystemModstamp", "System Modstamp", "datetime"),
]
const owner = ref("OwnerId", "Owner ID", "User", "Owner")
const account = ref("AccountId", "Account ID", "Account", "Account")
const activity = [
  account,
  ref("WhatId", "Related To ID", "Account", "What"),
  ref("WhoId", "Name ID", "Contact", "Who"),
  owner,
  f("Subject", "Subject", "string"),
  f("Description", "Description", "textarea"),
  f("ActivityDate", "Due Date Only", "date"),
]

const list: ObjectSchema[] = [
  {
    name: "Account",
    label: "Account",
    fields: [
      f("Id", "Account ID", "id"),
      f("Name", "Account Name", "string"),
      f("Type", "Account Type", "picklist", ["(1) Customer", "(2) Prospect", "(5) Attrited Customer"]),
      ref("ParentId", "Parent Account ID", "Account", "Parent"),
      owner,
      f("Industry", "Industry", "picklist", ["Technology", "Banking", "Healthcare"]),
      f("Website", "Website", "url"),
      f("Description", "Account Description", "textarea"),
      f("NumberOfEmployees", "Employees", "int"),
      f("AnnualRevenue", "Annual Revenue", "currency"),
      f("Number_of_Developers__c", "Number of Developers", "double"),
      f("ARR__c", "ARR", "currency"),
      f("FY25_Segmentation__c", "FY25 Segmentation", "picklist", [
        "Strategic",
        "Large Enterprise",
        "Small Enterprise",
        "Mid-Market",
      ]),
      f("TA_Segmentation__c", "TA Segmentation", "string"),
      f("Technical_Advisor_Support_Level__c", "Technical Advisor Support Level", "picklist", [
        "Enterprise",
        "Scaled",
      ]),
      f("Active_Contract_Period_End__c", "Active Contract Period End", "date"),
      f("Customer_Health__c", "Customer Health", "string"),
      f("Account_Plan_Link__c", "Account Plan Link", "url"),
      f("Notes_Next_Steps__c", "Notes / Next Steps", "textarea"),
      f("LastActivityDate", "Last Activity", "date"),
      f("CurrencyIsoCode", "Account Currency", "picklist", ["USD", "EUR"]),
      f("IsDeleted", "Deleted", "boolean"),
      ref("MasterRecordId", "Master Record ID", "Account", "MasterRecord"),
      ...system,
    ],
    children: {
      Opportunities: { object: "Opportunity", field: "AccountId" },
      Contacts: { object: "Contact", field: "AccountId" },
      Contracts: { object: "Contract", field: "AccountId" },
      Tasks: { object: "Task", field: "AccountId" },
      Events: { object: "Event", field: "AccountId" },
      Cases: { object: "Case", field: "AccountId" },
      ChildAccounts: { object: "Account", field: "ParentId" },
    },
  },
  {
    name: "Contact",
    label: "Contact",
    fields: [
      f("Id", "Contact ID", "id"),
      account,
      f("Name", "Full Name", "string"),
      f("FirstName", "First Name", "string"),
      f("LastName", "Last Name", "string"),
      f("Email", "Email", "email"),
      f("EmailBouncedReason", "Email Bounced Reason", "string"),
      f("EmailBouncedDate", "Email Bounced Date", "datetime"),
      f("Phone", "Business Phone", "phone"),
      f("Title", "Title", "string"),
      f("Role__c", "Role", "multipicklist", contactRoles),
      f("Instance_Admin__c", "Instance Admin", "boolean"),
      f("LastActivityDate", "Last Activity", "date"),
      owner,
      ...system,
    ],
    children: { Tasks: { object: "Task", field: "WhoId" }, Events: { object: "Event", field: "WhoId" } },
  },
  {
    name: "Opportunity",
    label: "Opportunity",
    fields: [
      f("Id", "Opportunity ID", "id"),
      account,
      f("Name", "Name", "string"),
      f("Type", "Opportunity Type", "picklist", ["New Business", "Renewal", "Expansion"]),
      f("StageName", "Stage", "picklist", ["Discovery", "Negotiation", "Closed Won", "Closed Lost"]),
      f("Amount", "Amount", "currency"),
      f("CloseDate", "Close Date", "date"),
      f("Probability", "Probability (%)", "percent"),
      f("IsClosed", "Closed", "boolean"),
      f("IsWon", "Won", "boolean"),
      f("CurrencyIsoCode", "Opportunity Currency", "picklist", ["USD", "EUR"]),
      owner,
      ...system,
    ],
    children: {},
  },
  {
    name: "Contract",
    label: "Contract",
    fields: [
      f("Id", "Contract ID", "id"),
      account,
      f("ContractNumber", "Contract Number", "string"),
      f("Status", "Status", "picklist", ["Draft", "Activated", "Expired"]),
      f("StatusCode", "Status Category", "picklist", ["Draft", "Activated", "Expired"]),
      f("StartDate", "Contract Start Date", "date"),
      f("EndDate", "Contract End Date", "date"),
      f("ContractTerm", "Contract Term", "int"),
      owner,
      ...system,
    ],
    children: {},
  },
  {
    name: "Task",
    label: "Task",
    fields: [
      f("Id", "Activity ID", "id"),
      ...activity,
      f("Status", "Status", "picklist", [
        "Not Started",
        "In Progress",
        "Completed",
        "Waiting on someone else",
        "Deferred",
      ]),
      { ...f("Priority", "Priority", "picklist", ["High", "Normal", "Low"]), restricted: true },
      f("IsClosed", "Closed", "boolean"),
      f("IsRecurrence", "Create Recurring Series of Tasks", "boolean"),
      f("Team__c", "Team", "picklist", ["Field", "Digital"]),
      f("CompletedDateTime", "Completed Date/Time", "datetime"),
      f("TaskSubtype", "Task Subtype", "picklist", ["Task", "Email", "ListEmail", "Cadence", "Call"]),
      f("Type", "Type", "picklist", ["Call", "Meeting", "Other"]),
      ...system,
    ],
    children: {},
  },
  {
    name: "Event",
    label: "Event",
    fields: [
      f("Id", "Activity ID", "id"),
      ...activity,
      f("StartDateTime", "Start Date Time", "datetime"),
      f("EndDateTime", "End Date Time", "datetime"),
      f("ActivityDateTime", "Due Date Time", "datetime"),
      f("IsAllDayEvent", "All-Day Event", "boolean"),
      f("IsChild", "Is Child", "boolean"),
      f("IsRecurrence", "Create Recurring Series of Events", "boolean"),
      f("RecurrenceActivityId", "Recurrence Activity ID", "string"),
      f("Type", "Type", "picklist", ["Call", "Meeting", "Other"]),
      f("Location", "Location", "string"),
      ...system,
    ],
    children: {},
  },
  {
    name: "Case",
    label: "Case",
    fields: [
      f("Id", "Case ID", "id"),
      account,
      ref("ContactId", "Contact ID", "Contact", "Contact"),
      f("CaseNumber", "Case Number", "string"),
      f("Subject", "Subject", "string"),
      f("Status", "Status", "picklist", ["New", "Working", "Closed"]),
      f("Priority", "Priority", "picklist", ["High", "Medium", "Low"]),
      f("IsClosed", "Closed", "boolean"),
      f("ClosedDate", "Closed Date", "datetime"),
      owner,
      ...system,
    ],
    children: {},
  },
  ...(["Quote", "Order", "Asset"] as const).map((name) => ({
    name,
    label: name,
    fields: [f("Id", `${name} ID`, "id"), f("Name", `${name} Name`, "string"), account, owner, ...system],
    children: {},
  })),
  {
    name: "Implementation__c",
    label: "Implementation",
    fields: [
      f("Id", "Record ID", "id"),
      f("Name", "Implementation Name", "string"),
      ref("Customer__c", "Customer", "Account", "Customer__r"),
      ref("Partner__c", "Partner", "Account", "Partner__r"),
      owner,
      ...system,
    ],
    children: {},
  },
  {
    name: "TaskStatus",
    label: "Task Status Value",
    fields: [
      f("Id", "Task Status Value ID", "id"),
      f("ApiName", "API Name", "string"),
      f("MasterLabel", "Master Label", "string"),
      f("SortOrder", "Sort Order", "int"),
      f("IsClosed", "Is Closed", "boolean"),
      f("IsDefault", "Is Default", "boolean"),
    ],
    children: {},
  },
  {
    name: "User",
    label: "User",
    fields: [
      f("Id", "User ID", "id"),
      f("Name", "Full Name", "string"),
      f("Email", "Email", "email"),
      f("Username", "Username", "string"),
      f("Title", "Title", "string"),
      f("IsActive", "Active", "boolean"),
      f("TimeZoneSidKey", "Time Zone", "picklist", ["America/Los_Angeles", "Europe/Berlin"]),
      ...system,
    ],
    children: {},
  },
]

/** Objects by lower-case name; SOQL does not mind case. */
const objects = new Map(list.map((object) => [object.name.toLowerCase(), object]))

export function objectSchema(name: string): ObjectSchema | undefined {
  return objects.get(name.toLowerCase())
}
