import { describe, expect, it } from "vitest"

import { diffPolicy, exportPolicy } from "~src/domain/policy/diff"
import { defaultPolicy, presets, teams2024 } from "~src/domain/policy/presets"
import { importPolicy, parsePolicy } from "./policy"

function faults(input: unknown): string[] {
  const result = parsePolicy(input)
  return result.ok ? [] : result.faults.map(({ path, reason }) => `${path}: ${reason}`)
}

describe("policies from outside", () => {
  it.each(Object.keys(presets))("preset %s passes, and comes back from its own export", (key) => {
    const preset = presets[key]!
    const result = importPolicy(exportPolicy(preset))
    expect(result).toEqual({ ok: true, policy: preset })
  })

  it("lays a partial policy over the preset it names", () => {
    const result = parsePolicy({ preset: "teams-2024", contact: { base: { dueSoonFrom: 20 } } })
    expect(result.ok && result.policy.contact.base).toEqual({ dueSoonFrom: 20, overdueFrom: 30 })
    expect(result.ok && result.policy.tiers.key).toBe("teams-2024")
    expect(parsePolicy({})).toEqual({ ok: true, policy: defaultPolicy })
  })

  it("takes no prototype from a file", () => {
    const result = importPolicy(
      '{"__proto__": {"preset": "teams-2024"}, "contact": {"__proto__": {"evil": 1}}}',
    )
    expect(result).toEqual({ ok: true, policy: defaultPolicy })
    expect(result.ok && Object.getPrototypeOf(result.policy.contact)).toBe(Object.prototype)
    expect({}).not.toHaveProperty("evil")
  })

  it("knows the schemes by key", () => {
    const result = parsePolicy({ tiers: "three-tiers-2023" })
    expect(result.ok && result.policy.tiers.tiers.map((tier) => tier.name)).toEqual([
      "Strategic",
      "Enterprise",
      "Commercial",
    ])
    expect(faults({ tiers: "no-such" })).toHaveLength(1)
  })

  it("keeps unknown keys", () => {
    const result = parsePolicy({ ourNote: "hello", contact: { later: 1 } })
    expect(result).toMatchObject({ ok: true, policy: { ourNote: "hello", contact: { later: 1 } } })
  })

  it("refuses with the path and reason of every fault", () => {
    expect(
      faults({
        contact: { base: { overdueFrom: "soon" } },
        workingDays: [8],
        renewal: { officialDate: "x" },
      }),
    ).toEqual([
      'contact.base.overdueFrom: Expected number, found string "soon".',
      "renewal.officialDate: Expected salesforce or vitally.",
      "workingDays.0: Expected 7 or less.",
    ])
    expect(importPolicy("{")).toEqual({
      ok: false,
      faults: [{ path: "", reason: "The file is not valid JSON." }],
    })
    for (const junk of [null, 3, "x", []]) expect(parsePolicy(junk).ok).toBe(false)
  })

  it("tells a fault in what it does not know from a file that is no JSON", () => {
    const file = { links: { ours: 5 }, mapping: { sentimentWords: { fine: 3 } }, preset: ["default"] }
    expect(faults(file)).toEqual([
      "preset: Expected string, found a list.",
      "links.ours: Expected string, found number 5.",
      "mapping.sentimentWords.fine: Expected array, found number 3.",
    ])
    expect(importPolicy(JSON.stringify(file))).toEqual(parsePolicy(file))
  })

  it("says of a value nested deeper than can be printed what it is", () => {
    const deep = `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`
    expect(importPolicy(`{"name": ${deep}, "risks": {"silentDays": 1e999}}`)).toEqual({
      ok: false,
      faults: [
        { path: "name", reason: "Expected string, found an object." },
        { path: "risks.silentDays", reason: "Expected number, found number Infinity." },
      ],
    })
  })

  it("tells faults of shape and of meaning in one breath", () => {
    expect(
      faults({
        preset: "gold",
        tiers: "silver",
        fiscalYearFirstMonth: 13,
        links: { book: "http://example.com" },
        contact: { base: { overdueFrom: 45 } },
      }),
    ).toEqual([
      'preset: There is no "gold". Known: default, teams-2024.',
      'tiers: There is no "silver". Known: employees-or-arr, teams-2024, developers-2022, developers-2022-tech-nurtured, three-tiers-2023.',
      "fiscalYearFirstMonth: Expected 12 or less.",
      "contact.base.overdueFrom: 45 days is looser than the 30 promised to every customer: say why in looserBecause.",
      "links.book: A link must start with https:// or be empty.",
    ])
  })

  it("knows no preset that every object inherits", () => {
    expect(faults({ preset: "constructor" })).toHaveLength(1)
    expect(faults({ preset: "__proto__", tiers: "toString" })).toHaveLength(2)
  })

  it("reads a file that begins with a byte order mark", () => {
    expect(importPolicy(`\uFEFF${exportPolicy(teams2024)}`)).toEqual({ ok: true, policy: teams2024 })
  })

  it("migrates an older version and refuses a newer one", () => {
    const old = parsePolicy({ version: 0, contact: { default: { dueSoonFrom: 10, overdueFrom: 20 } } })
    expect(old.ok && old.policy).toMatchObject({
      version: 1,
      contact: { base: { dueSoonFrom: 10, overdueFrom: 20 } },
    })
    expect(faults({ version: 2 })).toEqual([
      "version: Version 2 is newer than this extension knows (1): update the extension.",
    ])
    expect(faults({ version: "1" })).toHaveLength(1)
  })
})

