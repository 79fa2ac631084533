import { type RowOf, rowShape } from "./row-shape"

const fields = {
  text: [
    "name",
    "createdAt",
    "updatedAt",
    "externalId",
    "organizationId",
    "nextRenewalDate",
    "churnedAt",
    "firstSeenTimestamp",
    "lastSeenTimestamp",
    "lastInboundMessageTimestamp",
    "lastOutboundMessageTimestamp",
    "csmId",
    "accountExecutiveId",
  ],
  number: ["usersCount", "npsScore", "healthScore"],
  // Integrations send amounts as text, too.
  numberOrText: ["mrr"],
  bag: ["traits"],
  entries: ["keyRoles", "segments"],
} as const

/** One customer account (facts: section 4). */
export const accountShape = rowShape(fields)
export type VitallyAccount = RowOf<typeof fields>

/** A parent of accounts: as an account, and rich data may sit here while the account's traits are empty. */
export const organizationShape = accountShape
export type VitallyOrganization = VitallyAccount
