import { describe, expect, it } from "vitest"

import { clock } from "~test/unit/domain/account"

import type { AccountFacts } from "../facts"
import type { FactName } from "../policy/policy"
import type { Candidate, Picks } from "./candidate"
import { chooseFacts } from "./choose-facts"
import { conflictsOf } from "./conflicts"
import { differsOf } from "./differs"
import { type Contract, chooseContract } from "./contracts"
import { add, emptyPool } from "./pool"

const own = (value: unknown, rest: Partial<Candidate> = {}): Candidate => ({
  value,
  system: "vitally",
  object: "account",
  field: "f",
  ...rest,
})
const parents = (value: unknown, sharedBy = 3): Candidate =>
  own(value, { object: "organization", ...(sharedBy > 1 && { sharedBy }) })
const trait = { mapped: true, field: "vitally.custom.x" } as const
const salesforce = { system: "salesforce" } as const
const contract = { ...salesforce, object: "contract", field: "Contract.EndDate", record: "C-1" } as const

function chosen(
  given: Partial<Record<FactName, Candidate[]>>,
  { official = {}, picks }: { official?: object; picks?: Picks } = {},
): AccountFacts {
  const pool = emptyPool()
  for (const [name, candidates] of Object.entries(given) as [FactName, Candidate[]][])
    for (const candidate of candidates) add(pool, name, candidate)
  const facts: AccountFacts = { id: "a", name: "A", traits: {} }
  chooseFacts(facts, pool, {
    today: clock.today,
    official: { renewalOn: "salesforce", arr: "salesforce", ...official },
    isTier: (word) => word.endsWith("Enterprise"),
    picks,
  })
  return facts
}
const textOf = (facts: AccountFacts, fact: FactName) =>
  conflictsOf(facts, clock.today).find((conflict) => conflict.fact === fact)?.text

describe("the renewal date", () => {
  it.each<[string, Candidate[], string]>([
    ["own over the parent's", [parents("2028-06-30"), own("2027-02-01")], "2027-02-01"],
    [
      "of one system, the one ahead over the one passed",
      [own("2026-09-30", trait), own("2027-09-30")],
      "2027-09-30",
    ],
    ["the mapped field over the built-in one", [own("2026-12-31"), own("2027-12-31", trait)], "2027-12-31"],
    ["the official system's", [own("2027-06-30"), own("2027-03-31", contract)], "2027-03-31"],
    ["but never a passed one over one ahead", [own("2027-06-30"), own("2026-06-30", contract)], "2027-06-30"],
    [
      "the contract over a field kept in Salesforce",
      [own("2027-05-01", { ...salesforce, ...trait }), own("2027-03-31", contract)],
      "2027-03-31",
    ],
    ["a passed one where there is no other", [own("2026-06-30", contract)], "2026-06-30"],
    ["the organization's where it is the only account", [parents("2027-05-20", 1)], "2027-05-20"],
    ["an own passed one over a group's ahead", [own("2026-06-30"), parents("2028-06-30")], "2026-06-30"],
  ])("%s", (_, candidates, value) => {
    for (const order of [candidates, [...candidates].reverse()])
      expect(chosen({ renewalOn: order }).renewalOn?.value).toBe(value)
  })

  it("says what the other says, and why the winner won", () => {
    const facts = chosen({
      renewalOn: [own("2026-09-30", trait), own("2027-09-30", { field: "nextRenewalDate" })],
    })
    expect(textOf(facts, "renewalOn")).toBe(
      "Vitally (vitally.custom.x) says 30 Sep; 30 Sep 2027 from Vitally (nextRenewalDate) is used: a date that has passed gives way to one that lies ahead.",
    )
    expect(facts.renewalOn).toMatchObject({ other: { value: "2026-09-30" } })
  })

  it("says nothing where all agree", () => {
    expect(
      textOf(chosen({ renewalOn: [own("2027-09-30", trait), own("2027-09-30")] }), "renewalOn"),
    ).toBeUndefined()
  })

  it("is the user's own choice where they made one", () => {
    const renewalOn = [own("2027-06-30", { field: "nextRenewalDate" }), own("2027-03-31", contract)]
    const picks: Picks = { renewalOn: { system: "vitally", object: "account", field: "nextRenewalDate" } }
    const facts = chosen({ renewalOn }, { picks })
    expect(facts.renewalOn).toMatchObject({ value: "2027-06-30", why: "you chose it for this customer" })
    expect(textOf(facts, "renewalOn")).toContain("31 Mar 2027")
  })
})

