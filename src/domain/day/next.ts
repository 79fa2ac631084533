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
  /** `until`: the first day on which something comes due. */
  | { kind: "none"; until: CalendarDate | null }

/** A Vitally task this near is done before a recommendation is begun. */
const taskSoonDays = 2
const people = ["overdue-contact", "contact-due-soon", "no-champion", "no-buyer-access"] as const

/**
 * @param actions those shown: neither put off nor dismissed, most urgent first
 * @param tasks the user's own open ones
 * @param canFill whether the manual traits can be set from here
 */
export function nextOf(
  assessment: Pick<Assessment, "today" | "health" | "renewal" | "contact" | "cadences">,
  standing: Standing,
  { actions, tasks, canFill }: { actions: readonly Action[]; tasks: readonly NextTask[]; canFill: boolean },
): Next {
  const { today, health, renewal } = assessment
  const byId = (...ids: string[]) => actions.find(({ id }) => ids.includes(id))
  const waiting = byId("unanswered-customer")
  if (waiting) return { kind: "action", action: waiting }
  if (renewal.phase === "ended") {
    const ended = byId("renewal-licence", "settle-renewal", "settle-churn")
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
  if (first) return { kind: "action", action: first }
  // Work that is open is work, also if its day is far or not set.
  const [open] = [...tasks].sort(byDay)
  return open ? { kind: "task", taskId: open.id } : { kind: "none", until: nextDay(assessment) }
}

/** The first day to come on which the customer is owed something; null if no date is known. */
function nextDay({
  today,
  contact,
  renewal,
  cadences,
}: Pick<Assessment, "today" | "contact" | "renewal" | "cadences">): CalendarDate | null {
  const days = [
    contact.dueOn,
    renewal.earlyOn,
    renewal.formalOn,
    renewal.on,
    ...cadences.map(({ nextOn, lastOn }) => (lastOn === undefined ? null : (nextOn ?? null))),
  ]
  return days.filter((day) => day !== null && day >= today).sort()[0] ?? null
}

/** The duty with a date that has come; the most pressing of several. */
function mostUrgent(actions: readonly Action[], standing: Standing, today: CalendarDate): Action | undefined {
  const score = ({ dueOn }: Action) => urgencyOf(standing, dueOn, today).score
  return actions
    .filter(({ ladder, dueOn }) => ladder === "dated-duty" && dueOn !== null && dueOn <= today)
    .sort((a, b) => score(b) - score(a))[0]
}

function soonest(tasks: readonly NextTask[], until: CalendarDate): NextTask | undefined {
  return tasks.filter(({ dueOn }) => dueOn !== undefined && dueOn <= until).sort(byDay)[0]
}

const byDay = (a: NextTask, b: NextTask) => ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1)

function isEarlier(day: CalendarDate | undefined, other: CalendarDate | null): boolean {
  return day !== undefined && (other === null || day < other)
}
