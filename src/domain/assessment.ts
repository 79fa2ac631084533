/** The whole answer about one customer, ready to show (design.md, section 4). */
import type { Says, TicketState } from "./mail-thread"
import type { Reason, Verdict } from "./verdict"
import type {
  CalendarDate,
  Channel,
  Differing,
  Direction,
  Fact,
  Instant,
  RatioName,
  SourceSystem,
  TraitKey,
  FactName,
} from "./facts"

export type Band = "healthy" | "concerning" | "poor" | "unknown"
export type CategoryKey = "sentiment" | "technical" | "relationships" | "utilization"
export type ContactStatus = "ok" | "due-soon" | "overdue" | "unknown" | "exempt"

/** Something a tier is owed (section 2 and 4): what was done last, what is due next. */
export interface OwedItem {
  key: string
  label: string
  rhythm: string
  lastOn?: CalendarDate
  nextOn?: CalendarDate
  overdue: boolean
}

/** One goal of the success plan: a task of its project. */
export interface PlanGoal {
  id: string
  name: string
  done: boolean
  doneOn?: CalendarDate
  dueOn?: CalendarDate
  /** Open, and due before today. */
  overdue: boolean
  /** Who is to do it. */
  who?: string
  source: SourceSystem
  url?: string
}

export interface PlanResult {
  /** The plan's project in Vitally; null if there is none. */
  project: { name: string; targetOn?: CalendarDate } | null
  updated: Fact<CalendarDate> | null
  /** Open ones first, by due date; then those done. */
  goals: PlanGoal[]
  done: number
  overdue: number
  next: PlanGoal | null
  /** "3 of 7 goals done, 1 overdue. Next: Index the monorepo, due Wed 25 Nov.", or what is not known. */
  text: string
}

export interface TierResult {
  /** Null if no measure is known. "at least X" is said in `why`, with `atLeast` true. */
  name: string | null
  atLeast?: boolean
  /** 0 is the highest. For sorting; null where unknown. */
  rank: number | null
  team: string | null
  why: string[]
  /** The measure that decided. */
  decidedBy?: { measure: string; value: number; from?: number; to?: number; fact: Fact<unknown> }
  missing: string[]
  nextBorder?: { tier: string; measure: string; distance: number; text: string }
  /** A sentence where the CRM's own segment differs from ours. */
  conflict: string | null
  owed: OwedItem[]
}

export interface TraitResult {
  key: TraitKey
  label: string
  category: CategoryKey
  /** As facts hold it; null for no data. */
  value: number | boolean | string | null
  /** In words: "62 %", "3 releases", "Yes". "No data" where null. */
  valueText: string
  status: Band
  /** 0, 5 or 10; null for no data. */
  points: number | null
  /** What the overall score would gain if this trait were green; 0 where it is or has no data. */
  lift: number
  /** "80 % would make it 6.8, green." Empty if nothing to gain. */
  liftText: string
  explanation: string
  stale: boolean
  /** How fresh this can be: "monthly, at month end". */
  freshness: string
  measures: string
  whyItMatters: string
  howToFix: string[]
  manual: boolean
  fact?: Fact<unknown>
  /** For drawing the scale; numeric traits only. */
  scale?: { min: number; max: number; green: number; red: number; higherIsBetter: boolean; unit: string }
  /** What is missing and where to set it, for no data. */
  missing?: string
}

export interface CategoryResult {
  key: CategoryKey
  label: string
  /** 0-1, as the formula has it. */
  weight: number
  /** 0-10; null where the category has no data. */
  score: number | null
  traits: TraitResult[]
}

export interface HealthResult {
  /** Ours, 0-10 unrounded; null if no trait has data. */
  score: number | null
  /** The official one where known: it drives every rule, list and colour. */
  band: Band
  /** Our own band from our own score. */
  ownBand: Band
  official: { score: number; band: Band; fact: Fact<number> } | null
  formula: string
  categories: CategoryResult[]
  withData: number
  total: number
  /** "5.4 of 10, yellow. Reaching 80 % of seats would make it 6.8, green." */
  summary: string
  /** Sentence where ours and the official differ by over 0.5 or in band. */
  difference: string | null
  /** At or below 5 (section 3c). */
  atOrBelowFive: boolean
  /** The smallest set of trait changes that lifts the band; null where green or impossible. */
  smallestFix: {
    traits: { key: TraitKey; label: string; to: string }[]
    score: number
    band: Band
    text: string
  } | null
  usageScore: { value: number; text: string } | null
}

