import { type RowOf, rowShape } from "./row-shape"

const user = {
  text: [
    "externalId",
    "name",
    "email",
    "lastSeenTimestamp",
    "lastInboundMessageTimestamp",
    "lastOutboundMessageTimestamp",
    "deactivatedAt",
  ],
  bag: ["traits"],
  entries: ["segments"],
} as const
/** A contact at the customer; Vitally calls it "user". */
export const userShape = rowShape(user)
export type VitallyUser = RowOf<typeof user>

const admin = { text: ["name", "email", "licenseStatus"] } as const
/** A member of the workspace's own team. */
export const adminShape = rowShape(admin)
