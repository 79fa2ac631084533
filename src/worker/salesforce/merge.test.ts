import { describe, expect, it } from "vitest"

import type { AccountFacts, Fact, OpportunityFact } from "~src/domain/facts"
import { chooseFacts } from "~src/domain/candidates/choose-facts"
import { add, emptyPool } from "~src/domain/candidates/pool"
import { assess } from "~src/domain/assess/assess"
import { defaultPolicy } from "~src/domain/policy/presets"
import { clock } from "~test/unit/domain/account"

import { mergeSalesforce } from "./merge"
import type { SalesforceFacts } from "./salesforce-facts"

const amount = (value: number, source: "vitally" | "salesforce"): Fact<number> => ({ value, source })
const deal: OpportunityFact = { id: "o", name: "Renewal", kind: "renewal", amount: 5 }

/** Both systems' amounts, chosen as the facts of an account are. */
function merged(
  vitally: Partial<AccountFacts>,
  { arr, ...salesforce }: Partial<SalesforceFacts> & { arr?: number },
  officialArr: "salesforce" | "vitally" = "salesforce",
): AccountFacts {
  const pool = emptyPool()
  const from = { object: "account", field: "arr" } as const
  if (vitally.arr) add(pool, "arr", { ...from, value: vitally.arr.value, system: "vitally" })
  if (arr !== undefined) add(pool, "arr", { ...from, value: arr, system: "salesforce" })
  const facts: AccountFacts = { id: "a", name: "Globex", traits: {}, ...vitally }
  chooseFacts(facts, pool, { today: clock.today, official: { arr: officialArr }, isTier: () => false })
  return mergeSalesforce(facts, { ...salesforce, mapped: { ...salesforce.mapped } }, vitally.currency)
}
const ofVitally = { arr: amount(400_000, "vitally") }
const conflict = (facts: AccountFacts) => assess(facts, defaultPolicy, clock).renewal.conflict

/** An ARR conflict is told beside a renewal date on which both agree. */
const renewalOn: Fact<string> = { value: "2027-03-12", source: "salesforce" }

describe("the currency of each system's ARR", () => {
  it.each([
    ["both known", "EUR", "USD", "€400k", "$420k"],
    ["only Salesforce's", undefined, "EUR", "400k", "€420k"],
    ["only Vitally's", "EUR", undefined, "€400k", "420k"],
    ["neither: the policy's dollars", undefined, undefined, "$400k", "$420k"],
  ])("%s", (_, vitally, salesforce, theirs, used) => {
    const facts = merged(
      { ...ofVitally, renewalOn, ...(vitally && { currency: vitally }) },
      { arr: 420_000, ...(salesforce && { currency: salesforce }) },
    )
    expect(conflict(facts)).toBe(
      `Vitally (arr) says ${theirs}; ${used} from Salesforce (arr) is used: the policy takes Salesforce for this.`,
    )
  })

  it("turns round where Vitally's amount is the official one", () => {
    const facts = merged({ ...ofVitally, currency: "EUR" }, { arr: 420_000, currency: "USD" }, "vitally")
    expect(facts).toMatchObject({ arr: { value: 400_000 }, currency: "EUR", otherCurrency: "USD" })
  })

  it("reads a currency from Salesforce's mapped field where it has none of its own", () => {
    const mapped = { currency: { value: "CHF", source: "salesforce" } } as const
    expect(merged(ofVitally, { arr: 420_000, mapped })).toMatchObject({ currency: "CHF", otherCurrency: "" })
  })

  it("does not put Salesforce's currency on an amount that is only Vitally's", () => {
    expect(merged(ofVitally, { currency: "EUR" }).currency).toBe("")
    expect(merged({}, { currency: "EUR" }).currency).toBe("EUR")
    expect(merged(ofVitally, {})).not.toHaveProperty("currency")
  })

  it("leaves an opportunity its own currency, else its account's in Salesforce", () => {
    const own = { ...deal, currency: "GBP" }
    const currencies = (vitally?: string, salesforce?: string) =>
      merged(vitally ? { ...ofVitally, currency: vitally } : ofVitally, {
        openOpportunities: [deal, own],
        ...(salesforce && { currency: salesforce }),
      }).openOpportunities?.map(({ currency }) => currency)
    expect(currencies("EUR", "USD")).toEqual(["USD", "GBP"])
    expect(currencies("EUR")).toEqual(["", "GBP"])
    expect(currencies()).toEqual([undefined, "GBP"])
  })
})
