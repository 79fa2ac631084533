/**
 * A Salesforce account id to Vitally accounts (facts: vitally-api, section 6): by hand, by id in 15- or 18-character form,
 * by exact normalised name with the user's confirmation.
 */
import { idInText } from "~src/hosts"

/** What a Vitally account says of its Salesforce record. */
export interface SalesforceKeys {
  externalId?: string | null | undefined
  traits?: Record<string, unknown> | null | undefined
}

/** Trait keys in which the record's id is found; dots are part of the key. Vitally's own integration writes the first ones. */
const idTraits = ["sfdc.Id", "sfdc.AccountId", "salesforceId", "salesforce_id", "salesforceAccountId"]

/**
 * The 18-character Salesforce account id of a Vitally account, from the trait under `mappedKey`, the usual ones, or
 * externalId; undefined where it names none that is one.
 */
export function salesforceIdOf(account: SalesforceKeys, mappedKey?: string): string | undefined {
  const keys = mappedKey === undefined || mappedKey === "" ? idTraits : [mappedKey, ...idTraits]
  const candidates = [...keys.map((key) => account.traits?.[key]), account.externalId]
  for (const value of candidates) {
    if (typeof value !== "string") continue
    const id = idInText(value)
    // Other systems' external ids can be 15 letters long too: an account's begins with its key prefix.
    if (id?.startsWith("001")) return id
  }
  return undefined
}

/** Names compare without case, accents, punctuation and legal form: "Acme, Inc." is "acme". */
export function normaliseName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .replace(
      /\b(inc|incorporated|ltd|limited|llc|gmbh|ag|sa|sas|bv|corp|corporation|co|plc|oy|ab|as)\b/g,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim()
}
