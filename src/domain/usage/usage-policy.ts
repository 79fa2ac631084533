import type { Policy, UsagePolicy } from "../policy/policy"

/** Three weeks: a weekly file may be late once before the month's number is as good. */
const defaults: UsagePolicy = { freshDays: 21, fallPoints: 10 }

export function usagePolicy({ usage }: Pick<Policy, "usage">): UsagePolicy {
  return { ...defaults, ...usage }
}
