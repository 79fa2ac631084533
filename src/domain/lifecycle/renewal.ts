/**
 * How far the renewal is and what it asks for (domain brief, section 7). Days out = contract end - today: 180-121 is early,
 * 120-0 formal, below zero ended.
 */
import type { Band, RenewalResult, RenewalStep } from "../assessment"
import { addDays, daysBetween } from "../calendar"
import { conflictOf } from "../candidates/conflicts"
import { openEndedNotice } from "../candidates/notices"
import type { AccountFacts, CalendarDate, Clock, Fact, OpportunityFact } from "../facts"
import type { Policy, RenewalPolicy } from "../policy/policy"
import { isUnhealthy } from "../health/bands"
import { phaseLabel } from "./phase-label"
import { colour, plural, shortDate } from "../words"

type Phase = RenewalResult["phase"]

/** The renewal date: the contract's end, else the open renewal opportunity's close date. */
export function renewalDate(facts: AccountFacts): Fact<CalendarDate> | null {
  if (facts.renewalOn) return facts.renewalOn
  const opportunity = renewalOpportunity(facts)
  return opportunity?.closeOn === undefined
    ? null
    : { value: opportunity.closeOn, source: "salesforce", field: "Opportunity.CloseDate" }
}

/** The open renewal opportunity that closes first. */
function renewalOpportunity(facts: AccountFacts): OpportunityFact | undefined {
  return (facts.openOpportunities ?? [])
    .filter((opportunity) => opportunity.kind === "renewal")
    .sort((a, b) => ((a.closeOn ?? "9") < (b.closeOn ?? "9") ? -1 : 1))[0]
}

function phaseOf(daysOut: number | null, policy: RenewalPolicy): Phase {
  if (daysOut === null) return "none"
  if (daysOut < 0) return "ended"
  if (daysOut <= policy.formalDays) return "formal"
  return daysOut <= policy.earlyDays ? "early" : "later"
}

/** "Renews today", "Renews in 1 day", "Ended 3 days ago". */
export function renewsIn(daysOut: number): string {
  if (daysOut < 0) return `Ended ${plural(-daysOut, "day")} ago`
  return daysOut === 0 ? "Renews today" : `Renews in ${plural(daysOut, "day")}`
}

/** "Renews in 110 days, yellow." */
export function renewsAs(daysOut: number, band: Band): string {
  return `${renewsIn(daysOut)}, ${band === "unknown" ? "health unknown" : colour(band)}.`
}

/** A project of that name was completed, on or after `since` where given. */
export function isCompleted(facts: AccountFacts, name: string, since: CalendarDate = ""): boolean {
  const wanted = name.toLowerCase()
  return (facts.projects ?? []).some(
    ({ completedOn, name: own }) =>
      completedOn !== undefined && completedOn >= since && own.toLowerCase().includes(wanted),
  )
}

/** Dates and phase without texts: enough for a list. */
export interface RenewalCore {
  fact: Fact<CalendarDate> | null
  on: CalendarDate | null
  daysOut: number | null
  phase: Phase
  earlyOn: CalendarDate | null
  formalOn: CalendarDate | null
  /** The day the customer left, where it has come: nothing is renewed any more. */
  churnedOn: CalendarDate | null
}

export function renewalCore(facts: AccountFacts, policy: RenewalPolicy, clock: Clock): RenewalCore {
  const fact = renewalDate(facts)
  const on = fact?.value ?? null
  const churnedOn = facts.churnedOn && facts.churnedOn.value <= clock.today ? facts.churnedOn.value : null
  const daysOut = on === null ? null : daysBetween(clock.today, on)
  return {
    fact,
    on,
    daysOut,
    phase: churnedOn === null ? phaseOf(daysOut, policy) : "ended",
    earlyOn: on === null ? null : addDays(on, -policy.earlyDays),
    formalOn: on === null ? null : addDays(on, -policy.formalDays),
    churnedOn,
  }
}

/** The whole answer. `band`: the account's health. `team`: who serves it, null where unknown. */
export function explainRenewal(
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
  core: RenewalCore,
  band: Band,
  team: string | null,
): RenewalResult {
  const { on, daysOut, phase, earlyOn, formalOn, churnedOn } = core
  const steps = churnedOn === null ? stepsOf(core, facts, policy, band, team) : []
  return {
    on,
    daysOut,
    phase,
    phaseLabel: churnedOn === null ? phaseLabel(phase, policy.renewal) : "Customer churned",
    nextStep: steps.find((step) => step.done !== true)?.text ?? null,
    steps,
    why: whyOf(core, policy.renewal, clock, band, facts.openEndedContract),
    ...(core.fact ? { date: core.fact } : {}),
    ...(facts.arr ? { arr: facts.arr } : {}),
    ...(facts.seats ? { seats: facts.seats } : {}),
    ...(facts.monthlyActiveUsers ? { seatsUsed: facts.monthlyActiveUsers } : {}),
    conflict: conflictText(facts, core.fact, clock),
    earlyOn,
    formalOn,
  }
}

