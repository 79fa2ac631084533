/** What each trait file says about its trait (domain brief, sections 3b and 3d). */
import type { ActionStep, Band, CategoryKey } from "../../assessment"
import type { AccountFacts, TraitKey } from "../../facts"
import type { TraitThreshold } from "../../policy/policy"

export type NumberThreshold = Extract<TraitThreshold, { kind: "number" }>

export interface TraitContext<V> {
  value: V
  status: Band
  threshold: TraitThreshold
  facts: AccountFacts
}

export interface TraitRule<V extends number | boolean | string> {
  key: TraitKey
  /** As Vitally spells it. */
  label: string
  category: CategoryKey
  /** Where Vitally has it from: "manual", "BigQuery", "Salesforce". */
  origin: string
  measures: string
  whyItMatters: string
  /** How fresh it can be. */
  freshness: string
  /** Set by the TA in Vitally. */
  manual: boolean
  unit: string
  valueText: (value: V) => string
  /** One or two sentences: the value against its thresholds. */
  explain: (context: TraitContext<V>) => string
  /** What would make it green, as the start of a sentence: "Reaching 80% of seats". */
  toGreen: (threshold: TraitThreshold, facts: AccountFacts) => string
  /** What to do about it, in order (section 3d). */
  fix: ActionStep[]
  /** What is missing and where it is set. */
  missing: string
}

/** What the traits have in common that the TA sets in Vitally. */
export function setByHand(label: string) {
  return {
    label,
    origin: "manual",
    freshness: "As fresh as the last weekly review; Vitally asks for it monthly.",
    manual: true,
    unit: "",
    missing: `Nobody has set ${label} in Vitally.`,
  } as const
}

export function yesNo(value: boolean): string {
  return value ? "Yes" : "No"
}

/** The numeric threshold, for the traits that have one; a policy cannot change a trait's kind. */
export function bounds(threshold: TraitThreshold): NumberThreshold {
  return threshold.kind === "number"
    ? threshold
    : { kind: "number", higherIsBetter: true, green: 0, red: 0, redIncludes: false, min: 0, max: 1 }
}

/** "Green is 2 or fewer." */
export function greenIs(threshold: TraitThreshold): string {
  return `Green is ${bounds(threshold).green} or fewer.`
}
