import * as z from "zod/mini"

import { entries, id, text, bag } from "./parts"

/** A contact at the customer; Vitally calls it "user". */
export const userShape = z.looseObject({
  id,
  externalId: text,
  name: text,
  email: text,
  traits: bag,
  lastSeenTimestamp: text,
  lastInboundMessageTimestamp: text,
  lastOutboundMessageTimestamp: text,
  deactivatedAt: text,
  segments: entries,
})
export type VitallyUser = z.infer<typeof userShape>

/** A member of the workspace's own team. */
export const adminShape = z.looseObject({ id, name: text, email: text, licenseStatus: text })
export type VitallyAdmin = z.infer<typeof adminShape>
