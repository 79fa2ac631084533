export { normaliseMyDomain } from "~src/hosts/my-domain"
export { isAppHost, parsePage, type Site, siteOf } from "~src/hosts/page"
export type { SalesforceObject } from "~src/hosts/page-ref"
export { salesforceRecordUrl } from "~src/hosts/salesforce-address"
export {
  apiHostFromPageHost,
  isKnownInstanceHost,
  isSandboxHost,
  orgNameOf,
} from "~src/hosts/salesforce-host"
export { idInText, toId18 } from "~src/hosts/salesforce-id"
export type { Region } from "~src/hosts/table"
export { vitallyAccountUrl } from "~src/hosts/vitally-address"
