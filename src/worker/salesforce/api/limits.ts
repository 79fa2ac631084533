/** `Sforce-Limit-Info`: how much of the org's daily calls is used (facts: salesforce-api, section 4). */
export interface SalesforceLimits {
  api: { used: number; limit: number }
  bursts?: { used: number; limit: number }
  perApp?: { used: number; limit: number; app: string }
}

/** Reads the header by name; null where it is absent or says nothing of the daily limit. */
export function parseLimitInfo(header: string | null): SalesforceLimits | null {
  if (!header) return null
  const pairs = new Map<string, { used: number; limit: number; app: string }>()
  for (const part of header.split(";")) {
    const match = /^\s*([a-z-]+)=(\d+)\/(\d+)(?:\(appName=([^)]*)\))?\s*$/.exec(part)
    const [, key, used, limit, app] = match ?? []
    if (key) pairs.set(key, { used: Number(used), limit: Number(limit), app: app ?? "" })
  }
  const api = pairs.get("api-usage")
  if (!api) return null
  const bursts = pairs.get("api-bursts")
  const perApp = pairs.get("per-app-api-usage")
  return {
    api: { used: api.used, limit: api.limit },
    ...(bursts && { bursts: { used: bursts.used, limit: bursts.limit } }),
    ...(perApp && { perApp }),
  }
}

/** Background work stops from here on (design.md, decision 7). */
const backgroundStopShare = 0.8

/** Whether background work may still call. */
export function backgroundMayCall(limits: SalesforceLimits | null): boolean {
  return limits === null || limits.api.used < limits.api.limit * backgroundStopShare
}
