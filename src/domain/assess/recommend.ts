/**
 * From everything that applies to an ordered list (domain brief, section 3d): the ladder first, inside it the lift, then the day
 * it is due. Parts of the same plan are merged and lose no step; housekeeping is limited.
 */
import type { Action, Ladder, Link } from "../assessment"
import type { Context } from "../lifecycle/context"
import type { AccountFacts } from "../facts"
import { fillLink } from "../fill-link"
import { LINK_LABELS } from "../policy/link-labels"
import type { LinkKey, Policy } from "../policy/policy"
import { recommendations } from "../recommendations"
import type { Recommendation } from "../recommendations/recommendation"

export const LADDER: readonly Ladder[] = [
  "waiting",
  "dated-duty",
  "overdue-contact",
  "relationship",
  "usage-technical",
  "housekeeping",
]

interface Chosen {
  rule: Recommendation
  merged: Recommendation[]
  dueOn: string | null
  rung: number
  lift: number
}

/** What applies, merged and in order, without texts: enough for a list. */
export function chooseActions(context: Context): Chosen[] {
  const chosen: Chosen[] = []
  const parts: Recommendation[] = []
  for (const rule of recommendations) {
    if (!rule.when(context)) continue
    if (rule.mergeInto) parts.push(rule)
    else chosen.push(made(rule, context))
  }
  for (const part of parts) {
    const whole = part.mergeInto
      ?.map((id) => chosen.find(({ rule }) => rule.id === id))
      .find((found) => found !== undefined)
    if (!whole) chosen.push(made(part, context))
    else {
      whole.merged.push(part)
      whole.lift += part.lift?.(context) ?? 0
    }
  }
  chosen.sort((a, b) => a.rung - b.rung || compareWithin(a, b))
  let housekeeping = 0
  return chosen.filter(({ rule }) => {
    if (rule.ladder !== "housekeeping") return true
    housekeeping += 1
    return housekeeping <= context.policy.scenarios.housekeepingMax
  })
}

function made(rule: Recommendation, context: Context): Chosen {
  return {
    rule,
    merged: [],
    dueOn: rule.dueOn?.(context) ?? null,
    rung: LADDER.indexOf(rule.ladder),
    lift: rule.lift?.(context) ?? 0,
  }
}

/** The finished actions, most urgent first; `priority` counts from 1. */
export function actionsOf(context: Context): Action[] {
  return chooseActions(context).map((chosen, index) => {
    const { rule, merged, dueOn } = chosen
    const all = [rule, ...merged]
    const steps = new Map(all.flatMap((part) => part.steps(context)).map((step) => [step.id, step]))
    const playbook = rule.playbookElsewhere?.(context) === true ? "" : playbookOf(rule, context.policy)
    return {
      id: rule.id,
      title: rule.title(context),
      why: whyOf(all, context),
      steps: [...steps.values()],
      priority: index + 1,
      ladder: rule.ladder,
      dueOn,
      playbook: playbook === "" ? null : playbook,
      links: linksOf([...new Set(all.flatMap((part) => part.links ?? []))], context),
      source: rule.source,
      rule: rule.rule(context.policy),
      fingerprint: fingerprintOf(chosen, context),
      mergedIds: merged.map((part) => part.id),
    }
  })
}

/** Changes when the facts behind an action change: what was dismissed under another one comes back. */
export function fingerprintOf({ rule, merged }: Pick<Chosen, "rule" | "merged">, context: Context): string {
  let print = rule.id + printOf(rule, context)
  for (const part of merged) print += printOf(part, context)
  return print
}

function printOf({ print }: Recommendation, context: Context): string {
  let text = ""
  for (const part of print?.(context) ?? []) text += `|${String(part ?? "-")}`
  return text
}

/** The project or playbook to start, as the policy calls it; empty if there is none. */
export function playbookOf({ playbook }: Recommendation, policy: Policy): string {
  const key = typeof playbook === "function" ? playbook({ policy }) : playbook
  return key === undefined || key === null ? "" : policy.names[key]
}

/** What each part says, once. */
function whyOf(parts: readonly Recommendation[], context: Context): string {
  return parts.reduce((said, part) => {
    const why = part.why(context)
    return said.includes(why) ? said : `${said} ${why}`.trim()
  }, "")
}

/** Links of the policy by key, filled in for the customer; empty ones and ones that are not https are left out. */
export function linksOf(
  keys: readonly LinkKey[],
  { policy, facts }: Pick<Context, "policy" | "facts">,
): Link[] {
  return keys.flatMap((key) => {
    const url = fillLink(policy.links[key], facts)
    return url === null ? [] : [{ label: LINK_LABELS[key], url }]
  })
}

/** The team's usage dashboards, the general one first, filled in for the customer (sections 11 and 14). */
export function dashboardsOf({ links, dashboards }: Policy, facts: AccountFacts): Link[] {
  const general = { label: LINK_LABELS.usageDashboard, url: links.usageDashboard }
  return [general, ...dashboards].flatMap(({ label, url: template }) => {
    const url = fillLink(template, facts)
    return url === null ? [] : [{ label, url }]
  })
}

function compareWithin(a: Chosen, b: Chosen): number {
  if (a.lift !== b.lift) return b.lift - a.lift
  if (a.dueOn !== b.dueOn) return (a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1
  return recommendations.indexOf(a.rule) - recommendations.indexOf(b.rule)
}
