import { apiHostFromPageHost } from "~src/hosts/salesforce-host"
import { toId18 } from "~src/hosts/salesforce-id"
import { SALESFORCE_FAMILIES } from "~src/hosts/table"

/**
 * Salesforce's Lightning page of a record, or null if no link can be made. `myDomain` is the org's API host, as
 * `normaliseMyDomain` gives it, or any page host of the org; `id` has 15 or 18 characters.
 */
export function salesforceRecordUrl(myDomain: string, id: string, object: string): string | null {
  const apiHost = apiHostFromPageHost(myDomain)
  const id18 = toId18(id)
  const family = SALESFORCE_FAMILIES.find(({ apiSuffix }) => apiHost?.endsWith(apiSuffix))
  if (apiHost === null || id18 === null || family === undefined || !/^\w+$/.test(object)) return null
  const pageHost = apiHost.slice(0, -family.apiSuffix.length) + family.pageSuffix
  return `https://${pageHost}/lightning/r/${object}/${id18}/view`
}
