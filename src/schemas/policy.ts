/** The policy at its boundary: import, managed storage, stored settings, the assess script. */
import * as z from "./zod"

import { TRAIT_KEYS } from "~src/domain/facts"
import { overlayPolicy } from "~src/domain/policy/diff"
import { checkPolicy, type PolicyFault } from "~src/domain/policy/check"
import { POLICY_VERSION, type Policy } from "~src/domain/policy/policy"
import { defaultPolicy, presets, tierSchemes } from "~src/domain/policy/presets"

export type PolicyResult = { ok: true; policy: Policy } | { ok: false; faults: PolicyFault[] }

const days = z.number(z.int(), z.gte(0), z.lte(3650))
const ratio = z.number(z.gte(0), z.lte(10))
const text = z.string(z.maxLength(2000))
const texts = z.array(text)
const optional = z.optional
const measure = z.enum(["employees", "arr", "developers", "seats"])
const traitKey = z.enum(TRAIT_KEYS)
const numberThreshold = z.looseObject({
  kind: z.literal("number"),
  higherIsBetter: z.boolean(),
  green: z.number(),
  red: z.number(),
  redIncludes: z.boolean(),
  min: z.number(),
  max: z.number(),
})
const booleanThreshold = z.looseObject({ kind: z.literal("boolean") })
const rhythm = z.discriminatedUnion("unit", [
  z.looseObject({ unit: z.literal("days"), every: days }),
  z.looseObject({ unit: z.enum(["month", "fiscal-quarter", "fiscal-half", "fiscal-year"]) }),
  z.looseObject({
    unit: z.enum(["week-of-month", "week-of-fiscal-quarter"]),
    week: z.number(z.gte(1), z.lte(13)),
  }),
  z.looseObject({ unit: z.literal("day-of-month"), day: z.number(z.gte(1), z.lte(28)) }),
])

