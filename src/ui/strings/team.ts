/** Words of the team lead's page. */
export const team = {
  title: "Team",
  none: "No customer has a TA yet.",
  heads: {
    ta: "TA",
    customers: "Customers",
    arr: "ARR",
    score: "Score",
    health: "Health",
    trend: "13 weeks",
    overdue: "Contacts overdue",
    waiting: "Waiting",
    risk: "ARR at risk, 180 d",
    lighthouse: "Lighthouse",
    sheet: "1:1",
  },
  counts: (red: number, yellow: number, green: number) => `${red} red, ${yellow} yellow, ${green} green`,
  trendOf: (name: string, from: string, to: string, since: string) =>
    `Average score of ${name}'s customers: ${from} on ${since}, ${to} now`,
  noTrend: (since: string | null) => (since === null ? "nothing noted yet" : `noted since ${since}`),
  open: (name: string) => `1:1 sheet: ${name}`,
  openShort: "1:1 sheet",
  sheet: (name: string) => `1:1 with ${name}`,
  back: "All TAs",
  unknown: "not known",
}
