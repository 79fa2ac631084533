/**
 * From everything that applies to an ordered list (domain brief, section 3d): the ladder first, inside it the lift, then the day
 * it is due. Parts of the same plan are merged and lose no step; housekeeping is limited.
 */
import type { Action, Ladder, Link } from "./assessment"
import type { Context } from "./context"
import type { LinkKey, Policy } from "./policy"
import { recommendations } from "./recommendations"
import type { Recommendation } from "./recommendations/recommendation"

export const LADDER: readonly Ladder[] = [
  "waiting",
  "dated-duty",
  "overdue-contact",
  "relationship",
  "usage-technical",
  "housekeeping",
]

export const LINK_LABELS: Readonly<Record<LinkKey, string>> = {
  healthTraits: "Health traits dashboard",
  book: "Book of business",
  healthChanges: "Health category changes",
  gmailIntegration: "Gmail integration",
  traitsExplained: "Traits explained",
  sharedInbox: "Shared inbox",
  timeOff: "Time off",
  usageDashboard: "Usage dashboard",
  customerSlack: "Customer Slack channel",
  discord: "Discord community",
  support: "Support",
}

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
      return {
        rule,
        merged: applying.filter((other) => target(other) === rule.id),
        dueOn: rule.dueOn?.(context) ?? null,
        rung: LADDER.indexOf(rule.ladder),
        lift: rule.lift?.(context) ?? 0,
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
  return chooseActions(context).map(({ rule, merged, dueOn }, index) => {
    const all = [rule, ...merged]
    const steps = new Map(all.flatMap((part) => part.steps(context)).map((step) => [step.id, step]))
    const playbook = rule.playbook === undefined ? "" : context.policy.names[rule.playbook]
    return {
      id: rule.id,
      title: rule.title(context),
      why: all.map((part) => part.why(context)).join(" "),
      steps: [...steps.values()],
      priority: index + 1,
      ladder: rule.ladder,
      dueOn,
      playbook: playbook === "" ? null : playbook,
      links: linksOf([...new Set(all.flatMap((part) => part.links ?? []))], context.policy),
      source: rule.source,
      fingerprint: [rule.id, ...all.flatMap((part) => part.print?.(context) ?? [])]
        .map((part) => String(part ?? "-"))
        .join("|"),
      mergedIds: merged.map((part) => part.id),
    }
  })
}

/** Links of the policy by key; empty ones and ones that are not https are left out. */
export function linksOf(keys: readonly LinkKey[], policy: Policy): Link[] {
  return keys.flatMap((key) => {
    const url = policy.links[key]
    return url.startsWith("https://") ? [{ label: LINK_LABELS[key], url }] : []
  })
}

function compareWithin(a: Chosen, b: Chosen): number {
  if (a.lift !== b.lift) return b.lift - a.lift
  if (a.dueOn !== b.dueOn) return (a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1
  return recommendations.indexOf(a.rule) - recommendations.indexOf(b.rule)
}
