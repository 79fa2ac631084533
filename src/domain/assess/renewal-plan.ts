/**
 * "Save this renewal": one list of steps over the recommendations that are about the same renewal. A view only:
 * `assessment.actions` and their ids stay as they are. People come before paperwork, since a plan without anybody to
 * talk to saves no renewal.
 */
import type { Action, RenewalPlan, RenewalPlanStep } from "../assessment"
import type { Context } from "../lifecycle/context"
import type { CalendarDate } from "../facts"
import { isCompleted } from "../lifecycle/renewal"

/** Which recommendation becomes which step, in the plan's order, and which of its own steps the tick stands for. */
const parts: readonly {
  kind: RenewalPlanStep["kind"]
  actions: readonly string[]
  ticks: readonly string[]
}[] = [
  { kind: "answer", actions: ["unanswered-customer"], ticks: ["answer"] },
  { kind: "contact", actions: ["overdue-contact", "contact-due-soon"], ticks: ["channel", "log"] },
  { kind: "champion", actions: ["no-champion"], ticks: [] },
  { kind: "buyer", actions: ["no-buyer-access"], ticks: [] },
  { kind: "assessment", actions: ["renewal-180-assessment"], ticks: ["health-assessment"] },
  { kind: "rating", actions: ["renewal-assessment-120"], ticks: ["assess", "rating"] },
  { kind: "lighthouse", actions: ["lighthouse-entry"], ticks: ["save-plan", "review-ae", "present"] },
  { kind: "status", actions: ["renewal-180-unhealthy"], ticks: ["weekly-status"] },
  { kind: "save-plan", actions: ["lighthouse-update"], ticks: ["weekly"] },
  { kind: "meeting", actions: ["renewal-180-unhealthy"], ticks: ["yellow-red-meeting"] },
  { kind: "forecast", actions: ["renewal-assessment-120"], ticks: ["forecast"] },
]

/** Null unless the customer is red or yellow within the renewal's window, and something is to be done about it. */
export function renewalPlanOf(context: Context, actions: readonly Action[]): RenewalPlan | null {
  const { renewal, health, churned } = context
  const { band } = health
  const near = renewal.phase === "early" || renewal.phase === "formal"
  if (churned || !near || (band !== "poor" && band !== "concerning")) return null
  const steps = [...parts.flatMap((part) => stepOf(part, actions) ?? []), ...doneSteps(context)]
  if (steps.length === 0) return null
  const own = new Set(steps.flatMap(({ actionId }) => actionId ?? []))
  return {
    kind: band === "poor" ? "save" : "protect",
    steps,
    actionIds: actions.map(({ id }) => id).filter((id) => own.has(id)),
  }
}

function stepOf({ kind, actions: ids, ticks }: (typeof parts)[number], actions: readonly Action[]) {
  // Merged recommendations lose their id but not their steps: the one they went into stands for them.
  const action = actions.find(
    ({ id, mergedIds }) => ids.includes(id) || mergedIds.some((one) => ids.includes(one)),
  )
  if (!action) return null
  const own = action.steps.filter(({ id }) => (ticks.length > 0 ? ticks.includes(id) : true))
  if (own.length === 0) return null
  const whole = ids.includes(action.id) && kind !== "meeting" && kind !== "forecast"
  return {
    id: kind,
    kind,
    actionId: action.id,
    stepIds: own.map(({ id }) => id),
    title: whole ? action.title : null,
    text: own[0]?.text ?? "",
    why: whole ? action.why : "",
    dueOn: whole ? action.dueOn : null,
    done: false,
  } satisfies RenewalPlanStep
}

/** What facts prove: it needs no tick, and shows that the plan is under way. */
function doneSteps({ facts, policy, renewal }: Context): RenewalPlanStep[] {
  const proved = (kind: RenewalPlanStep["kind"], text: string): RenewalPlanStep => ({
    id: `${kind}-done`,
    kind,
    actionId: null,
    stepIds: [],
    title: null,
    text,
    why: "",
    dueOn: null,
    done: true,
  })
  const since: CalendarDate = renewal.earlyOn ?? ""
  return [
    ...(facts.lighthouse?.value === true ? [proved("lighthouse", "Lighthouse nomination")] : []),
    ...(isCompleted(facts, policy.names.healthAssessment, since)
      ? [proved("assessment", policy.names.healthAssessment)]
      : []),
    ...(isCompleted(facts, policy.names.renewal, renewal.formalOn ?? "")
      ? [proved("rating", policy.names.renewal)]
      : []),
  ]
}
