/** What Salesforce says of a customer: mapped fields of its account, and the contract that runs. */
import type { Candidate } from "~src/domain/candidates/candidate"
import { add, addRaw, type Pool } from "~src/domain/candidates/pool"
import type { FactName } from "~src/domain/policy/policy"

import type { SalesforceFacts } from "../salesforce/salesforce-facts"
import type { FactsContext } from "./context"
import { readContextOf } from "./vitally-candidates"

/** Adds every value; nothing is chosen here. The currency is left out: each amount keeps its own system's. */
export function salesforceCandidates(
  pool: Pool,
  said: SalesforceFacts,
  readAt: string,
  context: FactsContext,
): void {
  const read = readContextOf(context, readAt)
  const from: Omit<Candidate, "value" | "field"> = { system: "salesforce", object: "account", at: readAt }
  for (const [name, { value, field = "" }] of Object.entries(said.mapped) as [
    FactName,
    { value: unknown; field?: string },
  ][])
    if (name !== "currency") addRaw(pool, name, value, { ...from, field, mapped: true }, read)
  if (said.employees)
    add(pool, "employees", { ...from, value: said.employees.value, field: "NumberOfEmployees" })
  if (said.ownerName) add(pool, "accountExecutive", { ...from, value: said.ownerName, field: "Owner" })
  if (said.openCases !== undefined)
    add(pool, "openSupportTickets", { ...from, object: "case", value: said.openCases, field: "Case" })
  const { contracts } = said
  if (!contracts) return
  const contract = { ...from, object: "contract" as const }
  const { renewing, aside, startOn } = contracts
  if (renewing?.endOn !== undefined)
    add(pool, "renewalOn", {
      ...contract,
      value: renewing.endOn,
      field: "Contract.EndDate",
      record: renewing.name,
    })
  for (const { contract: other, why } of aside)
    if (other.endOn !== undefined)
      add(pool, "renewalOn", {
        ...contract,
        value: other.endOn,
        field: "Contract.EndDate",
        record: other.name,
        aside: why,
      })
  if (startOn !== undefined)
    add(pool, "contractStartOn", { ...contract, value: startOn, field: "Contract.StartDate" })
}
