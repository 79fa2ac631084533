/** Words of the results page of one customer. */
export const review = {
  title: "Results",
  choose: "Choose a customer",
  search: "Find a customer",
  none: (text: string) => `No customer is called "${text}".`,
  reader: "For",
  readers: { customer: "the customer: no score, no plans of ours", team: "the monthly review" },
  about: "One page of results, each with its source. Take out what you don't want to show; nothing is added.",
  out: (text: string) => `Show: ${text}`,
  noAccount: "This customer is not in the cache.",
  another: "Another customer",
}
