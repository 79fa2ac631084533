/** The queries for one account: five, so that they fit one composite call (facts: salesforce-api, sections 4 and 6). */
import { fieldByLabel, visibleFields } from "./api/describe"
import { soql, type SoqlQuery } from "./api/soql"
import type { FactName, MappingPolicy } from "~src/domain/policy/policy"

import type { ObjectName, OrgSchema } from "./schema"

interface AccountQuery {
  referenceId: string
  object: ObjectName
  text: string
}

export interface AccountPlan {
  queries: AccountQuery[]
  fields: Partial<Record<FactName, string>>
  roleField?: string
  typeField?: string
  hidden: ObjectName[]
}

const accountFields = [
  "Id",
  "Name",
  "Type",
  "OwnerId",
  "Owner.Name",
  "ParentId",
  "Parent.Name",
  "NumberOfEmployees",
  "LastActivityDate",
  "SystemModstamp",
  "CurrencyIsoCode",
]
const roleLabels = ["Role", "Roles", "Contact Role", "Role__c"]

/** `id18` is a checked 18-character id, `now` an instant. */
export function planAccountQueries(
  id18: string,
  schema: OrgSchema,
  mapping: MappingPolicy,
  now: string,
): AccountPlan {
  const { objects } = schema
  const see = (object: ObjectName, names: string[]) => visibleFields(names, objects[object])
  const fields = mappedFields(schema, mapping)
  const typeField = fieldByLabel(mapping.opportunityTypes.labels, objects.Opportunity)
  const roleField = fieldByLabel(roleLabels, objects.Contact)

  const select: SoqlQuery["select"] = [
    ...new Set([...see("Account", accountFields), ...Object.values(fields).filter((name) => name !== "")]),
  ]
  if (objects.Opportunity.visible)
    select.push({
      select: see("Opportunity", [
        "Id",
        "Name",
        "StageName",
        "Amount",
        "CurrencyIsoCode",
        "CloseDate",
        typeField ?? "Type",
        "Owner.Name",
      ]),
      from: "Opportunities",
      where: ["IsClosed", "=", false],
      orderBy: [{ field: "CloseDate", direction: "ASC" }],
      limit: 50,
    })
  if (objects.Contact.visible)
    select.push({
      select: see("Contact", ["Id", "Name", "Title", "Email", ...(roleField ? [roleField] : [])]),
      from: "Contacts",
      limit: 200,
    })
  if (objects.Contract.visible)
    select.push({
      select: see("Contract", ["Id", "ContractNumber", "Status", "StartDate", "EndDate"]),
      from: "Contracts",
      where: ["StatusCode", "=", "Activated"],
      orderBy: [{ field: "EndDate", direction: "ASC" }],
      limit: 10,
    })
  if (see("Account", ["ParentId"]).length > 0)
    select.push({ select: see("Account", ["Id", "Name"]), from: "ChildAccounts", limit: 50 })

  const queries: AccountQuery[] = [
    {
      referenceId: "account",
      object: "Account",
      text: soql({ select, from: "Account", where: ["Id", "=", id18] }),
    },
  ]
  const add = (referenceId: string, object: ObjectName, query: Omit<SoqlQuery, "from">) => {
    if (objects[object].visible) queries.push({ referenceId, object, text: soql({ ...query, from: object }) })
  }
  const ofAccount = ["AccountId", "=", id18] as const
  add("closedTasks", "Task", {
    select: see("Task", [
      "Id",
      "Subject",
      "ActivityDate",
      "CompletedDateTime",
      "TaskSubtype",
      "Owner.Name",
      "OwnerId",
      "Who.Name",
    ]),
    where: { all: [ofAccount, ["IsClosed", "=", true]] },
    orderBy: [{ field: "CompletedDateTime", direction: "DESC", nulls: "LAST" }],
    limit: 20,
  })
  const eventFields = see("Event", [
    "Id",
    "Subject",
    "StartDateTime",
    "IsAllDayEvent",
    "ActivityDate",
    "Owner.Name",
    "OwnerId",
    "Who.Name",
  ])
  const dateTime = now.replace(/\.\d+Z$/, "Z")
  add("pastEvents", "Event", {
    select: eventFields,
    where: { all: [ofAccount, ["StartDateTime", "<=", { dateTime }]] },
    orderBy: [{ field: "StartDateTime", direction: "DESC" }],
    limit: 20,
  })
  add("comingEvents", "Event", {
    select: eventFields,
    where: { all: [ofAccount, ["StartDateTime", ">", { dateTime }]] },
    orderBy: [{ field: "StartDateTime", direction: "ASC" }],
    limit: 10,
  })
  add("cases", "Case", {
    select: see("Case", ["Id", "CaseNumber", "Subject", "Status", "Priority", "CreatedDate"]),
    where: { all: [ofAccount, ["IsClosed", "=", false]] },
    orderBy: [{ field: "CreatedDate", direction: "DESC" }],
    limit: 50,
  })
  const hidden = (Object.keys(objects) as ObjectName[]).filter((name) => !objects[name].visible)
  return { queries, fields, ...(roleField && { roleField }), ...(typeField && { typeField }), hidden }
}

/** Our fact -> API name on Account, by the labels that the policy names. */
function mappedFields(schema: OrgSchema, mapping: MappingPolicy): Partial<Record<FactName, string>> {
  const fields: Partial<Record<FactName, string>> = {}
  for (const [fact, labels] of Object.entries(mapping.salesforceLabels) as [FactName, string[]][]) {
    const name = fieldByLabel(labels, schema.objects.Account)
    if (name) fields[fact] = name
  }
  return fields
}
