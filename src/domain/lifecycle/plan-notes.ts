/** Notes that tell a plan's status: a plan is as fresh as what was last written of it. */
import type { CalendarDate, Touch } from "../facts"
import type { Policy } from "../policy/policy"
import type { NotePurpose } from "../week/note-purpose"
import { namesOf, type PlanKind } from "./running-plan"

export type NotedPlan = PlanKind | "successPlan"

/** What a note is for, by plan. */
export const planPurposes = {
  successPlan: "success-plan",
  getWell: "get-well",
  lighthouse: "lighthouse",
  lowUtilization: "low-utilization",
} as const satisfies Record<NotedPlan, NotePurpose>

interface Noted extends Pick<Touch, "tags"> {
  on: CalendarDate
  noteCategory?: string
}

/** The newest note of each plan, by its tag or by a category that is named like the plan; days to come are left out. */
export function planNotes(
  rows: readonly Noted[],
  policy: Pick<Policy, "names" | "otherNames">,
  today: CalendarDate,
): Partial<Record<NotedPlan, CalendarDate>> | undefined {
  const found: Partial<Record<NotedPlan, CalendarDate>> = {}
  for (const { on, tags, noteCategory } of rows) {
    if (on > today || (!noteCategory && !tags)) continue
    for (const plan of Object.keys(planPurposes) as NotedPlan[]) {
      const isIts = tags?.includes(planPurposes[plan]) === true || isNamed(noteCategory, plan, policy)
      if (isIts && on > (found[plan] ?? "")) found[plan] = on
    }
  }
  return Object.keys(found).length > 0 ? found : undefined
}

/** "Get Well" and "Get Well update" are the Get Well project's; a category "Project" is nobody's. */
function isNamed(
  category: string | undefined,
  plan: NotedPlan,
  policy: Pick<Policy, "names" | "otherNames">,
): boolean {
  if (!category) return false
  const word = category.trim().toLowerCase()
  return namesOf(policy, plan).some((name) => word.includes(name) || word === name.replace(/ project$/, ""))
}