/** Exported for those who tell of keys it does not know. */
export const policySchema = z.looseObject({
  version: z.literal(POLICY_VERSION),
  name: text,
  preset: text,
  tiers: z.looseObject({
    key: text,
    label: text,
    valid: optional(text),
    source: text,
    tiers: z.array(
      z.looseObject({
        name: text,
        aliases: optional(texts),
        match: z.enum(["any", "all"]),
        when: z.array(
          z.looseObject({
            measure,
            from: optional(z.number()),
            below: optional(z.number()),
            upTo: optional(z.number()),
          }),
        ),
        teams: z.array(z.looseObject({ team: text, measure: optional(measure), from: optional(z.number()) })),
      }),
    ),
  }),
  health: z.looseObject({
    formulas: z.array(
      z.looseObject({
        key: text,
        label: text,
        source: text,
        weights: z.strictObject({
          sentiment: ratio,
          technical: ratio,
          relationships: ratio,
          utilization: ratio,
        }),
      }),
    ),
    rules: z.array(
      z.looseObject({
        formula: text,
        stages: optional(texts),
        segments: optional(texts),
        trait: optional(z.looseObject({ key: traitKey, equals: z.union([text, z.number(), z.boolean()]) })),
      }),
    ),
    thresholds: z.looseObject({
      sentiment: z.looseObject({ kind: z.literal("sentiment") }),
      versionsBehind: numberThreshold,
      preciseIntel: booleanThreshold,
      defectTickets90d: numberThreshold,
      helpTickets90d: numberThreshold,
      activeChampion: booleanThreshold,
      accessToBuyer: booleanThreshold,
      lastActivityDays: numberThreshold,
      dauOverMau: numberThreshold,
      mauOverSeats: numberThreshold,
    }),
    points: z.looseObject({ healthy: z.number(), concerning: z.number(), poor: z.number() }),
    bands: z.looseObject({ concerning: z.number(), healthy: z.number(), tolerance: z.number() }),
    warnAtOrBelow: z.number(),
    sayDifferenceOver: z.number(),
    staleAfterDays: days,
    ownColourFrom: days,
    usageScore: z.looseObject({ green: z.nullable(z.number()), red: z.nullable(z.number()) }),
  }),
  contact: z.looseObject({
    base: z.looseObject({ dueSoonFrom: days, overdueFrom: days, looserBecause: optional(text) }),
    windows: z.array(
      z.looseObject({
        teams: optional(texts),
        tiers: optional(texts),
        dueSoonFrom: optional(days),
        overdueFrom: optional(days),
        automaticCounts: optional(z.boolean()),
        exempt: optional(z.boolean()),
        looserBecause: optional(text),
      }),
    ),
    answerWithinHours: days,
    disagreementDays: days,
    sourceFreshHours: days,
    mailSilenceDays: days,
    callLikeNoteCategories: texts,
    evidence: optional(
      z.looseObject({
        takesAway: texts,
        activities: texts,
        eventFrom: days,
        rules: z.array(
          z.looseObject({ match: z.enum(["sender", "domain", "subject"]), text, counts: z.boolean() }),
        ),
      }),
    ),
  }),
  lifecycle: z.looseObject({
    names: z.looseObject({
      prospect: text,
      onboarding: text,
      adopting: text,
      nurturing: text,
      renewing: text,
    }),
    prospectDaysBeforeClose: days,
    onboardingDays: days,
    nurturing: z.looseObject({ mauOverSeats: ratio, dauOverMau: ratio }),
    nurturingLostAfterDays: days,
    renewingDays: days,
    adoptionGoal: z.looseObject({ mauOverSeats: ratio, days }),
  }),
  renewal: z.looseObject({
    earlyDays: days,
    formalDays: days,
    earlyAssessment: z.boolean(),
    yellowRedMeeting: z.boolean(),
    yellowSavePlan: z.boolean(),
    aeLeadsTeams: texts,
    licenceDaysBefore: days,
    licenceDaysAfter: days,
    extensionMaxDays: days,
    officialDate: z.enum(["salesforce", "vitally"]),
    officialArr: z.enum(["salesforce", "vitally"]),
    deadContractWords: texts,
  }),
  risks: z.looseObject({
    silentDays: days,
    noProductionDays: days,
    noProductionUntilDays: days,
    churnRetroOverArr: z.number(),
    churnRetroWithinDays: days,
    roles: z.array(z.looseObject({ teams: optional(texts), roles: texts })),
  }),
  scenarios: z.looseObject({
    lowUtilization: z.looseObject({ below: ratio, minTenureDays: days, updateEveryDays: days }),
    getWellUpdateEveryDays: days,
    lighthouseUpdateEveryDays: days,
    lighthouseAnyRiskTeams: texts,
    handOffDaysBeforeClose: days,
    handOffSupportLevelDaysBefore: days,
    transitionDays: days,
    expansionFrom: ratio,
    planReminderDays: days,
    shown: days,
    housekeepingMax: days,
  }),
  cadences: z.array(
    z.looseObject({
      key: text,
      label: text,
      rhythm: text,
      due: rhythm,
      owed: z.boolean(),
      teams: optional(texts),
      onlyRenewingUnhealthy: optional(z.boolean()),
      fromDay: optional(days),
      evidence: z.looseObject({
        contact: optional(z.boolean()),
        plan: optional(z.boolean()),
        traits: optional(z.boolean()),
        names: optional(texts),
      }),
    }),
  ),
  digital: z.looseObject({
    teams: texts,
    touchpoints: z.array(
      z.looseObject({
        key: text,
        label: text,
        day: days,
        everyMonth: optional(z.boolean()),
        roles: texts,
        versionsBehindFrom: optional(days),
      }),
    ),
    showDaysBefore: days,
    showDaysAfter: days,
  }),
  fiscalYearFirstMonth: z.number(z.int(), z.gte(1), z.lte(12)),
  workingDays: z.array(z.number(z.int(), z.gte(1), z.lte(7))),
  library: z.array(
    z.looseObject({
      title: text,
      url: text,
      date: optional(z.string(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
      features: optional(texts),
      versionsBelow: optional(days),
      tag: optional(z.enum(["release", "article", "playlist", "collateral", "incident"])),
    }),
  ),
  links: everyKeyText(defaultPolicy.links),
  dashboards: z.array(z.looseObject({ label: text, url: text })),
  names: everyKeyText(defaultPolicy.names),
  otherNames: optional(z.record(z.string(), texts)),
  mapping: z.looseObject({
    traits: z.record(z.string(), z.string()),
    labels: z.record(z.string(), texts),
    write: z.record(z.string(), z.string()),
    sentimentWords: z.looseObject({ healthy: texts, concerning: texts, poor: texts }, texts),
    booleanWords: z.looseObject({ yes: texts, no: texts }, texts),
    salesforceLabels: z.record(z.string(), texts),
    opportunityTypes: z.looseObject({ renewal: texts, expansion: texts, labels: texts }),
    orgs: optional(z.looseObject({ hosts: texts, sandboxWrites: optional(z.boolean()) })),
    official: optional(z.record(z.string(), z.enum(["salesforce", "vitally"]))),
  }),
  usage: optional(z.looseObject({ freshDays: optional(days), fallPoints: optional(days) })),
})

/**
 * A policy from anything. A partial one is laid over the preset it names (the default where it names none); an older version is
 * migrated; unknown keys are kept; `tiers` may be the key of a scheme we know. Refused with the path and reason of every fault, and the caller keeps what it has.
 */
export function parsePolicy(input: unknown): PolicyResult {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return { ok: false, faults: [{ path: "", reason: "A policy is a JSON object." }] }
  }
  const migrated = migrate(input as Record<string, unknown>)
  if (!migrated.ok) return migrated
  const { value } = migrated
  const scheme = tierSchemes.find(({ key }) => key === value["tiers"])
  const named = [
    ...unknownName("preset", value, Object.keys(presets)),
    ...unknownName(
      "tiers",
      value,
      tierSchemes.map(({ key }) => key),
    ),
  ]
  const patch = without(named, scheme ? { ...value, tiers: scheme } : value)
  const { preset } = patch
  const base = (typeof preset === "string" && presets[preset]) || defaultPolicy
  const parsed = z.safeParse(policySchema, overlayPolicy(base, patch), { error: inWords })
  const shape = (parsed.error?.issues ?? []).map(({ path, message }) => ({
    path: path.join("."),
    reason: message,
  }))
  // The schema mirrors the type field for field; only zod's "key may be undefined" differs, and JSON has no undefined.
  // With the malformed sections left out, the faults of the others are told in the same breath.
  const policy = (parsed.data ?? overlayPolicy(base, without(shape, patch))) as Policy
  const faults = [...named, ...shape, ...checkPolicy(policy)]
  return faults.length === 0 ? { ok: true, policy } : { ok: false, faults }
}

function unknownName(
  key: string,
  { [key]: name }: Record<string, unknown>,
  known: readonly string[],
): PolicyFault[] {
  if (typeof name !== "string" || known.includes(name)) return []
  return [{ path: key, reason: `There is no "${name}". Known: ${known.join(", ")}.` }]
}

/** The sections that have no fault. */
function without(faults: readonly PolicyFault[], value: Record<string, unknown>): Record<string, unknown> {
  const faulty = new Set(faults.map(({ path }) => path.split(".", 1)[0]))
  return Object.fromEntries(Object.entries(value).filter(([key]) => !faulty.has(key)))
}

/** A policy from a file's text; the byte order mark some editors put first is no fault. */
export function importPolicy(json: string): PolicyResult {
  let input: unknown
  try {
    input = JSON.parse(json.replace(/^\uFEFF/, ""))
  } catch {
    return { ok: false, faults: [{ path: "", reason: "The file is not valid JSON." }] }
  }
  return parsePolicy(input)
}

/** zod's core brings no messages of its own. */
function inWords(issue: z.RawIssue): string {
  if (issue.code === "invalid_type") return `Expected ${issue.expected}, found ${kindOf(issue.input)}.`
  if (issue.code === "invalid_value") return `Expected ${issue.values.map(String).join(" or ")}.`
  if (issue.code === "too_small") return `Expected ${String(issue.minimum)} or more.`
  if (issue.code === "too_big") return `Expected ${String(issue.maximum)} or less.`
  if (issue.code === "unrecognized_keys") return `Unknown keys: ${issue.keys.join(", ")}.`
  return `Not a value this policy can have: ${kindOf(issue.input)}.`
}

function kindOf(value: unknown): string {
  if (value === undefined || value === null) return "nothing"
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "an object"
  // JSON knows no infinity, but has numbers too large.
  const shown = typeof value === "number" ? String(value) : JSON.stringify(value)
  return `${typeof value} ${shown.slice(0, 40)}`
}

type Migrated = { ok: true; value: Record<string, unknown> } | { ok: false; faults: PolicyFault[] }

/** One step per version; a newer one than ours is refused, because its meaning is unknown. A missing version is the present one. */
function migrate(input: Record<string, unknown>): Migrated {
  const version = input["version"] ?? POLICY_VERSION
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) {
    return { ok: false, faults: [{ path: "version", reason: "The version is a whole number." }] }
  }
  if (version > POLICY_VERSION) {
    const reason = `Version ${version} is newer than this extension knows (${POLICY_VERSION}): update the extension.`
    return { ok: false, faults: [{ path: "version", reason }] }
  }
  let value = input
  for (let from = version; from < POLICY_VERSION; from += 1) value = steps[from]?.(value) ?? value
  return { ok: true, value: { ...value, version: POLICY_VERSION } }
}

/** From each version to the next. Version 0, the drafts, named the contact promise `contact.default`. */
const steps: Readonly<Record<number, (value: Record<string, unknown>) => Record<string, unknown>>> = {
  0: (value) => {
    const contact = value["contact"]
    if (typeof contact !== "object" || contact === null || !("default" in contact)) return value
    const { default: base, ...rest } = contact as Record<string, unknown>
    return { ...value, contact: { base, ...rest } }
  },
}

function everyKeyText(keys: Readonly<Record<string, string>>) {
  return z.looseObject(Object.fromEntries(Object.keys(keys).map((key) => [key, text])), text)
}
