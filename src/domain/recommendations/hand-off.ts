import { addDays, daysBetween } from "../calendar"
import { nearDate, plural } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Pre-to-post hand-off while the customer is signing (section 6a). The page also says 30 days; 35 is used. */
export const handOff: Recommendation = {
  id: "hand-off",
  ladder: "dated-duty",
  source: "6a",
  rule: ({ scenarios }) => `The deal closes within ${scenarios.handOffDaysBeforeClose} days.`,
  when: ({ facts, clock, policy, sinceClose }) => {
    const close = facts.closeOn?.value
    if (close === undefined || close <= clock.today || sinceClose !== null) return false
    return daysBetween(clock.today, close) <= policy.scenarios.handOffDaysBeforeClose
  },
  title: () => "Take over from pre-sales",
  why: ({ facts, clock }) => {
    const close = facts.closeOn?.value ?? clock.today
    return `The deal closes in ${plural(daysBetween(clock.today, close), "day")}, ${nearDate(close, clock.today)}.`
  },
  steps: ({ facts, clock, policy }) => {
    const close = facts.closeOn?.value ?? clock.today
    const { handOffSupportLevelDaysBefore: level, handOffDaysBeforeClose: assign } = policy.scenarios
    const by = (days: number) => nearDate(addDays(close, -days), clock.today)
    return steps(
      [
        "support-level",
        `By ${by(level)}: leadership sets the support level in Salesforce; the Vitally account appears.`,
      ],
      ["assign", `By ${by(assign)}: a TA is assigned.`],
      ["hand-off-doc", "The CE fills in the hand-off document."],
      ["knowledge-transfer", "Knowledge transfer with sales: the CE books it with TA and AE (and IE)."],
      ["licence", `At close, ${nearDate(close, clock.today)}: the CE issues the licence.`],
      ["kick-off", "Partnership kick-off with the customer."],
    )
  },
  dueOn: ({ facts }) => facts.closeOn?.value ?? null,
  playbook: "handOff",
}
