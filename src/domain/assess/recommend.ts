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
  const applying = recommendations.filter((rule) => rule.when(context))
  const ids = new Set(applying.map((rule) => rule.id))
  const target = (rule: Recommendation) => rule.mergeInto?.find((id) => ids.has(id))
  const chosen = applying
    .filter((rule) => target(rule) === undefined)
    .map((rule): Chosen => {
      const merged = applying.filter((other) => target(other) === rule.id)
      return {
        rule,
        merged,
        dueOn: rule.dueOn?.(context) ?? null,
        rung: LADDER.indexOf(rule.ladder),
        lift: [rule, ...merged].reduce((sum, part) => sum + (part.lift?.(context) ?? 0), 0),
      }
    })
  chosen.sort((a, b) => a.rung - b.rung || compareWithin(a, b))
  let housekeeping = 0
  return chosen.filter(({ rule }) => {
    if (rule.ladder !== "housekeeping") return true
    housekeeping += 1
    return housekeeping <= context.policy.scenarios.housekeepingMax
  })
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
  return [rule.id, ...[rule, ...merged].flatMap((part) => part.print?.(context) ?? [])]
    .map((part) => String(part ?? "-"))
    .join("|")
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
