import { addHours, dayOf, hoursBetween } from "../calendar"
import { waitingText } from "../contact/waiting-text"
import { steps, type Recommendation } from "./recommendation"

/** The customer wrote and nobody answered; the shared inbox promises 48 elapsed hours (section 4). */
export const unansweredCustomer: Recommendation = {
  id: "unanswered-customer",
  ladder: "waiting",
  source: "4, 12, 14",
  rule: (policy) =>
    `A customer's message is newer than anything of ours. Promise: ${policy.contact.answerWithinHours} elapsed hours.`,
  when: ({ contact }) => contact.waiting !== null,
  title: ({ facts }) => `Answer ${facts.name}`,
  why: ({ facts, contact, clock, policy }) => {
    const hours = Math.max(0, hoursBetween(contact.waiting?.since ?? clock.now, clock.now))
    return waitingText(facts.name, hours, policy.contact.answerWithinHours)
  },
  steps: ({ policy, contact }) => [
    ...steps(
      [
        "answer",
        `Answer, or say when the answer comes: within ${policy.contact.answerWithinHours} hours of the message.`,
      ],
      [
        "own-it",
        "Security and feature requests are yours where a TA exists; pass the rest on to Support and say so.",
      ],
    ),
    ...(contact.waiting?.touch.channel === "slack"
      ? steps([
          "slack-support",
          "Support by Slack is only for customers who bought it; else move it to a ticket.",
        ])
      : []),
  ],
  dueOn: ({ contact, policy, clock }) =>
    contact.waiting
      ? dayOf(addHours(contact.waiting.since, policy.contact.answerWithinHours), clock.timeZone)
      : null,
  links: ["sharedInbox"],
  print: ({ contact }) => [contact.waiting?.since],
}
