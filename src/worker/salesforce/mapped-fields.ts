/** Which fields of the org hold our facts: by visible label, remembered by API name once found. */
import type { FactName, MappingPolicy } from "~src/domain/policy/policy"

import { fieldsByLabel } from "./api/describe"
import type { ObjectName, OrgSchema } from "./schema"

const roleLabels = ["Role", "Roles", "Contact Role", "Contact Roles"]

export interface MappedFields {
  /** Paths on Account by fact, the first that holds something counts: several fields can bear one label. */
  account: Partial<Record<FactName, string[]>>
  typeFields: string[]
  roleFields: string[]
  /** What was found, to be remembered: labels are in the user's language, API names are not. */
  found: Record<string, string[]>
}

/** The fields that the policy's labels name in this org. */
export function mappedFields(schema: OrgSchema, mapping: MappingPolicy): MappedFields {
  const found: MappedFields["found"] = {}
  const find = (object: ObjectName, labels: readonly string[]): string[] => {
    const info = schema.objects[object]
    if (!info) return []
    const key = `${object}:${labels.join("|")}`
    const names = fieldsByLabel(labels, info)
    const remembered = (schema.found?.[key] ?? []).filter((name) => !names.includes(name))
    const all = [...names, ...remembered]
    if (all.length > 0) found[key] = all
    return all.flatMap((name) => pathOf(schema, object, name) ?? [])
  }
  const account: MappedFields["account"] = {}
  for (const [fact, labels] of Object.entries(mapping.salesforceLabels) as [FactName, string[]][]) {
    const paths = find("Account", labels)
    if (paths.length > 0) account[fact] = paths
  }
  return {
    account,
    typeFields: find("Opportunity", mapping.opportunityTypes.labels),
    roleFields: find("Contact", roleLabels),
    found,
  }
}

/** A lookup is read by the name of what it leads to, not by its id; undefined for a field that is not there. */
function pathOf({ objects }: OrgSchema, object: ObjectName, name: string): string | undefined {
  const field = objects[object]?.fields.find((one) => one.name === name)
  return field?.type === "reference" && field.relationshipName
    ? `${field.relationshipName}.Name`
    : field?.name
}