export interface TouchResult {
  id?: string
  at: string
  on: CalendarDate
  channel: Channel
  direction: Direction
  automatic: boolean
  who?: string
  byMe?: boolean
  source: SourceSystem
  subject?: string
  url?: string
  verdict: Verdict
  reason?: Reason
  clues?: readonly string[]
  says?: Says
  threadId?: string
  ticket?: TicketState
  with?: readonly string[]
  people?: readonly string[]
  email?: string
  noAnswer?: boolean
  /** Whether it reset the clock. */
  counts: boolean
}

export interface ContactResult {
  last: TouchResult | null
  /** Calendar days; null if none was found or nothing is known. */
  daysSince: number | null
  status: ContactStatus
  /** Last good day, a working day. */
  dueOn: CalendarDate | null
  /** First day on which it is overdue. */
  overdueOn: CalendarDate | null
  /** First day on which it is due soon. */
  dueSoonOn: CalendarDate | null
  why: string
  byMe: { last: TouchResult | null; daysSince: number | null }
  /** The three kinds of not knowing kept apart (section 4). */
  unknownBecause: "no-touch-found" | "no-source" | "no-readable-evidence" | null
  /** Sentence where the trait Last Activity disagrees. */
  officialDiffers: string | null
  /** The customer wrote and nobody answered. Elapsed hours. */
  waiting: {
    since: Instant
    hours: number
    promiseHours: number
    late: boolean
    who?: string
    channel: Channel
    text: string
    touchId?: string
    threadId?: string
    subject?: string
  } | null
  /** Where a later call, meeting or mail of ours answers the question in all likelihood: "Probably answered by call, 3 Dec." */
  probablyAnswered: { text: string; touchId?: string }[]
  /** Newer than the last contact and unsure: "Perhaps 3 days (looks automatic); 41 days for sure." */
  perhaps: { touch: TouchResult; daysSince: number; text: string } | null
  staleSource: string | null
  timeline: TouchResult[]
}

export interface RenewalStep {
  id: string
  text: string
  done?: boolean
}

export interface RenewalResult {
  on: CalendarDate | null
  /** Negative: ended that many days ago. */
  daysOut: number | null
  phase: "none" | "later" | "early" | "formal" | "ended"
  phaseLabel: string
  nextStep: string | null
  steps: RenewalStep[]
  why: string
  /** Where the date comes from. */
  date?: Fact<CalendarDate>
  arr?: Fact<number>
  seats?: Fact<number>
  seatsUsed?: Fact<number>
  conflict: string | null
  /** The days on which it enters 180 and 120. */
  earlyOn: CalendarDate | null
  formalOn: CalendarDate | null
}

export interface LifecycleResult {
  stage: string | null
  why: string
  /** In Nurturing still, though seen below its goals since this day. */
  belowOn?: CalendarDate
}

export interface Risk {
  key: string
  label: string
  why: string
}

/** Recommendations are ranked by this ladder (section 3d). */
export type Ladder =
  "waiting" | "dated-duty" | "overdue-contact" | "relationship" | "usage-technical" | "housekeeping"

export interface ActionStep {
  id: string
  text: string
}

export interface Link {
  label: string
  /** Always `https:`. */
  url: string
}

export interface Action {
  /** The recommendation's file name, e.g. `low-mau-over-seats`. */
  id: string
  title: string
  /** One sentence with the account's own numbers. */
  why: string
  steps: ActionStep[]
  /** 1 is first. */
  priority: number
  ladder: Ladder
  dueOn: CalendarDate | null
  /** Name of the Vitally project template or playbook to start, if any. */
  playbook: string | null
  links: Link[]
  /** Section of the domain brief. */
  source: string
  /** When it applies, in words, with the policy's numbers. */
  rule: string
  /** Changes when the facts change materially: a dismissed action with another print comes back. */
  fingerprint: string
  /** Merged into this one. */
  mergedIds: string[]
}

