/**
 * The plan of one kind that is under way, by its own project (`facts/evidence.md`, section 4): one date never stands for several plans,
 * so the success plan's age says nothing of a Get Well project.
 */
import { addDays, daysBetween } from "../calendar"
import type { AccountFacts, CalendarDate, Clock, ProjectFact } from "../facts"
import type { NameKey, Policy } from "../policy/policy"
import { isProjectNamed } from "../project-named"
import { plural } from "../words"

export type PlanKind = Extract<NameKey, "lowUtilization" | "getWell" | "lighthouse">

export interface RunningPlan {
  project: ProjectFact
  /** Its newest sign of life; null where the project has none that has come. */
  updatedOn: CalendarDate | null
}

/** Null if no such project is open. Past its target date it still is. */
export function runningPlan(
  { projects = [], planNotes }: Pick<AccountFacts, "projects" | "planNotes">,
  policy: Pick<Policy, "names" | "otherNames">,
  kind: PlanKind,
  { today }: Pick<Clock, "today">,
): RunningPlan | null {
  const names = namesOf(policy, kind)
  const touched = ({ startedOn = "", updatedOn = "" }: ProjectFact): string =>
    [startedOn, updatedOn]
      .filter((on) => on !== "" && on <= today)
      .sort()
      .at(-1) ?? ""
  const [project] = projects
    .filter((one) => one.completedOn === undefined && one.archived !== true && isProjectNamed(one, names))
    .sort((a, b) => (touched(a) < touched(b) ? 1 : -1))
  if (!project) return null
  const noted = planNotes?.[kind] ?? ""
  const own = touched(project)
  const updatedOn = noted > own ? noted : own
  return { project, updatedOn: updatedOn === "" ? null : updatedOn }
}

/** In small letters; a project whose name holds one of them is of that kind. */
export function namesOf(
  { names, otherNames }: Pick<Policy, "names" | "otherNames">,
  kind: NameKey,
): string[] {
  return [names[kind], ...(otherNames?.[kind] ?? [])].map((name) => name.trim().toLowerCase()).filter(Boolean)
}

/** The day its next update is due; null if nothing tells when it was last updated. */
export function nextUpdateOn(plan: RunningPlan | null, everyDays: number): CalendarDate | null {
  return plan?.updatedOn ? addDays(plan.updatedOn, everyDays) : null
}

/** "The Get Well plan was last updated 13 days ago; it is due weekly." Empty if no date is known. */
export function planAge(
  plan: RunningPlan | null,
  { today }: Pick<Clock, "today">,
  everyDays: number,
  name = "The Get Well plan",
): string {
  if (!plan?.updatedOn) return ""
  const days = daysBetween(plan.updatedOn, today)
  const ago = days === 0 ? "today" : `${plural(days, "day")} ago`
  const rhythm = everyDays === 7 ? "weekly" : everyDays === 14 ? "every two weeks" : `every ${everyDays} days`
  return `${name} was last updated ${ago}; it is due ${rhythm}.`
}