describe("what a policy must keep to", () => {
  const formula = defaultPolicy.health.formulas[0]!
  it.each<[string, unknown, string]>([
    [
      "a looser window without a reason",
      { contact: { windows: [{ dueSoonFrom: 30, overdueFrom: 31 }] } },
      "contact.windows.0.overdueFrom",
    ],
    [
      "an exemption without a reason",
      { contact: { windows: [{ dueSoonFrom: 2, overdueFrom: 3, exempt: true }] } },
      "contact.windows.0.exempt",
    ],
    [
      "due soon after overdue",
      { contact: { windows: [{ dueSoonFrom: 9, overdueFrom: 9 }] } },
      "contact.windows.0.dueSoonFrom",
    ],
    [
      "weights that don't sum to 1",
      { health: { formulas: [{ ...formula, weights: { ...formula.weights, sentiment: 0.1 } }] } },
      "health.formulas.0.weights",
    ],
    ["a rule for no formula", { health: { rules: [{ formula: "none" }] } }, "health.rules.0.formula"],
    [
      "green worse than red",
      { health: { thresholds: { mauOverSeats: { green: 0.4 } } } },
      "health.thresholds.mauOverSeats",
    ],
    [
      "a ratio in percent",
      { health: { thresholds: { mauOverSeats: { green: 90, red: 60 } } } },
      "health.thresholds.mauOverSeats",
    ],
    ["yellow above green", { health: { bands: { concerning: 7 } } }, "health.bands"],
    ["points beyond ten", { health: { points: { healthy: 100 } } }, "health.points.healthy"],
    ["a red that scores more", { health: { points: { poor: 6 } } }, "health.points"],
    ["a band beyond ten", { health: { bands: { healthy: 11 } } }, "health.bands.healthy"],
    ["a week without work", { workingDays: [] }, "workingDays"],
    [
      "a day that does not exist",
      { library: [{ title: "T", url: "https://example.com", date: "2026-02-30" }] },
      "library.0.date",
    ],
    ["early after formal", { renewal: { earlyDays: 120 } }, "renewal.earlyDays"],
    ["a link that is not https", { links: { book: "http://example.com" } }, "links.book"],
    ["a placeholder nobody fills", { links: { support: "https://example.com/{name}" } }, "links.support"],
    [
      "a dashboard on a host named after the customer",
      { dashboards: [{ label: "Usage", url: "https://{accountName}.example" }] },
      "dashboards.0.url",
    ],
    [
      "a dashboard without a name",
      { dashboards: [{ label: " ", url: "https://a.example" }] },
      "dashboards.0.label",
    ],
    [
      "two tiers of one name",
      { tiers: { tiers: [defaultPolicy.tiers.tiers[0], defaultPolicy.tiers.tiers[0]] } },
      "tiers.tiers.1.name",
    ],
    ["no tier", { tiers: { tiers: [] } }, "tiers.tiers"],
    ["a key used twice", { health: { formulas: [formula, formula] } }, "health.formulas.1.key"],
    [
      "a message without a name",
      { digital: { touchpoints: [{ key: "a", label: " ", day: 1, roles: ["Champion"] }] } },
      "digital.touchpoints.0.label",
    ],
    [
      "a message to nobody",
      { digital: { touchpoints: [{ key: "a", label: "Recap", day: 1, roles: [] }] } },
      "digital.touchpoints.0.roles",
    ],
    [
      "a word of two meanings",
      { mapping: { sentimentWords: { poor: ["Neutral"] } } },
      "mapping.sentimentWords.poor",
    ],
    ["yes that is no", { mapping: { booleanWords: { no: ["x"] } } }, "mapping.booleanWords.no"],
    ["a meaning without words", { mapping: { booleanWords: { yes: [] } } }, "mapping.booleanWords.yes"],
    ["a week without a working day", { workingDays: [] }, "workingDays"],
  ])("%s is refused", (_, patch, path) => {
    const result = parsePolicy(patch)
    expect(result.ok ? [] : result.faults.map((fault) => fault.path)).toContain(path)
  })

  it("lets a window tighten, or loosen with a reason", () => {
    expect(faults({ contact: { windows: [{ dueSoonFrom: 7, overdueFrom: 14 }] } })).toEqual([])
    expect(
      faults({ contact: { windows: [{ dueSoonFrom: 40, overdueFrom: 60, looserBecause: "On request." }] } }),
    ).toEqual([])
  })
})

describe("differences", () => {
  it("are listed by path", () => {
    const result = parsePolicy({ contact: { base: { overdueFrom: 28 } }, workingDays: [1, 2, 3, 4] })
    expect(result.ok && diffPolicy(result.policy, defaultPolicy)).toEqual([
      { path: "contact.base.overdueFrom", before: 30, after: 28 },
      { path: "workingDays", before: [1, 2, 3, 4, 5], after: [1, 2, 3, 4] },
    ])
    expect(diffPolicy(defaultPolicy, defaultPolicy)).toEqual([])
    expect(diffPolicy(teams2024, defaultPolicy).map((change) => change.path)).toContain(
      "renewal.earlyAssessment",
    )
  })
})
