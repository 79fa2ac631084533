/** The settings section on what counts as contact. */
export const correctionsText = {
  yours: "Your corrections",
  none: "You corrected nothing yet. Every touch in a customer’s timeline can be corrected with one click.",
  said: {
    contact: "was contact",
    "not-contact": "was not contact",
    "no-answer": "needs no answer",
  },
  quoted: (subject: string) => `“${subject}”`,
  undo: "Undo",
  undoOf: (touch: string) => `Undo: ${touch}`,
  makeRule: "Make it a rule",
  makeRuleOf: (touch: string) => `Make a rule of ${touch}`,
  rules: "Rules of your team",
  rulesAbout:
    "They are part of the policy and are shared with it. The first that fits wins; your own correction of a touch wins over all of them.",
  rule: (index: number, text: string) => `Rule ${index + 1}: ${text === "" ? "no text yet" : text}`,
  remove: (index: number) => `Remove rule ${index + 1}`,
  add: "Add a rule",
  match: "Looks at",
  matches: [
    { value: "sender", label: "Sender’s address" },
    { value: "domain", label: "Sender’s domain" },
    { value: "subject", label: "Subject contains" },
  ],
  text: "Text",
  counts: "Counts as contact",
  counting: "Counting what it would change…",
  changes: (touches: number, customers: number) =>
    touches === 0
      ? "Changes no touch that is stored now."
      : `Changes ${touches === 1 ? "1 touch" : `${touches} touches`} of ${customers === 1 ? "1 customer" : `${customers} customers`}.`,
  open: (customer: string) => `Open ${customer}`,
}
