/**
 * What is known of one customer, whichever system said it.
 *
 * Every key but `id` and `name` may be missing: missing means "no data", never red and never zero.
 * Calendar dates are already resolved to the user's time zone (design.md, decision 9).
 */

import type { Says, TicketState } from "./mail-thread"
import type { Reason, Verdict } from "./verdict"

/** `"YYYY-MM-DD"`, a day on the user's calendar. */
export type CalendarDate = string
/** ISO 8601 with an offset or `Z`. */
export type Instant = string

export const SOURCE_SYSTEMS = ["vitally", "salesforce", "manual", "derived", "file", "looker"] as const
export type SourceSystem = (typeof SOURCE_SYSTEMS)[number]

/** A value and where it came from (design.md, decision 10). `at`: when it was read or set. */
export interface Fact<T> {
  value: T
  source: SourceSystem
  /** The system's own field name, e.g. `sfdc.NumberOfEmployees`. */
  field?: string
  at?: Instant
  /** Why this one was chosen, where another says otherwise. */
  why?: string
  /** The value of the other system where the two disagree. */
  other?: { value: T; source: SourceSystem; field?: string; at?: Instant }
}

/** Whose field it is: the customer's own account, its parent, or a record below it. */
export const CANDIDATE_OBJECTS = ["account", "organization", "contract", "opportunity", "case"] as const
export type CandidateObject = (typeof CANDIDATE_OBJECTS)[number]

export interface Candidate<T = unknown> {
  value: T
  system: SourceSystem
  object: CandidateObject
  /** The system's own name of the field. */
  field: string
  /** Which of several records, as people call it: a contract's number. */
  record?: string
  at?: Instant
  /** Held by a field that somebody mapped to the fact, not by one that every workspace has. */
  mapped?: true
  /** An older trait of the same meaning: fills a gap and contradicts nothing. */
  older?: true
  /** A parent's, which stands for so many accounts together. */
  sharedBy?: number
  /** Why it can't be the answer, in words that follow its value. */
  aside?: string
}

/** What was chosen for one fact. Kept if there was something to choose or to set aside. */
export interface Choice {
  /** The winner first, where one won; then the others, best first. */
  all: Candidate[]
  /** False where every candidate was set aside. */
  chosen: boolean
  /** Why the first one won; empty if nothing contradicts it. */
  why: string
  /** The user chose it. */
  byHand?: true
}

/** What another field or system says of a fact, for lists. */
export interface Differing {
  fact: FactName
  /** "Salesforce's contract C-33 says 31 May 2027". */
  text: string
}

export type Choices = Partial<Record<FactName, Choice>>

export type Sentiment = "healthy" | "concerning" | "poor"

/** The ten traits of the score, in the order of the domain brief (section 3b). */
export const TRAIT_KEYS = [
  "sentiment",
  "versionsBehind",
  "preciseIntel",
  "defectTickets90d",
  "helpTickets90d",
  "activeChampion",
  "accessToBuyer",
  "lastActivityDays",
  "dauOverMau",
  "mauOverSeats",
] as const

/** Traits that are ratios: 0 to 1 after normalising. */
export type RatioName = "dauOverMau" | "mauOverSeats"

export function isRatio(key: string): key is RatioName {
  return key === "dauOverMau" || key === "mauOverSeats"
}

export type TraitKey = (typeof TRAIT_KEYS)[number]

/** Facts that a workspace's traits or Salesforce fields may hold. */
export type FactName =
  | TraitKey
  | "salesforceId"
  | "segment"
  | "arr"
  | "currency"
  | "developers"
  | "employees"
  | "seats"
  | "unlimitedSeats"
  | "totalAddressableUsers"
  | "monthlyActiveUsers"
  | "contractStartOn"
  | "productionReadyOn"
  | "renewalOn"
  | "closeOn"
  | "churnedOn"
  | "stage"
  | "assignedOn"
  | "previousOwner"
  | "telemetry"
  | "usageScore"
  | "planUpdatedOn"
  | "planUrl"
  | "licences"
  | "lighthouse"
  | "redAccount"
  | "lowUtilizationContext"
  | "openSupportTickets"
  | "slackActive"
  | "version"
  | "accountExecutive"
  | "technicalAdvisor"
  | "supportLevel"
  | "accountType"

export interface TraitFacts {
  sentiment?: Fact<Sentiment>
  versionsBehind?: Fact<number>
  preciseIntel?: Fact<boolean>
  defectTickets90d?: Fact<number>
  helpTickets90d?: Fact<number>
  activeChampion?: Fact<boolean>
  accessToBuyer?: Fact<boolean>
  /** Days; `at` says on which day it was that many. */
  lastActivityDays?: Fact<number>
  /** 0-1. */
  dauOverMau?: Fact<number>
  /** 0-1; over 1 is overage. */
  mauOverSeats?: Fact<number>
}