describe("in lists", () => {
  const renewalOn = [own("2027-06-30", { field: "nextRenewalDate" }), own("2027-03-31", contract)]
  it("the other value is told with its place and its year, until the user has settled it", () => {
    expect(differsOf(chosen({ renewalOn }))).toEqual([
      { fact: "renewalOn", text: "Vitally (nextRenewalDate) says 30 Jun 2027" },
    ])
    const picks: Picks = { renewalOn: { system: "vitally", object: "account", field: "nextRenewalDate" } }
    expect(differsOf(chosen({ renewalOn }, { picks }))).toBeUndefined()
    expect(differsOf(chosen({ renewalOn: [own("2027-06-30")] }))).toBeUndefined()
  })
})

describe("ARR", () => {
  const sum = { ...parents(1_200_000), aside: "it is the sum of 3 accounts" }
  it("is never the group's", () => {
    const facts = chosen({ arr: [sum] })
    expect(facts.arr).toBeUndefined()
    expect(textOf(facts, "arr")).toBeUndefined()
    expect(chosen({ arr: [sum, own(60_000)] }).arr?.value).toBe(60_000)
  })
  it("of an organization's only account is the account's; zero is a value", () => {
    expect(chosen({ arr: [parents(48_000, 1)] }).arr?.value).toBe(48_000)
    expect(chosen({ arr: [own(0)] }).arr?.value).toBe(0)
  })
  it("does not call cents a contradiction", () => {
    expect(textOf(chosen({ arr: [own(300_000), own(300_000.4, salesforce)] }), "arr")).toBeUndefined()
    expect(textOf(chosen({ arr: [own(300_000), own(280_000, salesforce)] }), "arr")).toContain("$300k")
  })
  it("may be taken from Vitally by policy", () => {
    const arr = [own(300_000), own(280_000, salesforce)]
    expect(chosen({ arr }).arr?.value).toBe(280_000)
    expect(chosen({ arr }, { official: { arr: "vitally" } }).arr?.value).toBe(300_000)
  })
})

describe("a churn date", () => {
  const old = [own("2023-09-30", trait)]
  it.each<[string, Parameters<typeof chosen>[0], string | undefined]>([
    [
      "of a trait, with a renewal ahead: they came back",
      { churnedOn: old, renewalOn: [own("2027-03-15")] },
      undefined,
    ],
    [
      "of a trait, with a contract that began since",
      { churnedOn: old, contractStartOn: [own("2026-03-15")] },
      undefined,
    ],
    [
      "of a trait, and the renewal has passed",
      { churnedOn: old, renewalOn: [own("2023-09-30")], contractStartOn: [own("2022-10-01")] },
      "2023-09-30",
    ],
    ["of a trait alone", { churnedOn: old }, "2023-09-30"],
    [
      "of Vitally's own field, whatever renews",
      { churnedOn: [own("2026-09-30")], renewalOn: [own("2027-03-15")] },
      "2026-09-30",
    ],
    [
      "to come: notice was given",
      { churnedOn: [own("2027-01-31", trait)], renewalOn: [own("2027-03-15")] },
      "2027-01-31",
    ],
  ])("%s", (_, given, value) => {
    const facts = chosen(given)
    expect(facts.churnedOn?.value).toBe(value)
    if (value === undefined) expect(textOf(facts, "churnedOn")).toContain("30 Sep 2023")
  })
})

