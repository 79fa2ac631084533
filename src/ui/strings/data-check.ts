/** Words of the page that lists contradictions and gaps. */
export const dataCheck = {
  title: "Data to check",
  about:
    "Where Vitally and Salesforce disagree, and what is missing, by weight: the customer's ARR times what depends on it.",
  loading: "Looking through the book.",
  none: "Nothing to check: the systems agree on every customer here.",
  allSeen: "All of it was seen and is fine.",
  noBook: "Nobody is chosen yet: say in the options who you are.",
  count: (open: number, customers: number) =>
    `${open.toString()} ${open === 1 ? "finding" : "findings"} in ${customers.toString()} ${customers === 1 ? "customer" : "customers"}`,
  kinds: { contradiction: "Contradiction", gap: "Gap" },
  noArr: "ARR not known",
  use: (value: string) => `Use ${value}`,
  always: (system: string) => `Always take ${system} for this`,
  chosen: (label: string) => `${label}: your choice is used for this customer.`,
  alwaysDone: (label: string, system: string) => `${label}: ${system} is taken for every customer.`,
  seen: "Seen, fine",
  seenDone: "Marked as seen. It comes back if the values change.",
  seenTitle: (n: number) => `Seen, fine (${n.toString()})`,
  again: "Check again",
  open: {
    vitally: "Open in Vitally",
    salesforce: "Open in Salesforce",
    account: "Open the account",
    link: "Link it",
  },
  of: (action: string, name: string) => `${action}: ${name}`,
}
