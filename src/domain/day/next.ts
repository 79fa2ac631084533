/**
 * The one thing to do next for a customer. Who waits comes first, then the contract's end, then people before paperwork;
 * among duties the one that `urgencyOf` finds most pressing, as in the popup.
 */
import type { Action, Assessment } from "../assessment"
import { addDays } from "../calendar"
import type { CalendarDate } from "../facts"
import { type Standing, urgencyOf } from "./urgency"

export interface NextTask {
  id: string
  name: string
  dueOn?: CalendarDate
}

export type Next =
  | { kind: "action"; action: Action }
  | { kind: "task"; taskId: string }
  /** Nothing is known that only a person can say: the three traits to set by hand. */
  | { kind: "fill" }
  | { kind: "none" }

/** A Vitally task this near is done before a recommendation is begun. */
const taskSoonDays = 2
const people = ["overdue-contact", "contact-due-soon", "no-champion", "no-buyer-access"] as const

/**
 * @param actions those shown: neither put off nor dismissed, most urgent first
 * @param tasks the user's own open ones
 * @param canFill whether the manual traits can be set from here
 */
export function nextOf(
  assessment: Pick<Assessment, "today" | "health" | "renewal" | "contact">,
  standing: Standing,
  { actions, tasks, canFill }: { actions: readonly Action[]; tasks: readonly NextTask[]; canFill: boolean },
): Next {
  const { today, health, renewal } = assessment
  const byId = (...ids: string[]) => actions.find(({ id }) => ids.includes(id))
  const waiting = byId("unanswered-customer")
  if (waiting) return { kind: "action", action: waiting }
  if (renewal.phase === "ended") {
    const ended = byId("renewal-licence")
    if (ended) return { kind: "action", action: ended }
  }
  if (health.withData === 0 && health.official === null && canFill) return { kind: "fill" }
  const contact = byId("overdue-contact")
  if (contact) return { kind: "action", action: contact }
  const task = soonest(tasks, addDays(today, taskSoonDays))
  const duty = mostUrgent(actions, standing, today)
  if (duty && !(task && isEarlier(task.dueOn, duty.dueOn))) return { kind: "action", action: duty }
  if (task) return { kind: "task", taskId: task.id }
  const person = byId(...people)
  const first = byId("new-customer") ?? person ?? actions[0]
  return first ? { kind: "action", action: first } : { kind: "none" }
}

/** The duty with a date that has come; the most pressing of several. */
function mostUrgent(actions: readonly Action[], standing: Standing, today: CalendarDate): Action | undefined {
  const score = ({ dueOn }: Action) => urgencyOf(standing, dueOn, today).score
  return actions
    .filter(({ ladder, dueOn }) => ladder === "dated-duty" && dueOn !== null && dueOn <= today)
    .sort((a, b) => score(b) - score(a))[0]
}

function soonest(tasks: readonly NextTask[], until: CalendarDate): NextTask | undefined {
  return tasks
    .filter(({ dueOn }) => dueOn !== undefined && dueOn <= until)
    .sort((a, b) => ((a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : 1))[0]
}

function isEarlier(day: CalendarDate | undefined, other: CalendarDate | null): boolean {
  return day !== undefined && (other === null || day < other)
}
