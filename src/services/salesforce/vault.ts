/** What sign-in keeps: the grant outlives the browser, the rest does not. Kept by `storage/secrets`. */
import type { PkceState } from "~src/api/salesforce/oauth"

/** One user of one org. A token of another user or org is never used in its place. */
export interface SalesforceGrant {
  refreshToken: string
  orgId: string
  userId: string
  /** `https://acme.my.salesforce.com` */
  instanceUrl: string
  /** The My Domain host that the user chose. */
  apiHost: string
  clientId: string
}

export interface SalesforceAccess {
  accessToken: string
  orgId: string
  userId: string
}

export interface SalesforceVault {
  grant(): Promise<SalesforceGrant | null>
  setGrant(grant: SalesforceGrant | null): Promise<void>
  access(): Promise<SalesforceAccess | null>
  setAccess(access: SalesforceAccess | null): Promise<void>
  pending(): Promise<PkceState | null>
  setPending(pending: PkceState | null): Promise<void>
}
