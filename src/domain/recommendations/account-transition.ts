import { addDays, daysBetween } from "../calendar"
import { nearDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** The TA changes on an existing customer (section 6). */
export const accountTransition: Recommendation = {
  id: "account-transition",
  ladder: "dated-duty",
  source: "6",
  rule: ({ scenarios }) =>
    `Assigned within the last ${scenarios.transitionDays} days, from another TA or more than ${scenarios.transitionDays} days after contract start.`,
  when: ({ facts, clock, policy, churned }) => {
    const on = facts.assignedOn?.value
    if (churned || on === undefined) return false
    const ago = daysBetween(on, clock.today)
    if (ago < 0 || ago > policy.scenarios.transitionDays) return false
    if (facts.previousOwner !== undefined && facts.previousOwner !== "") return true
    const start = facts.contractStartOn?.value ?? facts.closeOn?.value
    return start !== undefined && daysBetween(start, on) > policy.scenarios.transitionDays
  },
  title: () => "Take the account over",
  why: ({ facts, clock }) => {
    const on = facts.assignedOn?.value ?? clock.today
    const from = facts.previousOwner ? ` from ${facts.previousOwner}` : ""
    return `Assigned${from} on ${nearDate(on, clock.today)}.`
  },
  steps: () =>
    steps(
      ["fill-doc", "Outgoing TA: fill in the hand-off document."],
      ["tell-manager", "Outgoing TA: tell the manager."],
      ["edit-rights", "Outgoing TA: grant edit rights to the account's documents."],
      ["review", "Incoming TA: review the document, the traits and the plan."],
      ["crm", "Manager: change the TA in the CRM."],
      ["tell-team", "Incoming TA: tell the AE, CE and IE."],
      ["write-customer", "AE and TA write to the customer together."],
    ),
  dueOn: ({ facts, policy }) =>
    facts.assignedOn ? addDays(facts.assignedOn.value, policy.scenarios.transitionDays) : null,
  playbook: "transition",
  print: ({ facts }) => [facts.assignedOn?.value],
}