export const CHANNELS = [
  "email",
  "slack",
  "zoom",
  "meeting",
  "call",
  "in-person",
  "note",
  "ticket",
  "chat",
  "other",
] as const
export type Channel = (typeof CHANNELS)[number]

export const DIRECTIONS = ["inbound", "outbound", "both", "unknown"] as const
export type Direction = (typeof DIRECTIONS)[number]

/** One piece of evidence of contact with the customer, from any system (domain brief, section 4; domain/evidence). */
export interface Touch {
  /** An instant, or a calendar date where the system keeps only the day. */
  at: string
  /** The same moment as a day in the user's time zone; set when facts are normalised. */
  on?: CalendarDate
  channel: Channel
  direction: Direction
  /** Automated mail, as a campaign or a playbook sends it: counts only where the policy says so. */
  automatic: boolean
  /** What it was found to be; absent: a person's, unless `automatic`. */
  verdict?: Verdict
  reason?: Reason
  /** Keys of `domain/evidence/weights.ts`. */
  clues?: readonly string[]
  /** What a person's message does to the question of who waits. */
  says?: Says
  threadId?: string
  ticket?: TicketState
  /** The customer's people in it: ids and addresses, lower case; absent where the system names nobody. */
  with?: readonly string[]
  /** Names of the customer's people in it, for showing; absent if `who` is one of them or nobody is named. */
  people?: readonly string[]
  /** The writer's address. */
  email?: string
  /** The user said that no answer is needed up to here. */
  noAnswer?: boolean
  /** Person on our side or theirs, as the source names them. */
  who?: string
  /** True where the person on our side is the user. */
  byMe?: boolean
  source: SourceSystem
  subject?: string
  /** Notes only, as Vitally has them. */
  tags?: readonly string[]
  url?: string
  id?: string
}

export interface TaskFact {
  id: string
  name: string
  dueOn?: CalendarDate
  completedAt?: Instant
  assignedToId?: string
  assignedToName?: string
  mine?: boolean
  category?: string
  /** Vitally projects it belongs to. */
  projectIds?: string[]
  source: SourceSystem
  url?: string
}

export interface ProjectFact {
  id: string
  name: string
  templateId?: string
  /** What it is, where its own name was changed. */
  templateName?: string
  startedOn?: CalendarDate
  targetOn?: CalendarDate
  completedOn?: CalendarDate
  updatedOn?: CalendarDate
  archived?: boolean
}

export interface ContactFact {
  id: string
  name: string
  email?: string
  title?: string
  /** Instance Admin, Deal Contact, Economic Buyer, Champion, End User, Executive, Program Contact. */
  roles: string[]
  lastTouchOn?: CalendarDate
  /** Mail to them comes back for good. */
  bounced?: boolean
  source: SourceSystem
  url?: string
}

export interface OpportunityFact {
  id: string
  name: string
  kind: "renewal" | "expansion" | "other"
  stage?: string
  amount?: number
  currency?: string
  closeOn?: CalendarDate
  ownerName?: string
  url?: string
}

export interface MeetingFact {
  id: string
  title: string
  /** Start. */
  at: Instant
  on?: CalendarDate
  attendees: string[]
  url?: string
}

export interface SupportTicketFact {
  id: string
  subject: string
  status?: string
  openedOn?: CalendarDate
  url?: string
}

export interface NpsFact {
  /** -100 to 100, the account's; or 0-10, one answer's. */
  score: number
  feedback?: string
  respondedOn?: CalendarDate
  who?: string
}

/** An earlier score or band, oldest first. */
export interface HealthPoint {
  on: CalendarDate
  score: number | null
  band: "healthy" | "concerning" | "poor" | "unknown"
  /** The lifecycle stage it had then, as the policy names it. */
  stage?: string
}

/** How much of the product was used. What a row does not say is absent, never zero. Whole numbers of people; ratios 0-1. */
export interface UsageValues {
  dau?: number
  wau?: number
  mau?: number
  seats?: number
  mauOverSeats?: number
  dauOverMau?: number
  versionsBehind?: number
  searches?: number
  batchChanges?: number
  codeNavigation?: number
  assistantUsers?: number
  version?: string
  /** Users by the customer's own team names. */
  teams?: Record<string, number>
}

/** One customer's usage on one day, or in the week that begins or ends with it. */
export interface UsageDay extends UsageValues {
  on: CalendarDate
}

export type Telemetry = "full" | "critical-only" | "none"

