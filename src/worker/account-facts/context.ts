/** What turns stored rows into facts, besides the rows. */
import type { AccountSummary } from "~src/domain/assessment"
import type { Clock } from "~src/domain/facts"
import type { Picks } from "~src/domain/candidates/candidate"
import type { Notation } from "~src/domain/intake/notation"
import type { Scales } from "~src/domain/intake/scales"
import type { Policy, TraitMap } from "~src/domain/policy/policy"
import type {
  AccountRow,
  CareRow,
  ContactRow,
  DetailRow,
  HistoryRow,
  OrganizationRow,
  OutboxRow,
  ProjectRow,
  TaskRow,
  TouchRow,
} from "../cache/rows"
import type { UsageImport, UsageRecord } from "../usage/store"

export interface FactsContext {
  /** `rulesVersion` of the policy, trait map and scales below. */
  rules: string
  policy: Policy
  clock: Clock
  /** The user's admin id: marks touches and tasks as theirs. */
  me: string | undefined
  /** Keys of the workspace's trait catalogue; absent: it was never read. */
  catalogue?: ReadonlySet<string> | undefined
  /** Our fact -> key inside `traits`. */
  traitMap: TraitMap
  /** Older traits of the same meaning, for accounts on which the newer one is empty. */
  olderTraits: TraitMap
  /** Per ratio, what values are divided by. */
  scales: Scales
  /** How the book writes dates and amounts. */
  notation: Notation
  /** Admin names by id. */
  admins: ReadonlyMap<string, string>
  /** Domains of our admins' addresses. */
  ourDomains?: ReadonlySet<string>
  /** Where links into Salesforce lead and who is signed in there; absent: nobody. */
  salesforce?: SalesforceUser | undefined
  /** Where usage came from, by import; absent: none was imported. */
  usageImports?: readonly UsageImport[] | undefined
  /** Projects' templates by id: what a project is, where its own name was changed. */
  templates: ReadonlyMap<string, string>
}

export interface SalesforceUser {
  /** `acme.my.salesforce.com`. */
  apiHost: string
  userId?: string
}

/** Everything stored of one account. */
export interface AccountRows {
  account: AccountRow
  organization?: OrganizationRow | undefined
  /** Accounts of its organization, where that does not count them itself. */
  siblings?: number | undefined
  /** Values that the user chose for this account. */
  picks?: Picks | undefined
  tasks: TaskRow[]
  touches: TouchRow[]
  contacts: ContactRow[]
  projects: ProjectRow[]
  details: DetailRow[]
  history: HistoryRow[]
  /** What files and Looker said of its usage. */
  usage?: UsageRecord | undefined
  /** What was derived of it last, where the rules may look back. */
  before?: AccountSummary | undefined
  /** What the user said of single touches. */
  corrections?: CareRow[]
  /** Writes on their way, and sent ones that the cache may not show yet; oldest first. */
  pending: OutboxRow[]
}
