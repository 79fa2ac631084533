/** Facts by the kind of value that their fields hold. */
import type { FactName } from "../policy/policy"

export const DATE_FACTS: readonly FactName[] = [
  "contractStartOn",
  "productionReadyOn",
  "renewalOn",
  "closeOn",
  "churnedOn",
  "assignedOn",
  "planUpdatedOn",
]

/** Amounts and numbers of people: nobody has three decimals of them. */
export const AMOUNT_FACTS: readonly FactName[] = [
  "arr",
  "developers",
  "employees",
  "seats",
  "totalAddressableUsers",
  "monthlyActiveUsers",
  "licences",
]
