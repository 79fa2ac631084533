/**
 * A policy: every number, name and link of the rules, as plain JSON that a team edits, exports and imports.
 * Presets in `presets/` hold the handbook's versions; `src/schemas/policy.ts` checks what comes from outside.
 * Days are calendar days, ratios 0-1, money in the account's own currency, hours elapsed hours.
 */
import type { CategoryKey } from "../assessment"
import type { CalendarDate, FactName, TraitKey } from "../facts"

export type { FactName }

export const POLICY_VERSION = 1

export interface Policy {
  version: number
  name: string
  /** Key of the preset it started from; differences are shown against that one. */
  preset: string
  tiers: TierScheme
  health: HealthPolicy
  contact: ContactPolicy
  lifecycle: LifecyclePolicy
  renewal: RenewalPolicy
  risks: RiskPolicy
  scenarios: ScenarioPolicy
  cadences: Cadence[]
  digital: DigitalPolicy
  fiscalYearFirstMonth: number
  /** 1 Monday to 7 Sunday. */
  workingDays: number[]
  library: LibraryItem[]
  /** Templates may name `{accountName}`, `{accountId}` (Vitally's) and `{salesforceId}`. */
  links: Record<LinkKey, string>
  /** Usage dashboards beside the general one of `links`, one per metric. */
  dashboards: DashboardLink[]
  names: Record<NameKey, string>
  /** Further names of the same projects, such as a template's newer one. */
  otherNames?: Partial<Record<NameKey, string[]>>
  mapping: MappingPolicy
  /** How imported usage counts; what it lacks: `domain/usage/usage-policy.ts`. */
  usage?: Partial<UsagePolicy>
}

export interface UsagePolicy {
  /** Up to this age in days, usage from a file or Looker is fresher than a copy of the month's number. */
  freshDays: number
  /** A fall of a ratio by so many points of a hundred is told. */
  fallPoints: number
}

/* Segmentation (section 2) */

export type Measure = "employees" | "arr" | "developers" | "seats"

/** Lower bounds are inclusive. `below` is exclusive, `upTo` inclusive: give one of them, or none. */
export interface MeasureRange {
  measure: Measure
  from?: number
  below?: number
  upTo?: number
}

/** The first rule whose measure reaches `from` names the serving team; one without a measure always does. */
export interface TeamRule {
  team: string
  measure?: Measure
  from?: number
}

export interface TierRule {
  name: string
  /** Other spellings a CRM may use for it. */
  aliases?: string[]
  match: "any" | "all"
  when: MeasureRange[]
  teams: TeamRule[]
}

/** Tiers, highest first: the first that matches wins. */
export interface TierScheme {
  key: string
  label: string
  valid?: string
  source: string
  tiers: TierRule[]
}

/* Health (section 3) */

export interface HealthFormula {
  key: string
  label: string
  source: string
  /** Sum to 1. */
  weights: Record<CategoryKey, number>
}

/** The first rule whose given conditions all hold chooses the formula; none holding, the first formula. */
export interface FormulaRule {
  formula: string
  stages?: string[]
  segments?: string[]
  trait?: { key: TraitKey; equals: string | number | boolean }
}

/** `redIncludes`: whether the red bound itself is red. */
export type TraitThreshold =
  | {
      kind: "number"
      higherIsBetter: boolean
      green: number
      red: number
      redIncludes: boolean
      min: number
      max: number
    }
  | { kind: "boolean" }
  | { kind: "sentiment" }

export interface HealthPolicy {
  formulas: HealthFormula[]
  rules: FormulaRule[]
  thresholds: Record<TraitKey, TraitThreshold>
  points: { healthy: number; concerning: number; poor: number }
  /** Lower bounds of yellow and green, compared unrounded with `tolerance`. */
  bands: { concerning: number; healthy: number; tolerance: number }
  warnAtOrBelow: number
  /** Say so where ours and the official score differ by more. */
  sayDifferenceOver: number
  /** A manual trait known to be older than this many days is stale. */
  staleAfterDays: number
  /** With fewer traits than this there is no colour of our own: one green trait is no green customer. */
  ownColourFrom: number
  /** The old 0-100 Usage Score has no status unless both are set. */
  usageScore: { green: number | null; red: number | null }
}

/* Contact (section 4) */

