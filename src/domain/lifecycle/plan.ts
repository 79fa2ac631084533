/**
 * How far the success plan is (domain brief, section 6: measurable goals, actions as tasks). Vitally's API tells of no goals, so the tasks
 * of the plan's project stand in for them. Which projects are success plans is the policy's word: the project's name for the plan, or
 * a name by which a rhythm with a plan is proved.
 */
import type { PlanGoal, PlanResult } from "../assessment"
import { dayOf } from "../calendar"
import type { AccountFacts, CalendarDate, Clock, Fact, ProjectFact, TaskFact } from "../facts"
import type { Policy } from "../policy/policy"
import { isProjectNamed } from "../project-named"
import { nearDate, plural, shortDate } from "../words"

type PlanPolicy = Pick<Policy, "names" | "cadences">

/** Names of plans, in small letters: a project whose name, or whose template's, holds one of them is one. */
export function planNames({ names, cadences }: PlanPolicy): string[] {
  const all = [
    names.successPlan,
    ...cadences.flatMap(({ evidence }) => (evidence.plan ? (evidence.names ?? []) : [])),
  ]
  return [...new Set(all.map((name) => name.trim().toLowerCase()))].filter((name) => name !== "")
}

/** The plan under way, begun last if there are several; else the one completed last. Archived ones are none. */
export function planProject(facts: AccountFacts, policy: PlanPolicy): ProjectFact | undefined {
  if (!facts.projects?.length) return undefined
  const names = planNames(policy)
  const isPlan = (project: ProjectFact) => project.archived !== true && isProjectNamed(project, names)
  return facts.projects.filter(isPlan).sort((a, b) => compare(rank(b), rank(a)) || compare(a.id, b.id))[0]
}

/** Open before completed; then the newest start, or the newest completion. */
function rank({ completedOn, startedOn = "", updatedOn = "" }: ProjectFact): string {
  return completedOn === undefined ? `1 ${startedOn} ${updatedOn}` : `0 ${completedOn} ${startedOn}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** When the plan was last updated: the date kept for it, or the newest sign of life of its project. Null if nothing tells; never a day to come. */
export function planUpdate(
  facts: AccountFacts,
  policy: PlanPolicy,
  { today }: Pick<Clock, "today">,
): Fact<CalendarDate> | null {
  const field = facts.planUpdatedOn && facts.planUpdatedOn.value <= today ? facts.planUpdatedOn : null
  const noted = facts.planNotes?.successPlan
  const kept: Fact<CalendarDate> | null =
    noted !== undefined && noted <= today && noted > (field?.value ?? "")
      ? { value: noted, source: "vitally", field: "note on the plan" }
      : field
  const project = planProject(facts, policy)
  if (!project) return kept
  const { name, startedOn = "", updatedOn = "" } = project
  const touched =
    [startedOn, updatedOn]
      .filter((day) => day <= today)
      .sort()
      .at(-1) ?? ""
  if (touched === "" || (kept !== null && kept.value >= touched)) return kept
  return { value: touched, source: "vitally", field: `project "${name}"` }
}

/** Null if no plan is known of: neither a link, nor a date, nor a project. */
export function planOf(facts: AccountFacts, policy: PlanPolicy, clock: Clock): PlanResult | null {
  const project = planProject(facts, policy)
  if (!project && facts.planUrl === undefined && facts.planUpdatedOn === undefined) return null
  const goals = project ? goalsOf(facts.tasks ?? [], project, clock) : []
  const result = {
    project: project ? { name: project.name, ...(project.targetOn && { targetOn: project.targetOn }) } : null,
    updated: planUpdate(facts, policy, clock),
    goals,
    done: goals.filter(({ done }) => done).length,
    overdue: goals.filter(({ overdue }) => overdue).length,
    next: goals.find(({ done }) => !done) ?? null,
  }
  return { ...result, text: textOf(result, project, facts, policy, clock) }
}

/** Open ones by due date, undated last; then those done, newest first. */
function goalsOf(tasks: readonly TaskFact[], project: ProjectFact, clock: Clock): PlanGoal[] {
  const goals = tasks
    .filter(({ projectIds }) => projectIds?.includes(project.id))
    .map(({ id, name, dueOn, completedAt, assignedToName, source, url }): PlanGoal => {
      const done = completedAt !== undefined
      const doneOn = done ? dayOf(completedAt, clock.timeZone) : null
      return {
        id,
        name,
        done,
        overdue: !done && dueOn !== undefined && dueOn < clock.today,
        source,
        ...(dueOn !== undefined && { dueOn }),
        ...(doneOn !== null && { doneOn }),
        ...(assignedToName !== undefined && { who: assignedToName }),
        ...(url !== undefined && { url }),
      }
    })
  const order = (a: PlanGoal, b: PlanGoal) =>
    Number(a.done) - Number(b.done) ||
    (a.done ? compare(b.doneOn ?? "", a.doneOn ?? "") : compare(a.dueOn ?? "9", b.dueOn ?? "9")) ||
    compare(a.name, b.name)
  return goals.sort(order)
}

function textOf(
  { goals, done, overdue, next }: Omit<PlanResult, "text">,
  project: ProjectFact | undefined,
  facts: AccountFacts,
  policy: PlanPolicy,
  { today }: Clock,
): string {
  if (!project) {
    return facts.projects
      ? `No data on goals: Vitally holds no project named "${policy.names.successPlan}" for this customer.`
      : "No data on goals yet: this customer's projects have not been read."
  }
  if (goals.length === 0) {
    return facts.tasks
      ? `No data on goals: the project "${project.name}" holds no tasks.`
      : "No data on goals yet: this customer's tasks have not been read."
  }
  const closed =
    project.completedOn === undefined
      ? ""
      : `The plan was completed on ${shortDate(project.completedOn, today)}. `
  if (next === null)
    return `${closed}${goals.length === 1 ? "The only goal is done." : `${goals.length === 2 ? "Both" : `All ${goals.length}`} goals are done.`}`
  const late = overdue === 0 ? "" : `, ${overdue} overdue`
  const due =
    next.dueOn === undefined
      ? "no due date"
      : `${next.overdue ? "was due" : "due"} ${nearDate(next.dueOn, today)}`
  return `${closed}${done} of ${plural(goals.length, "goal")} done${late}. Next: ${next.name}, ${due}.`
}
