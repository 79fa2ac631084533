import { daysBetween } from "../calendar"
import { countedFrom, describe } from "../contact/assess-contact"
import { nearDate, plural } from "../words"
import { material } from "./material"
import { steps, type Recommendation } from "./recommendation"

/** Every customer, one contact a month: overdue (section 4). */
export const overdueContact: Recommendation = {
  id: "overdue-contact",
  ladder: "overdue-contact",
  source: "3d, 4, 13",
  rule: ({ contact }) =>
    `Day ${contact.base.overdueFrom} or later since the last contact (per team where a window says otherwise).`,
  when: ({ contact }) => contact.status === "overdue",
  title: (context) => `Be in touch: ${material(context).title}`,
  why: ({ facts, contact, clock }) => {
    if (!contact.last) {
      const days = contact.from === null ? 0 : daysBetween(contact.from, clock.today)
      return `No contact found in the ${plural(days, "day")} since ${countedFrom(facts)}.`
    }
    const days = daysBetween(contact.last.on, clock.today)
    return `${plural(days, "day")} since anyone was in touch (${describe(contact.last, clock)}).`
  },
  steps: (context) => [
    material(context).step,
    ...steps(
      ["channel", "By email, Slack, Zoom or in person; something useful, never an empty ping."],
      ["log", "Log it: mail syncs by itself, call notes belong on the opportunity."],
    ),
  ],
  dueOn: ({ contact }) => contact.dueOn,
  print: ({ contact }) => [contact.last?.on],
}

/** The last days of the window (section 4): the same, before it is late. */
export const contactDueSoon: Recommendation = {
  ...overdueContact,
  id: "contact-due-soon",
  rule: ({ contact }) =>
    `Day ${contact.base.dueSoonFrom} to ${contact.base.overdueFrom - 1} since the last contact.`,
  when: ({ contact }) => contact.status === "due-soon",
  why: (context) => {
    const due = context.contact.dueOn
    const until =
      due === null || due < context.clock.today ? "" : ` Good until ${nearDate(due, context.clock.today)}.`
    return overdueContact.why(context) + until
  },
}
