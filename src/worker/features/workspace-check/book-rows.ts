/** From the cache: which traits became facts, and how many accounts a Salesforce page can find. */
import { FACT_NAMES, readFact } from "~src/domain/intake/read-fact"
import type { FactName } from "~src/domain/policy/policy"
import type { CheckRow } from "~src/messaging/views/options"
import { isBag, textIn } from "~src/worker/vitally/rows"
import type { SyncDeps } from "~src/worker/account-facts/sync-deps"
import { factsContext } from "~src/worker/account-facts/facts-context"

type Traits = Record<string, unknown>

/** Read all at once no more than these. */
const batch = 500

export async function bookRows(deps: SyncDeps): Promise<CheckRow[]> {
  const { db } = deps
  const { traitMap, scales, clock, policy } = await factsContext(deps)
  const context = { scales, clock, words: policy.mapping }
  const mapped = FACT_NAMES.flatMap((fact) => {
    const key = traitMap[fact]
    return key === undefined ? [] : [{ fact, key, filled: 0, read: 0 }]
  })
  const feeding = new Set(mapped.map(({ key }) => key))
  const others = new Map<string, Set<string>>()
  const parents = new Map(
    (await db.getAll("organizations")).map(({ id, raw }) => [id, filledTraits(raw.traits)]),
  )
  const count = { accounts: 0, matched: 0, byTrait: 0, byExternalId: 0 }
  for (let after: string | undefined; ;) {
    const rows = await db.getAll(
      "accounts",
      after === undefined ? null : IDBKeyRange.lowerBound(after, true),
      batch,
    )
    for (const { raw, organizationId, salesforceId, externalId } of rows) {
      const traits = { ...parents.get(organizationId ?? ""), ...filledTraits(raw.traits) }
      count.accounts += 1
      if (salesforceId !== undefined) count.matched += 1
      if (textIn(raw.traits, "sfdc.Id") !== undefined) count.byTrait += 1
      if (salesforceId !== undefined && salesforceId.startsWith(externalId ?? " ")) count.byExternalId += 1
      for (const one of mapped) {
        if (traits[one.key] === undefined) continue
        one.filled += 1
        if (readFact(one.fact, traits[one.key], context) !== undefined) one.read += 1
      }
      for (const key of Object.keys(traits))
        if (!feeding.has(key)) others.set(familyOf(key), (others.get(familyOf(key)) ?? new Set()).add(key))
    }
    after = rows.at(-1)?.id
    if (after === undefined || rows.length < batch) break
  }
  const { accounts, matched, byTrait, byExternalId } = count
  const missing: FactName[] = FACT_NAMES.filter((fact) => traitMap[fact] === undefined)
  return [
    {
      name: "Accounts with a Salesforce id",
      ok: accounts === 0 ? null : matched > 0,
      text: `${matched} of ${accounts}; ${byTrait} have the trait sfdc.Id, ${byExternalId} it as external id.`,
    },
    ...mapped.map(({ fact, key, filled, read }) => ({
      name: `Fact ${fact}`,
      ok: filled === 0 ? null : read === filled,
      text: `${sayableKey(key)}: ${filled} of ${accounts} filled, ${read} readable.`,
    })),
    { name: "Facts without a trait", ok: null, text: missing.join(", ") || "none" },
    {
      name: "Traits that feed no fact",
      ok: null,
      text:
        [...others]
          .map(([family, keys]) => `${family} ${keys.size}`)
          .sort()
          .join(", ") || "none",
    },
  ]
}

/** Blank ones left out: they must not hide the organization's. */
function filledTraits(traits: unknown): Traits {
  if (!isBag(traits)) return {}
  return Object.fromEntries(Object.entries(traits).filter(([, value]) => value !== null && value !== ""))
}

const families = /^(vitally\.custom|sfdc|hspot|zendesk|intercom|stripe|jira|segment|pendo)\./

/** Which integration a trait comes from. Other keys may be anybody's words. */
const familyOf = (key: string): string => families.exec(key)?.[1] ?? "other"

/** A mapped field is told by its name where Vitally or Salesforce made that of the workspace's own label. */
const sayableKey = (key: string): string =>
  /^(vitally\.custom|sfdc)\.\w{1,60}$/.test(key) ? key : `a trait (${familyOf(key)})`
