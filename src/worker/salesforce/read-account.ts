/** One account of Salesforce in one API call. */
import type { CompositeResult, SalesforceClient } from "./api/client"
import { SalesforceError } from "./api/errors"
import { readNestedPage, readQueryPage, type SalesforceRecord } from "./api/query-page"
import type { MappingPolicy } from "~src/domain/policy/policy"

import type { SalesforceAccountBody } from "./account-body"
import { type AccountPlan, planAccountQueries } from "./account-queries"
import { orgSchema, type OrgSchema, type SchemaStore, withoutRefused } from "./schema"

export interface ReadAccountDeps {
  client: SalesforceClient
  schemas: SchemaStore
  mapping: MappingPolicy
  now: () => number
}

/** Several fields can be hidden at once, and a refusal names one at a time. */
const maxCorrections = 10

/**
 * Reads an account with its opportunities, contacts, contracts, activities and cases.
 * Fields and objects that the user may not see drop out and are remembered.
 * @throws SalesforceError; `not-found` where the account is deleted or not shared.
 */
export async function readSalesforceAccount(
  deps: ReadAccountDeps,
  id18: string,
): Promise<SalesforceAccountBody> {
  let schema = await orgSchema(deps.client, deps.schemas, deps.now())
  for (let turn = 0; ; turn++) {
    const plan = planAccountQueries(id18, schema, deps.mapping, new Date(deps.now()).toISOString())
    const parts = plan.queries.map(({ referenceId, text }) => ({
      method: "GET" as const,
      path: `query?q=${encodeURIComponent(text)}`,
      referenceId,
    }))
    const results = await deps.client.composite(parts)
    const corrected = turn < maxCorrections ? correct(schema, plan, results) : undefined
    if (!corrected) return collect(deps.client, id18, plan, results)
    schema = corrected
    await deps.schemas.set(schema)
  }
}

function correct(
  schema: OrgSchema,
  plan: AccountPlan,
  results: Map<string, CompositeResult>,
): OrgSchema | undefined {
  let corrected: OrgSchema | undefined
  for (const { referenceId, object } of plan.queries) {
    const error = results.get(referenceId)?.error
    if (!error || (error.kind !== "invalid-field" && error.kind !== "invalid-type")) continue
    // A nested list's field is refused under the account's own reference.
    for (const name of [object, "Opportunity", "Contact", "Contract"] as const) {
      const next = withoutRefused(corrected ?? schema, name, error)
      if (next) {
        corrected = next
        break
      }
    }
  }
  return corrected
}

async function collect(
  client: SalesforceClient,
  id18: string,
  plan: AccountPlan,
  results: Map<string, CompositeResult>,
): Promise<SalesforceAccountBody> {
  const hidden: string[] = [...plan.hidden]
  const rows = async (referenceId: string): Promise<SalesforceRecord[]> => {
    const result = results.get(referenceId)
    if (!result) return []
    if (!result.error) return client.rest(readQueryPage(result.body))
    // One part may fail alone; a passing fault must not look like "there are none".
    if (result.error.kind === "invalid-type" || result.error.kind === "invalid-field") {
      hidden.push(referenceId)
      return []
    }
    throw result.error
  }
  const [account] = await rows("account")
  if (!account) throw new SalesforceError("not-found", 404, "NOT_FOUND", "no such account")
  const { Opportunities, Contacts, Contracts, ChildAccounts, ...own } = account
  const nested = (value: unknown) => client.rest(readNestedPage(value))
  return {
    id: id18,
    account: own,
    opportunities: await nested(Opportunities),
    contacts: await nested(Contacts),
    contracts: await nested(Contracts),
    children: await nested(ChildAccounts),
    closedTasks: await rows("closedTasks"),
    pastEvents: await rows("pastEvents"),
    comingEvents: await rows("comingEvents"),
    cases: await rows("cases"),
    fields: plan.fields,
    ...(plan.typeField && { typeField: plan.typeField }),
    ...(plan.roleField && { roleField: plan.roleField }),
    hidden,
  }
}
