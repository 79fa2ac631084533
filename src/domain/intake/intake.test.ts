import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { clock } from "~test/unit/domain/account"
import { assess } from "../assess/assess"
import { defaultPolicy } from "../policy/presets"
import { summarise } from "../assess/summarise"
import { guessTraitMap, mergeTraitMaps } from "./guess-trait-map"
import { factsFromLoose } from "./loose"
import { chooseFacts } from "../candidates/choose-facts"
import { emptyPool } from "../candidates/pool"
import { traitCandidates } from "../candidates/trait-candidates"
import { dayOf } from "../calendar"
import type { AccountFacts } from "../facts"
import type { TraitMap } from "../policy/policy"
import { ratioSamples } from "./ratio-samples"
import { FACT_NAMES } from "./read-fact"
import { decideScale, type Scales } from "./scales"

const { labels } = defaultPolicy.mapping
const readAt = "2026-11-22T11:00:00Z"
const scales = { dauOverMau: 1, mauOverSeats: 1 } as const

/** Facts of an account of which only these traits are known. */
function mapTraits(traits: unknown, map: TraitMap, ratios: Scales = scales): AccountFacts {
  const pool = emptyPool()
  const readOn = dayOf(readAt, clock.timeZone) ?? clock.today
  const read = { scales: ratios, clock, words: defaultPolicy.mapping, readOn }
  traitCandidates(pool, traits, map, { system: "vitally", object: "account", at: readAt }, read)
  const facts: AccountFacts = { id: "x", name: "X", traits: {} }
  chooseFacts(facts, pool, { today: clock.today, official: {}, isTier: () => false })
  return facts
}

describe("the scale of ratios is decided over the book", () => {
  it.each([
    [[0.2, 0.9, 1, 1.1], 1],
    [[20, 90, 100, 110, 1], 100],
    [[1], 1],
    [[1.1], 1],
    [[62], 100],
    [["62%", "40%"], 1],
    [["62", "40"], 100],
    [[0, 0, 0, 45], 100],
    [[0.4, 0.5, 3], 1],
    [[], 1],
    [[null, "x"], 1],
  ])("%j has scale %i", (samples, scale) => {
    expect(decideScale(samples)).toBe(scale)
  })
})

describe("the trait map", () => {
  it("is guessed from the catalogue's labels, old names included", () => {
    const map = guessTraitMap(
      [
        { label: "Relationship - CE Pulse", path: "vitally.custom.relationshipCePulse" },
        { label: "last month mau / seats", path: "vitally.custom.mauSeats" },
        { label: "Usage Score", path: "vitally.custom.usageScore" },
        { label: "Usage Score (Last 4 Wk DAU / Last Month MAU)", path: "vitally.custom.dauMau" },
        { label: null, path: "sfdc.NumberOfEmployees" },
        { label: "Last 90 Days Question Tickets", path: "vitally.custom.questions" },
        { label: "Something else", path: "x" },
        { label: "No path" },
      ],
      labels,
    )
    expect(map).toEqual({
      sentiment: "vitally.custom.relationshipCePulse",
      mauOverSeats: "vitally.custom.mauSeats",
      usageScore: "vitally.custom.usageScore",
      dauOverMau: "vitally.custom.dauMau",
      employees: "sfdc.NumberOfEmployees",
      helpTickets90d: "vitally.custom.questions",
    })
  })

  it("prefers the new name", () => {
    const catalogue = [
      { label: "Relationship - CE Pulse", path: "old" },
      { label: "Account - TA Sentiment", path: "new" },
    ]
    expect(guessTraitMap(catalogue, labels).sentiment).toBe("new")
  })

  it("never reads the old Usage Score as DAU/MAU", () => {
    expect(guessTraitMap([{ label: "Usage Score", path: "u" }], labels)).toEqual({ usageScore: "u" })
  })

  it("is corrected by the workspace's own, and an empty text switches off", () => {
    expect(mergeTraitMaps({ sentiment: "a", seats: "b" }, { sentiment: "c", seats: "" })).toEqual({
      sentiment: "c",
    })
  })

  it("has a label for every fact that can be mapped", () => {
    for (const name of FACT_NAMES) expect(labels[name]?.length, name).toBeGreaterThan(0)
  })
})

const nameless = { id: "x", name: "X" }

