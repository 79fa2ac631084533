import type { Context } from "../lifecycle/context"
import { isStale, knownSetOn } from "../health/stale"
import { traitRules } from "../health/traits"
import { list, shortDate } from "../words"
import type { Recommendation } from "./recommendation"

const MANUAL = ["sentiment", "activeChampion", "accessToBuyer"] as const

/** Manual traits known to be older than a month: one action for all three (section 3d). No evidence, no nag. */
export const staleTraits: Recommendation = {
  id: "stale-traits",
  ladder: "housekeeping",
  source: "3d",
  rule: ({ health }) =>
    `A manual trait is known to have been set more than ${health.staleAfterDays} days ago.`,
  when: (context) => !context.churned && staleOnes(context).length > 0,
  title: () => "Update the traits you set by hand",
  why: (context) => {
    const { facts, policy, clock } = context
    return `${list(
      staleOnes(context).map((key) => {
        const on = knownSetOn(key, facts, policy, clock)
        return `${traitRules[key].label} (last set ${on === null ? "" : shortDate(on, clock.today)})`
      }),
    )}: reviewed weekly, asked for monthly.`
  },
  steps: (context) =>
    staleOnes(context).map((key) => ({
      id: key,
      text: `Look at ${traitRules[key].label} again and set it.`,
    })),
  playbook: "monthlyTraits",
  print: (context) => staleOnes(context),
}

function staleOnes({ facts, policy, clock }: Context): (typeof MANUAL)[number][] {
  return MANUAL.filter((key) => isStale(key, facts, policy, clock))
}