export interface ContactWindow {
  /** Serving teams and tiers it is for; a window naming neither is for all. */
  teams?: string[]
  tiers?: string[]
  /** First day that is due soon; the base's where absent. */
  dueSoonFrom?: number
  /** First day that is overdue, the day before is the last good one; the base's where absent. */
  overdueFrom?: number
  /** Automatic mail counts as contact. */
  automaticCounts?: boolean
  /** Nobody is owed contact. */
  exempt?: boolean
  /** A window looser than the base must say why: the monthly promise is never loosened silently. */
  looserBecause?: string
}

export interface ContactPolicy {
  /** The promise to every customer. One looser than a month must say why. */
  base: { dueSoonFrom: number; overdueFrom: number; looserBecause?: string }
  /** The first that fits wins; none fitting, the base. */
  windows: ContactWindow[]
  /** Hours in which a customer's message is answered. */
  answerWithinHours: number
  /** `Last Activity` and the newest touch may lie this many days apart before we say so. */
  disagreementDays: number
  /** A source of contact read longer ago than this is called stale. */
  sourceFreshHours: number
  /** The owner's mail missing for this long while meetings exist: mail sync is suspected off (section 14). */
  mailSilenceDays: number
  /** Words of the Vitally note categories that record a contact with the customer. */
  callLikeNoteCategories: string[]
  /** How evidence is judged; absent in policies of earlier versions: the defaults of `domain/evidence/words.ts`. */
  evidence?: EvidencePolicy
}

export interface EvidencePolicy {
  /** Words that take contact away from a note's category or an activity's subject. */
  takesAway: string[]
  /** A Salesforce to-do is contact only with one of these in its type or subject. */
  activities: string[]
  /** More of the customer's people in a meeting make it an event. */
  eventFrom: number
  /** What the team knows better; the first that fits wins. */
  rules: EvidenceRule[]
}

export interface EvidenceRule {
  match: "sender" | "domain" | "subject"
  /** Plain text: an address, a domain, or part of a subject. */
  text: string
  counts: boolean
}

/* Lifecycle (section 5) and renewal (section 7) */

export type StageKey = "prospect" | "onboarding" | "adopting" | "nurturing" | "renewing"

export interface LifecyclePolicy {
  names: Record<StageKey, string>
  prospectDaysBeforeClose: number
  onboardingDays: number
  nurturing: { mauOverSeats: number; dauOverMau: number }
  /** Days below before Nurturing is lost. */
  nurturingLostAfterDays: number
  renewingDays: number
  /** This share of seats within so many days of production-ready (else contract start). */
  adoptionGoal: { mauOverSeats: number; days: number }
}

export interface RenewalPolicy {
  earlyDays: number
  formalDays: number
  /** The early window asks for the Health Assessment and, yellow or red, the Get Well project. False: early warning only. */
  earlyAssessment: boolean
  /** The weekly Yellow/Red Renewals meeting exists. */
  yellowRedMeeting: boolean
  /** In the formal window yellow gets a save plan, discussed in 1:1s. */
  yellowSavePlan: boolean
  /** Teams whose AE leads the renewal. */
  aeLeadsTeams: string[]
  /** The renewal licence is prepared this many days before the end, and asked for until so many after. */
  licenceDaysBefore: number
  licenceDaysAfter: number
  /** An extension lasts at most this many days. */
  extensionMaxDays: number
  /** Which system's renewal date and ARR win where both have one. */
  officialDate: "salesforce" | "vitally"
  officialArr: "salesforce" | "vitally"
  /** Whole words in a Salesforce contract's status that take it out, though its category still says Activated. */
  deadContractWords: string[]
}

/* Risks and scenarios (sections 3d, 6, 9, 12) */

export interface RiskPolicy {
  silentDays: number
  noProductionDays: number
  /** Beyond this tenure a missing production date says nothing. */
  noProductionUntilDays: number
  churnRetroOverArr: number
  churnRetroWithinDays: number
  /** Contact roles each team needs. */
  roles: { teams?: string[]; roles: string[] }[]
}

export interface ScenarioPolicy {
  lowUtilization: { below: number; minTenureDays: number; updateEveryDays: number }
  getWellUpdateEveryDays: number
  lighthouseUpdateEveryDays: number
  /** Teams for which any renewal risk is enough for Lighthouse. */
  lighthouseAnyRiskTeams: string[]
  handOffDaysBeforeClose: number
  handOffSupportLevelDaysBefore: number
  transitionDays: number
  expansionFrom: number
  /** A success plan not touched this quarter is asked for so many days before the quarter ends. */
  planReminderDays: number
  /** Shown before "more". */
  shown: number
  housekeepingMax: number
}