export interface RenewalPlanStep {
  id: string
  kind:
    | "answer"
    | "contact"
    | "champion"
    | "buyer"
    | "assessment"
    | "rating"
    | "lighthouse"
    | "status"
    | "save-plan"
    | "meeting"
    | "forecast"
  /** The recommendation it comes from; null where a fact proves it done. */
  actionId: string | null
  /** The recommendation's own steps that its tick stands for: ticked in one place, ticked in the other. */
  stepIds: string[]
  /** The recommendation's title, where the step is the whole of it. */
  title: string | null
  text: string
  why: string
  dueOn: CalendarDate | null
  /** A fact proves it, whatever was ticked. */
  done: boolean
}

/** "Save this renewal" for a red customer, "Protect this renewal" for a yellow one. */
export interface RenewalPlan {
  kind: "save" | "protect"
  /** In the order in which they help: people first. */
  steps: RenewalPlanStep[]
  /** The recommendations that it holds: they are not listed a second time. */
  actionIds: string[]
}

export interface Assessment {
  accountId: string
  name: string
  /** The clock it was made for. */
  today: CalendarDate
  tier: TierResult
  lifecycle: LifecycleResult
  health: HealthResult
  contact: ContactResult
  renewal: RenewalResult
  risks: Risk[]
  /** Facts of which another field or system says something else, in words. */
  conflicts: { fact: FactName; text: string }[]
  /** Ratios that fell by imported usage, in a sentence each; absent: none did. */
  usageFalls?: { fact: RatioName; text: string; until: CalendarDate }[]
  /** The success plan; null if none is known of. */
  successPlan: PlanResult | null
  /** Internal and customer rhythms with dates (section 4). */
  cadences: OwedItem[]
  actions: Action[]
  /** One plan for a renewal at risk: a view over `actions`, which keep their ids. Null if none is at risk. */
  plan: RenewalPlan | null
  links: Link[]
}

/** A trait's value and colour, without its texts. */
export interface TraitCell {
  value: number | boolean | string
  status: Band
}

/** A trait that is not green, for lists: its value, no sentence. */
export interface Cause {
  key: TraitKey
  status: "poor" | "concerning"
  value: number | boolean | string
}

/** What a customer wrote and nobody answered. */
export interface WaitingMessage {
  channel: Channel
  who?: string
  subject?: string
  url?: string
  /** For "No answer needed". */
  touchId?: string
}

/**
 * The stored row of one account for lists and the badge: dates, never day counts, so that nothing must be
 * recomputed at midnight (design.md, decision 6).
 */
export interface AccountSummary {
  id: string
  /** Names the rules that made the row; rows of other rules are not compared with it. Absent before 0.2. */
  rules?: string
  name: string
  salesforceId?: string
  /** The Vitally admin whose book it is in, by the role that means "mine". */
  owner?: string
  tier: string | null
  tierRank: number | null
  team: string | null
  stage: string | null
  /** In Nurturing still, though seen below its goals since this day: after the policy's days it falls back. */
  nurturingBelowOn?: CalendarDate
  score: number | null
  band: Band
  arr?: number
  currency?: string
  renewalOn?: CalendarDate
  earlyOn?: CalendarDate
  formalOn?: CalendarDate
  lastContactOn?: CalendarDate
  lastContactChannel?: Channel
  contactDueSoonOn?: CalendarDate
  contactDueOn?: CalendarDate
  /** Omitted where it never comes due: the compound index then skips the row. */
  contactOverdueOn?: CalendarDate
  contactUnknown?: ContactResult["unknownBecause"]
  waitingSince?: Instant
  /** The oldest unanswered message behind `waitingSince`. */
  waitingMessage?: WaitingMessage
  noChampion?: boolean
  noBuyer?: boolean
  /** Red and yellow traits, largest lift first; neither champion, buyer nor day counts. */
  causes?: Cause[]
  lighthouse?: boolean
  churnedOn?: CalendarDate
  openSupportTickets?: number
  slackActive?: boolean
  mauOverSeats?: number
  /** Traits that have data, as the book's matrix shows them. */
  traits?: Partial<Record<TraitKey, TraitCell>>
  redAccount?: boolean
  /** Known only of customers whose tasks have been read. */
  openTasks?: number
  /** As the CRM names the person. */
  accountExecutive?: string
  /** The first contact with the role Champion, and with Economic Buyer. */
  championName?: string
  buyerName?: string
  /** The best reason to make contact, one sentence. */
  reason?: string
  /** Facts of which another field or system says something else. */
  differs?: Differing[]
  /** The first recommendations: id, title, due. */
  topActions?: { id: string; title: string; dueOn: CalendarDate | null; fingerprint?: string }[]
}