export interface AccountFacts {
  id: string
  name: string
  salesforceId?: Fact<string>
  organizationId?: Fact<string>
  /** The CRM's own segment word, e.g. "Large Enterprise". */
  segment?: Fact<string>
  /** Yearly, in `currency`. */
  arr?: Fact<number>
  /** Of `arr`; empty where its system names none though the other does. */
  currency?: string
  /** Of `arr.other`; likewise. */
  otherCurrency?: string
  developers?: Fact<number>
  employees?: Fact<number>
  /** Licences bought. */
  seats?: Fact<number>
  unlimitedSeats?: Fact<boolean>
  /** All possible users (TAM): the divisor on unlimited-seat contracts. */
  totalAddressableUsers?: Fact<number>
  monthlyActiveUsers?: Fact<number>
  contractStartOn?: Fact<CalendarDate>
  productionReadyOn?: Fact<CalendarDate>
  renewalOn?: Fact<CalendarDate>
  /** A contract that runs and has no end: nothing ended, and no renewal date follows from it. */
  openEndedContract?: { name: string; startOn?: CalendarDate; source: SourceSystem }
  /** The day the first deal closes or closed. */
  closeOn?: Fact<CalendarDate>
  churnedOn?: Fact<CalendarDate>
  /** Vitally's own score, 0-10. */
  vitallyHealth?: Fact<number>
  traits: TraitFacts
  /** The workspace's own lifecycle word, if mapped. */
  stage?: Fact<string>
  /** It was in Nurturing when it was first seen below that stage's goals, on this day. */
  nurturingBelowOn?: CalendarDate
  /** The day this account became the user's (or its TA's). */
  assignedOn?: Fact<CalendarDate>
  previousOwner?: string
  telemetry?: Fact<Telemetry>
  /** The old 0-100 figure; shown, never computed (section 3b). */
  usageScore?: Fact<number>
  /** When the success plan / Get Well plan was last updated. */
  planUpdatedOn?: Fact<CalendarDate>
  planUrl?: string
  /** The day of the newest note on a plan's status, by plan. */
  planNotes?: Partial<Record<"successPlan" | "getWell" | "lighthouse" | "lowUtilization", CalendarDate>>
  licences?: Fact<number>
  openOpportunities?: OpportunityFact[]
  /** Renewals that were closed as lost within a year, the latest first. */
  lostRenewals?: OpportunityFact[]
  upcomingMeetings?: MeetingFact[]
  lighthouse?: Fact<boolean>
  redAccount?: Fact<boolean>
  lowUtilizationContext?: Fact<string>
  openSupportTickets?: Fact<number>
  supportTickets?: SupportTicketFact[]
  slackActive?: Fact<boolean>
  /** The date a newest inbound message came that nobody answered; derived from touches where absent. */
  lastInboundAt?: Fact<Instant>
  lastOutboundAt?: Fact<Instant>
  /** Vitally's own time of the last mail to the customer, automated mail included. */
  lastMailAt?: Fact<Instant>
  accountExecutive?: string
  technicalAdvisor?: string
  /** The support level that leadership sets in the CRM, e.g. "Enterprise" (domain brief, sections 6 and 11). */
  supportLevel?: Fact<string>
  /** The CRM's own word for the account, e.g. "(5) Attrited Customer". */
  accountType?: Fact<string>
  version?: Fact<string>
  nps?: NpsFact
  touches?: Touch[]
  tasks?: TaskFact[]
  projects?: ProjectFact[]
  contacts?: ContactFact[]
  /** Score and band over time, oldest first. */
  history?: HealthPoint[]
  /** The newest 13 weeks of usage, oldest first; absent: nobody imported any. */
  usage?: UsageDay[]
  /** Absent: nobody looked. Says which sources of contact answered, and when. */
  contactSources?: { source: SourceSystem; syncedAt: Instant }[]
  /** What a mapped field holds where that can't be read as its fact: shown, never counted. */
  unread?: Partial<Record<FactName, string>>
  /** Facts whose field the workspace has, though this customer's holds nothing: an empty field is a field. */
  emptyFields?: FactName[]
  /** All values that the systems hold for a fact, if there was something to choose. */
  choices?: Choices
  /** Manual traits and when they are known to have been set (section 3d: staleness needs evidence). */
  manualTraitsSetOn?: Partial<Record<TraitKey, CalendarDate>>
}

/** The moment for which rules are asked. All three say the same moment. */
export interface Clock {
  now: Instant
  /** `now` as a day in `timeZone`. */
  today: CalendarDate
  /** IANA name, e.g. `Europe/Berlin`. */
  timeZone: string
}
