export { normaliseMyDomain } from "~src/hosts/my-domain"
export { isAppHost, parsePage } from "~src/hosts/page"
export type { PageRef, SalesforceObject, SalesforceRef, VitallyRef } from "~src/hosts/page-ref"
export { salesforceRecordUrl } from "~src/hosts/salesforce-address"
export { apiHostFromPageHost, isKnownInstanceHost } from "~src/hosts/salesforce-host"
export { toId18 } from "~src/hosts/salesforce-id"
export type { Region } from "~src/hosts/table"
export {
  normaliseSubdomain,
  restBase,
  vitallyAccountUrl,
  vitallyOrganizationUrl,
} from "~src/hosts/vitally-address"
