/** The save plan of a customer in Lighthouse: its project, what people wrote, and when it was last updated (domain brief, section 6). */
import { addDays, daysBetween } from "../calendar"
import type { AccountFacts, CalendarDate, ProjectFact, TaskFact } from "../facts"
import type { Policy } from "../policy/policy"
import { isProjectNamed } from "../project-named"
import { noteTag } from "./note-purpose"

export const planFields = ["problem", "goal", "exit", "sponsor", "blockers", "asks"] as const
export type PlanField = (typeof planFields)[number]

/** Under which key a field of a customer's plan is kept. */
export const planKey = (accountId: string, field: PlanField) => `lighthouse:${accountId}:${field}`

export interface SavePlan {
  /** Null: none of that name; undefined: nobody read the projects. */
  project: ProjectFact | null | undefined
  texts: Record<PlanField, string>
  /** Open tasks of the project. */
  steps: TaskFact[]
  /** The later of the project's own update and the newest update that was posted as a note. */
  updatedOn?: CalendarDate
  /** Late by so many days; negative: due in so many; null: no update is known. */
  lateBy: number | null
}

export function savePlanOf(
  facts: AccountFacts | undefined,
  accountId: string,
  texts: Record<string, string>,
  { policy, today }: { policy: Policy; today: CalendarDate },
): SavePlan {
  const names = [policy.names.lighthouse, ...(policy.otherNames?.lighthouse ?? [])]
    .filter(Boolean)
    .map((name) => name.toLowerCase())
  const project = facts?.projects
    ? (facts.projects
        .filter((one) => one.archived !== true && isProjectNamed(one, names))
        .sort((a, b) => Number(!!a.completedOn) - Number(!!b.completedOn))[0] ?? null)
    : undefined
  const posted = (facts?.touches ?? [])
    .filter(({ tags = [] }) => tags.includes(noteTag) && tags.includes("lighthouse"))
    .flatMap(({ on }) => on ?? [])
  const days = [...posted, ...(project?.updatedOn ? [project.updatedOn] : [])].filter((on) => on <= today)
  const updatedOn = days.sort().at(-1)
  const next = updatedOn && addDays(updatedOn, policy.scenarios.lighthouseUpdateEveryDays)
  return {
    project,
    texts: Object.fromEntries(
      planFields.map((field) => [field, texts[planKey(accountId, field)] ?? ""]),
    ) as Record<PlanField, string>,
    steps: project
      ? (facts?.tasks ?? []).filter(
          ({ projectIds = [], completedAt }) => completedAt === undefined && projectIds.includes(project.id),
        )
      : [],
    ...(updatedOn !== undefined && { updatedOn }),
    lateBy: next === undefined ? null : daysBetween(next, today),
  }
}