describe("a workspace's traits", () => {
  it("reads flat keys with dots, with provenance", () => {
    const mapped = mapTraits(
      {
        "vitally.custom.sentiment": "Concerning",
        "sfdc.ARR__c": "$1.2m",
        vitally: { custom: { sentiment: "Poor" } },
        mau: 62,
      },
      { sentiment: "vitally.custom.sentiment", arr: "sfdc.ARR__c", mauOverSeats: "mau", seats: "gone" },
      { ...scales, mauOverSeats: 100 },
    )
    expect(mapped).toEqual({
      ...nameless,
      arr: { value: 1_200_000, source: "vitally", field: "sfdc.ARR__c", at: readAt },
      traits: {
        sentiment: {
          value: "concerning",
          source: "vitally",
          field: "vitally.custom.sentiment",
          at: readAt,
        },
        mauOverSeats: { value: 0.62, source: "vitally", field: "mau", at: readAt },
      },
    })
  })

  it("turns a date of the last activity into days, from the day it was read", () => {
    const map = { lastActivityDays: "last" } as const
    const read = (last: unknown) => mapTraits({ last }, map).traits.lastActivityDays?.value
    expect([read("2026-11-02"), read("20"), read(20.7), read(-1), read("2027-01-01")]).toEqual([
      20,
      20,
      20,
      undefined,
      undefined,
    ])
  })

  it("keeps what it can't use, nothing aside, and says it instead of calling the field empty", () => {
    const raw = { a: "Concerning - see notes", b: "n/a", c: "Jane Doe", d: null }
    const map = { sentiment: "a", preciseIntel: "b", employees: "c", accessToBuyer: "d" }
    const mapped = mapTraits(raw, map)
    expect(mapped).toEqual({
      ...nameless,
      traits: {},
      unread: { sentiment: "Concerning - see notes", employees: "Jane Doe" },
    })
    const { health } = assess(mapped, defaultPolicy, clock)
    const [sentiment] = health.categories.flatMap(({ traits }) => traits)
    expect(sentiment).toMatchObject({
      value: null,
      status: "unknown",
      explanation:
        'No data. Its field holds "Concerning - see notes", which can\'t be used here. Not counted against the score.',
    })
  })

  it("keeps plain text plain", () => {
    const mapped = mapTraits({ a: "EUR", b: "javascript:alert(1)" }, { currency: "a", planUrl: "b" })
    expect(mapped).toEqual({
      ...nameless,
      currency: "EUR",
      traits: {},
      unread: { planUrl: "javascript:alert(1)" },
    })
  })

  it("picks the samples for the scale", () => {
    expect(ratioSamples({ a: 1, b: 2 }, { dauOverMau: "a", mauOverSeats: "b" })).toEqual({
      dauOverMau: 1,
      mauOverSeats: 2,
    })
    expect(ratioSamples(null, {})).toEqual({})
  })

  it("never throws, and what it makes is assessed without throwing, for any JSON", () => {
    const map = Object.fromEntries(FACT_NAMES.map((name) => [name, name]))
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...FACT_NAMES), fc.jsonValue()),
        fc.jsonValue(),
        (traits, junk) => {
          mapTraits(junk, map)
          const facts = mapTraits(traits, map)
          assess(facts, defaultPolicy, clock)
          summarise(facts, defaultPolicy, clock)
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe("factsFromLoose", () => {
  const read = (json: unknown) => factsFromLoose(json, defaultPolicy.mapping, clock)

  it("takes wrapped facts, plain values and raw words alike", () => {
    const wrapped = read({
      arr: { value: 1000, source: "salesforce", field: "ARR__c", at: "2026-11-01T00:00:00Z" },
    })
    expect(wrapped.arr).toEqual({
      value: 1000,
      source: "salesforce",
      field: "ARR__c",
      at: "2026-11-01T00:00:00Z",
    })
    expect(read({ arr: 1000 }).arr).toEqual({ value: 1000, source: "file" })
    expect(read({ arr: "$1k" }).arr?.value).toBe(1000)
    expect(
      read({ traits: { "Account - TA Sentiment": "Concerning", activeChampion: "Yes", mauOverSeats: "62%" } })
        .traits,
    ).toEqual({
      sentiment: { value: "concerning", source: "file" },
      activeChampion: { value: true, source: "file" },
      mauOverSeats: { value: 0.62, source: "file" },
    })
    expect(read({ traits: { mauOverSeats: 62, dauOverMau: 0.25 } }).traits.mauOverSeats?.value).toBe(0.62)
  })

  it("drops a bad row and keeps the good ones", () => {
    const facts = read({
      touches: [
        { at: "soon" },
        null,
        "x",
        { at: "2026-11-02T10:00:00Z", channel: "carrier pigeon", direction: 3 },
      ],
      contacts: [{ name: "Ada", role: "Champion; Executive" }, 7],
      tasks: [{ name: "Call", dueDate: "2026-12-01" }],
    })
    expect(facts.touches).toEqual([
      {
        at: "2026-11-02T10:00:00Z",
        on: "2026-11-02",
        channel: "other",
        direction: "unknown",
        automatic: false,
        source: "file",
      },
    ])
    expect(facts.contacts).toMatchObject([{ name: "Ada", roles: ["Champion", "Executive"] }])
    expect(facts.tasks).toMatchObject([{ id: "task-1", name: "Call", dueOn: "2026-12-01" }])
  })

  it("knows that a list of touches, even empty, was looked for", () => {
    expect(read({ touches: [] }).contactSources).toHaveLength(1)
    expect(read({}).contactSources).toBeUndefined()
  })

  it("never throws, for any JSON", () => {
    const keys = fc.constantFrom(
      ...FACT_NAMES,
      "id",
      "name",
      "traits",
      "touches",
      "tasks",
      "projects",
      "contacts",
      "openOpportunities",
      "upcomingMeetings",
      "history",
      "contactSources",
      "supportTickets",
      "manualTraitsSetOn",
      "vitallyHealth",
      "lastInboundAt",
      "__proto__",
    )
    fc.assert(
      fc.property(fc.dictionary(keys, fc.jsonValue()), fc.jsonValue(), (json, junk) => {
        read(junk)
        assess(read(json), defaultPolicy, clock)
      }),
      { numRuns: 300 },
    )
  })
})