function whyOf(
  { on, daysOut, phase, earlyOn, churnedOn }: RenewalCore,
  policy: RenewalPolicy,
  clock: Clock,
  band: Band,
  openEnded: AccountFacts["openEndedContract"],
): string {
  if (churnedOn !== null) return `The customer churned on ${shortDate(churnedOn, clock.today)}.`
  if (on === null || daysOut === null)
    return openEnded ? `No renewal date is known. ${openEndedNotice(openEnded)}` : "No renewal date is known."
  const date = shortDate(on, clock.today)
  if (daysOut < 0) return `The contract ended ${plural(-daysOut, "day")} ago, ${date}.`
  const health = band === "unknown" ? "health unknown" : colour(band)
  const when = renewsIn(daysOut)
  if (phase === "later") {
    const what = policy.earlyAssessment ? "The Health Assessment starts" : "The early warning starts"
    return `${when}, ${date}. ${what} ${policy.earlyDays} days before, ${shortDate(earlyOn ?? on, clock.today)}.`
  }
  return `${when}, ${date}; ${health}.`
}

function stepsOf(
  { daysOut, phase, earlyOn, formalOn }: RenewalCore,
  facts: AccountFacts,
  policy: Policy,
  band: Band,
  team: string | null,
): RenewalStep[] {
  if (daysOut === null) return []
  const rules = policy.renewal
  const unhealthy = isUnhealthy(band)
  const steps: RenewalStep[] = []
  // Only this renewal's projects count, not those of the contract before.
  const add = (id: string, text: string, project?: string, since?: CalendarDate | null) =>
    steps.push({ id, text, ...(project ? { done: isCompleted(facts, project, since ?? "") } : {}) })
  if (phase === "early" && !rules.earlyAssessment) {
    add(
      "early-warning",
      unhealthy
        ? `Early warning: agree with the AE what has to change before day ${rules.formalDays}.`
        : "Nothing due yet; keep the traits current.",
    )
  }
  if (phase === "early" && rules.earlyAssessment) {
    add(
      "health-assessment",
      `Complete the ${policy.names.healthAssessment}.`,
      policy.names.healthAssessment,
      earlyOn,
    )
  }
  if ((phase === "early" || phase === "formal") && unhealthy && rules.earlyAssessment) {
    add(
      "get-well",
      `Run the ${policy.names.getWell}: inspection and plan, weekly status, tasks.`,
      policy.names.getWell,
      earlyOn,
    )
    if (rules.yellowRedMeeting)
      add("yellow-red-meeting", "Bring it to the weekly Yellow/Red Renewals meeting.")
  }
  if (phase === "formal") {
    if (team !== null && rules.aeLeadsTeams.includes(team))
      add("ae-leads", "The AE leads this renewal; support with the assessment.")
    add(
      "joint-assessment",
      "Do the Renewal Health Assessment together with the AE; managers agree the rating.",
      policy.names.renewal,
      formalOn,
    )
    if (band === "poor") add("lighthouse", redIs(facts))
    if (band === "concerning" && rules.yellowSavePlan)
      add("save-plan", "Yellow: write a save plan and discuss it in 1:1s.")
    if (band === "healthy") add("monitor", "Green: monitor.")
    if (unhealthy) {
      add("weekly-progress", "TA: weekly progress check. Leadership: every two weeks.")
      add("ae-forecast", "AE: weekly forecast (full churn, partial churn, flat).")
    }
  }
  if (phase === "ended") {
    add(
      "settle",
      `Find out where it stands: renewed (update the date), extended (at most ${rules.extensionMaxDays} days, with VP approval) or churned (dated the day after the end).`,
    )
  }
  if ((phase === "formal" && daysOut <= rules.licenceDaysBefore) || phase === "ended") {
    add("licence", "The AE processes the renewal; issue the renewal licence on the existing subscription.")
    add("contact-roles", "Refresh the contact roles together with the AE.")
  }
  return steps
}

/** What red asks in the formal window: Lighthouse, or to go on with it. */
export function redIs(facts: AccountFacts): string {
  return facts.lighthouse?.value === true
    ? "Red and in Lighthouse: keep the save plan going."
    : "Red: nominate it for Lighthouse."
}

/** What another system says of the date, else of the ARR. */
function conflictText(facts: AccountFacts, fact: Fact<CalendarDate> | null, clock: Clock): string | null {
  const { renewalOn, churnedOn, arr } = facts.choices ?? {}
  const churn = churnedOn && conflictOf("churnedOn", churnedOn, facts, clock.today)
  const on = fact && renewalOn ? conflictOf("renewalOn", renewalOn, facts, clock.today) : null
  if (on) return on.text
  if (churn) return churn.text
  return fact && arr ? (conflictOf("arr", arr, facts, clock.today)?.text ?? null) : null
}