describe("the CRM's segment", () => {
  it("is the list that names a tier", () => {
    const segment = [own("Beta testers", trait), own("Large Enterprise", { field: "segments" })]
    expect(chosen({ segment }).segment?.value).toBe("Large Enterprise")
    expect(chosen({ segment: [own("Gold", trait)] }).segment?.value).toBe("Gold")
  })
})

describe("a loser", () => {
  it("of an older field fills a gap and contradicts nothing", () => {
    const facts = chosen({ employees: [own(900, { ...trait, older: true }), own(1200, trait)] })
    expect(facts.employees?.value).toBe(1200)
    expect(textOf(facts, "employees")).toBeUndefined()
    expect(chosen({ employees: [own(900, { ...trait, older: true })] }).employees?.value).toBe(900)
  })
})

describe("which contract runs", () => {
  const c = (
    name: string,
    startOn: string | undefined,
    endOn: string | undefined,
    status = "Activated",
  ): Contract => ({ name, startOn, endOn, status })
  const today = "2026-11-30"
  const dead = ["expired", "terminated", "superseded"]
  const end = (...contracts: Contract[]) => chooseContract(contracts, dead, today).renewing?.endOn

  it.each<[string, Contract[], string | undefined]>([
    [
      "the one that covers today, of many years'",
      [
        c("1", "2019-03-21", "2020-03-20"),
        c("2", "2025-03-21", "2026-03-20"),
        c("3", "2026-03-21", "2027-03-20"),
      ],
      "2027-03-20",
    ],
    [
      "the next year's where it is signed already",
      [c("1", "2026-02-01", "2027-01-31"), c("2", "2027-02-01", "2028-01-31")],
      "2028-01-31",
    ],
    [
      "not one that begins long after a gap",
      [c("1", "2026-02-01", "2027-01-31"), c("2", "2027-08-01", "2028-07-31")],
      "2027-01-31",
    ],
    [
      "the next to start where none runs",
      [c("1", "2025-01-01", "2025-12-31"), c("2", "2027-01-01", "2027-12-31")],
      "2027-12-31",
    ],
    [
      "the newest that ended where nothing follows",
      [c("1", "2024-01-01", "2024-12-31"), c("2", "2025-01-01", "2025-12-31")],
      "2025-12-31",
    ],
    [
      "no terminated one, whatever its paper says",
      [c("1", "2026-03-01", "2027-02-28"), c("2", "2026-03-01", "2028-02-29", "Terminated")],
      "2027-02-28",
    ],
    ["an expired one where there is no other", [c("1", "2025-07-01", "2026-06-30", "Expired")], "2026-06-30"],
    [
      "none, where all that runs is terminated",
      [c("1", "2026-03-01", "2028-02-29", "Terminated")],
      undefined,
    ],
    ["an own word for running", [c("1", "2026-03-01", "2027-02-28", "In Effect (unexpired)")], "2027-02-28"],
    ["none of an open-ended one", [c("1", "2014-05-01", undefined)], undefined],
  ])("%s", (_, contracts, endOn) => {
    expect(end(...contracts)).toBe(endOn)
    expect(end(...[...contracts].reverse())).toBe(endOn)
  })

  it("keeps the ends that somebody may take for the renewal", () => {
    const choice = chooseContract(
      [
        c("1", "2026-03-01", "2027-02-28"),
        c("2", "2026-03-01", "2028-02-29", "Terminated"),
        c("3", "2026-01-01", "2026-12-31"),
      ],
      dead,
      today,
    )
    expect(choice.aside.map(({ contract: { name } }) => name).sort()).toEqual(["2", "3"])
    expect(chooseContract([c("1", "2014-05-01", undefined)], dead, today).openEnded?.name).toBe("1")
  })
})
