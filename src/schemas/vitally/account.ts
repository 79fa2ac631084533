import * as z from "zod/mini"

import { bag, entries, id, number, text } from "./parts"

/** One customer account (facts: section 4). Only `id` is safe to require; unknown keys are kept. */
export const accountShape = z.looseObject({
  id,
  name: text,
  createdAt: text,
  updatedAt: text,
  externalId: text,
  traits: bag,
  organizationId: text,
  mrr: number,
  nextRenewalDate: text,
  churnedAt: text,
  firstSeenTimestamp: text,
  lastSeenTimestamp: text,
  lastInboundMessageTimestamp: text,
  lastOutboundMessageTimestamp: text,
  usersCount: number,
  npsScore: number,
  healthScore: number,
  csmId: text,
  accountExecutiveId: text,
  keyRoles: entries,
  segments: entries,
})
export type VitallyAccount = z.infer<typeof accountShape>

/** A parent of accounts: as an account, and rich data may sit here while the account's traits are empty. */
export const organizationShape = accountShape
export type VitallyOrganization = VitallyAccount
