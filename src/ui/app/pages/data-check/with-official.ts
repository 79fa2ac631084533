import type { FactName, Policy } from "~src/domain/policy/policy"

/** The policy with one system's word on a fact taken for every customer. */
export function withOfficial(policy: Policy, fact: FactName, system: "vitally" | "salesforce"): Policy {
  if (fact === "renewalOn") return { ...policy, renewal: { ...policy.renewal, officialDate: system } }
  if (fact === "arr") return { ...policy, renewal: { ...policy.renewal, officialArr: system } }
  const official = { ...policy.mapping.official, [fact]: system }
  return { ...policy, mapping: { ...policy.mapping, official } }
}
