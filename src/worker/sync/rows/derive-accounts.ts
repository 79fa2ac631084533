/**
 * What is stored of a page of accounts, worked out before its turn to be stored: the rules run while the browser still writes the page
 * before, which is another process's work.
 */
import type { AccountSummary } from "~src/domain/assessment"
import { type AccountRows, bareRows, buildFacts, type FactsContext, summaryOf } from "../../account-facts"
import { filled, type VitallyAccount } from "../../vitally/rows"
import type { AccountRow, OrganizationRow } from "../../cache/rows"

import { accountRow } from "./account-row"

export interface DeriveAccounts {
  facts: FactsContext
  /** Key-role label that means "mine"; empty: the CSM. */
  role: string
  generation: number
  /** Epoch milliseconds. */
  now: number
  /** Organizations at hand. */
  organizations: ReadonlyMap<string, OrganizationRow>
}

export interface Derived {
  row: AccountRow
  read: AccountRows
  summary: AccountSummary
}

export interface DerivedPage {
  /** How facts were made: under others it counts for nothing. */
  facts: FactsContext
  accounts: ReadonlyMap<string, Derived>
}

/** Accounts as a sweep alone knows them. Those whose organization is not at hand are left out. */
export function deriveAccounts(
  { facts, role, generation, now, organizations }: DeriveAccounts,
  rows: readonly VitallyAccount[],
): DerivedPage {
  const stamp = { readAt: new Date(now).toISOString(), seenIn: generation }
  const accounts = new Map<string, Derived>()
  for (const raw of rows) {
    const parentId = filled(raw.organizationId)
    const parent = parentId === undefined ? undefined : organizations.get(parentId)
    if (parentId !== undefined && !parent) continue
    accounts.set(
      raw.id,
      derive(accountRow(raw, { role, me: facts.me }, facts.traitMap.salesforceId, stamp), parent, facts),
    )
  }
  return { facts, accounts }
}

function derive(row: AccountRow, parent: OrganizationRow | undefined, facts: FactsContext): Derived {
  const read = bareRows(row, parent)
  return { row, read, summary: summaryOf(buildFacts(read, facts), facts, row.owner) }
}