/* Rhythms (section 4) */

export type Rhythm =
  | { unit: "days"; every: number }
  | { unit: "month" | "fiscal-quarter" | "fiscal-half" | "fiscal-year" }
  /** A week of the month or of the fiscal quarter: 1 is days 1-7. */
  | { unit: "week-of-month" | "week-of-fiscal-quarter"; week: number }
  | { unit: "day-of-month"; day: number }

export interface Cadence {
  key: string
  label: string
  /** As a reader says it: "quarterly, in the first week of the fiscal quarter". */
  rhythm: string
  due: Rhythm
  /** Owed to the customer, or a habit of the team. */
  owed: boolean
  teams?: string[]
  /** Only for accounts that renew within the early window and are yellow or red. */
  onlyRenewingUnhealthy?: boolean
  /** First due so many days after contract start. */
  fromDay?: number
  /** What proves that it was done: a touch, the plan's date, or a completed project or task whose name holds one of these. */
  evidence: { contact?: boolean; plan?: boolean; traits?: boolean; names?: string[] }
}

/* Digital and Scaled messages (sections 10 and 15) */

export interface DigitalTouchpoint {
  key: string
  label: string
  /** Days after contract start; `everyMonth`: from that day on, in the first week of each month. */
  day: number
  everyMonth?: boolean
  roles: string[]
  /** Only for customers so many releases behind or more. */
  versionsBehindFrom?: number
}

export interface DigitalPolicy {
  teams: string[]
  touchpoints: DigitalTouchpoint[]
  /** Shown from so many days before to so many after. */
  showDaysBefore: number
  showDaysAfter: number
}

/* Material, links and names (sections 13 and 14) */

export interface LibraryItem {
  title: string
  url: string
  date?: CalendarDate
  /** Features it is about, e.g. "precise-intel". */
  features?: string[]
  /** For customers this many releases behind or more. */
  versionsBelow?: number
  tag?: "release" | "article" | "playlist" | "collateral" | "incident"
}

export interface DashboardLink {
  label: string
  /** A template, as in `links`. */
  url: string
}

export type LinkKey =
  | "healthTraits"
  | "book"
  | "healthChanges"
  | "gmailIntegration"
  | "traitsExplained"
  | "sharedInbox"
  | "timeOff"
  | "usageDashboard"
  | "customerSlack"
  | "discord"
  | "support"

export type NameKey =
  | "lowUtilization"
  | "getWell"
  | "healthAssessment"
  | "renewal"
  | "onboarding"
  | "handOff"
  | "transition"
  | "successPlan"
  | "lighthouse"
  | "churnRetro"
  | "churnCloseOut"
  | "monthlyTraits"

/* How a workspace's fields become facts (sections 3b and 11) */

/** Our fact -> the key inside Vitally's flat `traits` object (dots are part of the key). */
export type TraitMap = Partial<Record<FactName, string>>

export interface MappingPolicy {
  /** A workspace's own map; filled from the trait catalogue, corrected by hand. It wins over `labels`. */
  traits: TraitMap
  /** Labels by which the catalogue's traits are recognised, newest first. */
  labels: Partial<Record<FactName, string[]>>
  /** Keys to write where they differ from the ones read. */
  write: Partial<
    Record<"sentiment" | "activeChampion" | "accessToBuyer" | "redAccount" | "lighthouse", string>
  >
  /** The words a workspace's sentiment trait uses. */
  sentimentWords: { healthy: string[]; concerning: string[]; poor: string[] }
  /** The words its yes-or-no traits use. */
  booleanWords: { yes: string[]; no: string[] }
  /** Our fact -> visible labels on the Salesforce Account (section 11: API names are unpublished). */
  salesforceLabels: Partial<Record<FactName, string[]>>
  /**
   * Opportunity types (part of the word) that are renewals or expansions; `labels`: visible labels of the field that holds
   * the type, the first that the org has (Salesforce's own Type where it has none of them).
   */
  opportunityTypes: { renewal: string[]; expansion: string[]; labels: string[] }
  /**
   * Salesforce orgs besides the one that is signed in, by My Domain host; a page of any other shows no customer.
   * `sandboxWrites`: sandbox pages may change things, too.
   */
  orgs?: { hosts: string[]; sandboxWrites?: boolean }
  /** Which system's value wins where two differ, for facts other than the renewal date and ARR. */
  official?: Partial<Record<FactName, "salesforce" | "vitally">>
}
