import type { CalendarDate } from "~src/domain/facts"
import type { EvidencePolicy, MappingPolicy } from "~src/domain/policy/policy"

/** What turns Salesforce's records into facts, besides the records. */
export interface SalesforceContext {
  mapping: MappingPolicy
  /** Status words that take a contract out. */
  deadContractWords?: readonly string[]
  /** How activities are judged. */
  evidence: EvidencePolicy
  timeZone: string
  today: CalendarDate
  /** When the body was read. */
  readAt: string
  /** `acme.my.salesforce.com`, for links back. */
  apiHost: string
  /** The signed-in user, for "by you". */
  userId?: string
}
