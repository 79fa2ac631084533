export { normaliseMyDomain } from "~src/hosts/my-domain"
export { isAppHost, parsePage, type PageRef } from "~src/hosts/page"
export type { SalesforceRef } from "~src/hosts/salesforce"
export { salesforceRecordUrl } from "~src/hosts/salesforce-address"
export { apiHostFromPageHost, isKnownInstanceHost } from "~src/hosts/salesforce-host"
export { isSalesforceId, objectOfId, toId18, type SalesforceObject } from "~src/hosts/salesforce-id"
export type { Region } from "~src/hosts/table"
export type { VitallyRef } from "~src/hosts/vitally"
export {
  normaliseSubdomain,
  restBase,
  vitallyAccountUrl,
  vitallyOrganizationUrl,
} from "~src/hosts/vitally-address"
